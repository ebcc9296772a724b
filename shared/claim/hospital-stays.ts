import { addDays, daysBetween, type ChinaDay } from '../time/china-day';
import type { FactsOf } from './assessment.schema';

/** A stay in hospital. */
type Stay = FactsOf<'allowance'>['stays'][number];

/** The first day after a stay that it does not count: the day of discharge, or the next for a stay within one day. */
const endOf = ({ admittedOn, dischargedOn }: Stay): ChinaDay =>
  dischargedOn > admittedOn ? dischargedOn : addDays(admittedOn, 1);

/** Days that a stay counts. */
export const daysOf = (stay: Stay): number => daysBetween(stay.admittedOn, endOf(stay));

/** Whether two stays count a day twice. */
export const overlap = (one: Stay, other: Stay): boolean =>
  one.admittedOn < endOf(other) && other.admittedOn < endOf(one);
