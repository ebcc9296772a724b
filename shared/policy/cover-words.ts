import { formatChinaDate } from '../time/china-day';
import type { PolicyView } from './policy-view';

/** From when to when a policy covers; one that was cancelled before its start never did. */
export const coverWords = ({ startDay, lastDay }: Pick<PolicyView, 'startDay' | 'lastDay'>): string[] =>
  lastDay < startDay
    ? ['保障没有开始']
    : [`从 ${formatChinaDate(startDay)} 0 点`, `到 ${formatChinaDate(lastDay)} 24 点`];

/** What is said of a plan whose sums no source gives. */
export const SAMPLE_WORDS = '这份方案的金额是示例，以承保公司备案的条款为准。';
