import type { EpochMs } from '../time/china-day';
import type { WorkingCalendar } from '../time/working-days';
import type { Claim } from './claim.schema';
import { turnOf, UNDECIDED_STATES } from './claim-state';
import { promisedDay } from './promise';
import { servicePromiseOf } from './service-promise.config';

/** A claim after a step, with the family's date, its place in the queue and the next look of the clock. */
export const withClocks = (claim: Claim, calendar: WorkingCalendar, _now: EpochMs): Claim => {
  const promise = UNDECIDED_STATES.includes(claim.state)
    ? promisedDay(calendar, servicePromiseOf(claim.countyCode), claim.clockFrom, claim.complexity)
    : claim.promise;
  const turn = turnOf(claim.state);
  return { ...claim, promise, turn, queueKey: turn === null ? null : promise.day };
};
