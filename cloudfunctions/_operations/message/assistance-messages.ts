import { ASSISTANCE_DAYS, type Assistance } from '../../../shared/assistance/assistance.schema';
import { assistedPage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import { composeMessage } from './compose-message';

interface Filled {
  readonly helperName: string;
  readonly link: string;
}

/** Somebody filled in a report for the family; undefined while nobody of it has opened the policy. Source: domain R40. */
export const assistanceMessage = (
  { id, personName, openedAt }: Assistance,
  { openid }: Pick<Policy, 'openid'>,
  { helperName, link }: Filled,
): Message | undefined =>
  openid === null
    ? undefined
    : composeMessage({
        kind: 'assistanceWaiting',
        about: [id],
        openid,
        title: '专员帮您填了报案，请您核对',
        body: `服务专员${helperName}帮您填了${personName}的报案，还没有发出。请点开核对，补上照片和收款账户，由您自己发出，${String(ASSISTANCE_DAYS)} 天内有效。`,
        page: assistedPage(link),
        fields: null,
        at: openedAt,
      });
