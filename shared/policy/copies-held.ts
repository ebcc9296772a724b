import type { Fen } from '../money/fen';
import { periodsOverlap, type CoverPeriod } from './cover-period';
import type { PersonCover } from './policy.schema';

type Held = PersonCover['periods'][number];
type HeldPeriod = Pick<Held, 'startAt' | 'endAt' | 'copies'>;

/** The most that a person holds at any one instant of a period, as each policy counts. */
const mostHeldIn = <T extends CoverPeriod>(
  periods: readonly T[],
  period: CoverPeriod,
  counts: (held: T) => number,
): number => {
  const overlapping = periods.filter((held) => periodsOverlap(held, period));
  // What is held only grows where a period begins, so the most is found at a beginning.
  const beginnings = [period.startAt, ...overlapping.map(({ startAt }) => Math.max(startAt, period.startAt))];
  return Math.max(
    ...beginnings.map((instant) =>
      overlapping.reduce(
        (sum, held) => (held.startAt <= instant && instant < held.endAt ? sum + counts(held) : sum),
        0,
      ),
    ),
  );
};

/** The most copies that a person holds at any one instant of a period. Source: domain R5. */
export const copiesHeldIn = (periods: readonly HeldPeriod[], period: CoverPeriod): number =>
  mostHeldIn(periods, period, ({ copies }) => copies);

/** The most that would be paid for a person's accidental death at any one instant of a period, in fen. Source: domain R27. */
export const deathCoverHeldIn = (
  periods: readonly Pick<Held, 'startAt' | 'endAt' | 'accidentShareFen'>[],
  period: CoverPeriod,
): Fen => mostHeldIn(periods, period, ({ accidentShareFen }) => accidentShareFen);

/** How many copies of a plan a person may still take for a period; 0: none. Source: domain R5. */
export const copiesFreeIn = (
  periods: readonly HeldPeriod[],
  period: CoverPeriod,
  maxCopies: number,
): number => Math.max(0, maxCopies - copiesHeldIn(periods, period));
