import { proportionOf, splitInProportion, sumOf, type BasisPoints, type Fen } from '../money/fen';
import type { PayerKind } from '../order/payer.schema';
import {
  addDays,
  chinaDayOf,
  daysBetween,
  startOfChinaDay,
  type ChinaDay,
  type EpochMs,
} from '../time/china-day';
import type { CoverPeriod } from './cover-period';

/** What a payer paid of a premium, or gets back of it. */
export interface PayerShare {
  readonly kind: PayerKind;
  readonly amountFen: Fen;
}

/** What cancelling a policy at an instant comes to. */
export interface CancellationQuote<P extends PayerShare = PayerShare> {
  readonly premiumFen: Fen;
  /** What the plan keeps for itself once cover has started. */
  readonly feeRatio: BasisPoints;
  /** Days of cover used up, the day of the cancellation among them; 0 before the start. */
  readonly elapsedDays: number;
  readonly daysInPeriod: number;
  readonly refundFen: Fen;
  /** What each payer gets back, in payer order. */
  readonly shares: readonly P[];
  /** When cover ends: with the day of the cancellation; before the start there never is any. */
  readonly endAt: EpochMs;
}

const daysUsed = (startDay: ChinaDay, today: ChinaDay, daysInPeriod: number): number =>
  today < startDay ? 0 : Math.min(daysBetween(startDay, today) + 1, daysInPeriod);

/**
 * What goes back when a policy is cancelled: the premium less the plan's fee, times the share of days not used up,
 * rounded half up once; before cover starts all of it. It is split over the payers in proportion to what each paid.
 * Throws RangeError without a payer's money. Source: domain R12.
 */
export const cancellationQuote = <P extends PayerShare>(
  period: CoverPeriod,
  payers: readonly P[],
  feeRatio: BasisPoints,
  now: EpochMs,
): CancellationQuote<P> => {
  const [startDay, endDay] = [chinaDayOf(period.startAt), chinaDayOf(period.endAt)];
  const today = chinaDayOf(now);
  const daysInPeriod = daysBetween(startDay, endDay);
  const elapsedDays = daysUsed(startDay, today, daysInPeriod);
  const amounts = payers.map(({ amountFen }) => amountFen);
  const premiumFen = sumOf(amounts);
  const refundFen =
    elapsedDays === 0
      ? premiumFen
      : proportionOf(premiumFen, (10_000 - feeRatio) * (daysInPeriod - elapsedDays), 10_000 * daysInPeriod);
  const parts = splitInProportion(refundFen, amounts);
  return {
    premiumFen,
    feeRatio,
    elapsedDays,
    daysInPeriod,
    refundFen,
    shares: payers.map((payer, position) => ({ ...payer, amountFen: parts[position] ?? 0 })),
    endAt: elapsedDays === 0 ? period.startAt : Math.min(startOfChinaDay(addDays(today, 1)), period.endAt),
  };
};
