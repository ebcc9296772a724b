import type { EligibilityLimits } from '../household/eligibility';
import { addDays, chinaDayOf, type ChinaDay, type EpochMs } from '../time/china-day';
import { coverStartDay } from './cover-period';
import type { Policy } from './policy.schema';

/** When a child is listed that is added now, and from which day on it must have been born. */
export interface NewbornTerms {
  /** First day of the child's cover; the sum is split among one more from then on. Source: domain R4. */
  readonly startDay: ChinaDay;
  /** Whoever was born before could have been listed at the sale, or was too old to be new. Source: domain R1. */
  readonly bornFrom: ChinaDay;
}

/** The terms of adding a newborn at an instant: 28 days old on its first day, born too late for the sale. */
export const newbornTerms = (
  policy: Pick<Policy, 'startAt'>,
  now: EpochMs,
  { minAgeDays }: Pick<EligibilityLimits, 'minAgeDays'>,
): NewbornTerms => {
  const policyStart = chinaDayOf(policy.startAt);
  const nextDay = coverStartDay(now);
  return {
    startDay: nextDay > policyStart ? nextDay : policyStart,
    bornFrom: addDays(policyStart, 1 - minAgeDays),
  };
};
