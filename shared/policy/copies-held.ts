import { periodsOverlap, type CoverPeriod } from './cover-period';
import type { PersonCover } from './policy.schema';

type HeldPeriod = Pick<PersonCover['periods'][number], 'startAt' | 'endAt' | 'copies'>;

/** The most copies that a person holds at any one instant of a period. Source: domain R5. */
export const copiesHeldIn = (periods: readonly HeldPeriod[], period: CoverPeriod): number => {
  const overlapping = periods.filter((held) => periodsOverlap(held, period));
  // What is held only grows where a period begins, so the most is found at a beginning.
  const beginnings = [period.startAt, ...overlapping.map(({ startAt }) => Math.max(startAt, period.startAt))];
  return Math.max(
    ...beginnings.map((instant) =>
      overlapping.reduce(
        (sum, held) => (held.startAt <= instant && instant < held.endAt ? sum + held.copies : sum),
        0,
      ),
    ),
  );
};

/** How many copies of a plan a person may still take for a period; 0: none. Source: domain R5. */
export const copiesFreeIn = (
  periods: readonly HeldPeriod[],
  period: CoverPeriod,
  maxCopies: number,
): number => Math.max(0, maxCopies - copiesHeldIn(periods, period));
