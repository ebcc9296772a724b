import type { OutputOf } from 'shared/contract/contract';
import type { getRenewal } from 'shared/policy/get-renewal.contract';
import { formatChinaDay } from 'shared/time/china-day';

export type Renewal = OutputOf<typeof getRenewal>;

/** Whether cover goes on without a gap, with the dates, in one sentence or two. */
export const unbrokenWords = ({
  lastDay,
  startDay,
  gapDays,
  today,
}: Pick<Renewal, 'lastDay' | 'startDay' | 'gapDays' | 'today'>): string => {
  const [last, start] = [formatChinaDay(lastDay, today), formatChinaDay(startDay, today)];
  return gapDays === 0
    ? `现在的保障到${last}晚上 12 点。续上以后，从${start}0 点接着保一年，中间一天不断。`
    : `上一份保障到${last}晚上 12 点为止。今天付款，${start}0 点起重新有保障，中间断 ${gapDays} 天，断的这几天出意外不赔。`;
};
