import type { OpenedAssistance } from 'shared/assistance/assistance.contracts';
import type { AssistanceStanding } from 'shared/assistance/assistance.schema';
import { chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';

/** How a report stands that a specialist opened, in a word. */
export const STANDING: Readonly<
  Record<AssistanceStanding, { word: string; tone: 'due' | 'good' | 'bad' | 'plain' }>
> = {
  waiting: { word: '等家里发出', tone: 'due' },
  confirmed: { word: '已报案', tone: 'good' },
  declined: { word: '家里不用', tone: 'plain' },
  withdrawn: { word: '您收回了', tone: 'plain' },
  expired: { word: '过期了', tone: 'plain' },
};

/** What there is to know of it: until when, or under which number it is a claim. */
export const standingWords = (one: OpenedAssistance, today: ChinaDay): string => {
  if (one.claim !== null) return `案号 ${one.claim.claimNumber}`;
  const opened = `${formatChinaDay(chinaDayOf(one.openedAt), today)}填的`;
  return one.standing === 'waiting'
    ? `${opened}，${formatChinaDay(chinaDayOf(one.expiresAt), today)}到期`
    : opened;
};
