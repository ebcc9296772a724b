import type { ComplaintView } from 'shared/complaint/complaint.contracts';
import { chinaDayOf, daysBetween, formatChinaDay, type ChinaDay } from 'shared/time/china-day';

/** What a complaint is about, in words. */
export const aboutWords = ({ about }: Pick<ComplaintView, 'about'>): string =>
  about.kind === 'claim' ? `理赔 ${about.number}` : `保单 ${about.number}`;

/** When it came. */
export const raisedWords = ({ raisedAt }: Pick<ComplaintView, 'raisedAt'>, today: ChinaDay): string =>
  `${formatChinaDay(chinaDayOf(raisedAt), today)}提的`;

/** How much time is left for the desk. */
export const dueWords = (dueDay: ChinaDay, today: ChinaDay): { text: string; isLate: boolean } => {
  const left = daysBetween(today, dueDay);
  if (left < 0) return { text: `过期 ${String(-left)} 天`, isLate: true };
  return { text: left === 0 ? '今天到期' : `还有 ${String(left)} 天`, isLate: false };
};
