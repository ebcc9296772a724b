import { z } from '../zod';
import { addDays, chinaDay, daysBetween, type ChinaDay } from '../time/china-day';
import type { FactsOf } from './assessment.schema';

/** A stay in hospital. */
export type Stay = FactsOf<'allowance'>['stays'][number];

/** The first day after a stay that it does not count: the day of discharge, or the next for a stay within one day. */
const endOf = ({ admittedOn, dischargedOn }: Stay): ChinaDay =>
  dischargedOn > admittedOn ? dischargedOn : addDays(admittedOn, 1);

/** Days that a stay counts. */
export const daysOf = (stay: Stay): number => daysBetween(stay.admittedOn, endOf(stay));

/** Whether two stays count a day twice. */
export const overlap = (one: Stay, other: Stay): boolean =>
  one.admittedOn < endOf(other) && other.admittedOn < endOf(one);

/** Days in a row, from the first to the last of them. */
export const dayRange = z.strictObject({ first: chinaDay, last: chinaDay });
export type DayRange = z.infer<typeof dayRange>;

/** The days that two lists of stays both count, in their order; days in a row are one range. */
export const commonDays = (some: readonly Stay[], others: readonly Stay[]): DayRange[] => {
  const met = some.flatMap((one) =>
    others
      .filter((other) => overlap(one, other))
      .map((other) => ({
        first: one.admittedOn > other.admittedOn ? one.admittedOn : other.admittedOn,
        last: addDays(endOf(one) < endOf(other) ? endOf(one) : endOf(other), -1),
      })),
  );
  const ranges: DayRange[] = [];
  for (const next of met.sort((one, other) => (one.first < other.first ? -1 : 1))) {
    const before = ranges[ranges.length - 1];
    if (before === undefined || next.first > addDays(before.last, 1)) ranges.push(next);
    else if (next.last > before.last) ranges.splice(-1, 1, { first: before.first, last: next.last });
  }
  return ranges;
};
