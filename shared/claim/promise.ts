import type { EpochMs } from '../time/china-day';
import type { DueDay, WorkingCalendar } from '../time/working-days';
import { dueDays } from './clocks';
import type { ServicePromise } from './service-promise.config';

/** What the family is told at the report: the earlier of promise and law. Source: domain R15, R16, R18. */
export const promisedDay = (
  calendar: WorkingCalendar,
  promise: ServicePromise,
  reportedAt: EpochMs,
  complexity: 'clear' | 'disputed',
): DueDay =>
  dueDays(calendar, promise, { since: reportedAt, complexity, pauses: [], now: reportedAt }).family;
