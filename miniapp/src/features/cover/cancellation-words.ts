import type { CancellationView, RefundReceiver } from 'shared/policy/cancellation-view';
import { formatRatio, formatYuan } from 'shared/money/fen';
import { formatChinaDate } from 'shared/time/china-day';

/** To whom money goes back. */
export const RECEIVER_WORDS: Readonly<Record<RefundReceiver, string>> = {
  you: '退到您付款的微信',
  relative: '退到替您付款的家人的微信',
  government: '退给出钱的政府部门',
  employer: '退给出钱的单位',
  donor: '退给捐助方',
};

/** The calculation in one sentence, so that the family can check it. */
export const calculationOf = (cancellation: CancellationView): string => {
  const { premiumFen, feeRatio, elapsedDays, daysInPeriod, refundFen } = cancellation;
  if (elapsedDays === 0) return '保障还没有开始，保费全部退还。';
  const fee =
    feeRatio === 0 ? '' : ` × ${formatRatio(10_000 - feeRatio)}（扣手续费 ${formatRatio(feeRatio)}）`;
  return `${formatYuan(premiumFen)} 元${fee} × 还没过的 ${daysInPeriod - elapsedDays} 天 ÷ 全年 ${daysInPeriod} 天 = ${formatYuan(refundFen)} 元`;
};

/** When cover ends if the family goes on. */
export const endOf = ({ lastDay }: Pick<CancellationView, 'lastDay'>): string =>
  lastDay === null ? '保障不会开始。' : `保障到今天（${formatChinaDate(lastDay)}）24 点为止。`;
