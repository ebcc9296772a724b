import type { ClaimKind } from 'shared/claim/claim.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import { UNDECIDED_STATES, type ClaimState } from 'shared/claim/claim-state';
import {
  daysBetween,
  formatChinaDay,
  formatChinaTime,
  type ChinaDay,
  type EpochMs,
} from 'shared/time/china-day';

/** A kind in the fewest words, beside a name. */
export const KIND_IN_SHORT: Readonly<Record<ClaimKind, string>> = {
  medical: '看病花了钱',
  allowance: '住院补贴',
  disability: '落下残疾',
  death: '人不在了',
  illness: '得了重病',
};

/** The state of a claim as a badge. */
export const BADGE_OF: Readonly<
  Record<ClaimState, { word: string; tone: 'good' | 'due' | 'bad' | 'info' | 'plain' }>
> = {
  reported: { word: '等待受理', tone: 'info' },
  accepted: { word: '办理中', tone: 'info' },
  registered: { word: '办理中', tone: 'info' },
  papersAsked: { word: '等您补材料', tone: 'due' },
  investigating: { word: '核实中', tone: 'info' },
  assessed: { word: '办理中', tone: 'info' },
  returned: { word: '办理中', tone: 'info' },
  approved: { word: '等您确认', tone: 'due' },
  agreed: { word: '准备打款', tone: 'good' },
  objected: { word: '复核中', tone: 'info' },
  paying: { word: '正在打款', tone: 'good' },
  paymentFailed: { word: '打款没成功', tone: 'due' },
  paid: { word: '已到账', tone: 'good' },
  refused: { word: '没有赔', tone: 'bad' },
  closed: { word: '已办结', tone: 'plain' },
  reopened: { word: '重新办理', tone: 'info' },
  withdrawn: { word: '已撤回', tone: 'plain' },
};

/** Whether the family still waits for an answer: the promised day counts. */
export const isUndecided = (state: ClaimState): boolean => UNDECIDED_STATES.includes(state);

/** The promised day in parts, for setting `6月12日` large: before it 最晚, with the year when that is another one. */
export const dayInParts = (
  day: ChinaDay,
  today: ChinaDay,
): { lead: string; date: string; weekday: string } => {
  const [date = '', weekday = ''] = formatChinaDay(day, day).split(/[（）]/);
  const year = day.slice(0, 4);
  return { lead: today.startsWith(year) ? '最晚' : `最晚 ${year}年`, date, weekday };
};

/** `还有 3 天`, `就是今天`, or undefined once the day has passed. */
export const daysLeft = (day: ChinaDay, today: ChinaDay): string | undefined => {
  const days = daysBetween(today, day);
  if (days < 0) return undefined;
  return days === 0 ? '就是今天' : days === 1 ? '就是明天' : `还有 ${days} 天`;
};

/** `6月8日 09:12`; with the year when it is another one. */
export const shortTime = (instant: EpochMs, today: ChinaDay): string => {
  const text = formatChinaTime(instant);
  const year = `${today.slice(0, 4)}年`;
  return text.startsWith(year) ? text.slice(year.length) : text;
};

/** A long number in groups of four, for reading out and comparing. */
export const inFours = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');

/** Whose cards the money goes to: 王建国、李秀英. */
export const payeeNames = ({ payees }: Pick<ClaimView, 'payees'>): string =>
  payees.map(({ holder }) => holder).join('、');

/** `农商银行 **** 4567`; the number stays on one line. */
export const accountWords = ({ bank, maskedNumber }: ClaimView['payees'][number]): string =>
  `${bank} ${maskedNumber.replace(/ /g, '\u00a0')}`;
