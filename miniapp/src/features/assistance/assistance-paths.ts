import { assistedPage } from 'shared/message/message-pages';

/** What the family opens. */
export const assistedPath = (link: string): string => `/${assistedPage(link)}`;

/** Where a specialist fills in a report. */
export const ASSIST_PATH = '/packages/staff/pages/assist/assist';

/** What the card in the chat says; the name is masked: a chat has other readers. */
export const shareTitleOf = (maskedName: string): string => `${maskedName}的报案填好了，请家里核对后自己发出`;
