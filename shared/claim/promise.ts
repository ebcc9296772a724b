import type { ChinaDay, EpochMs } from '../time/china-day';
import { addDays, chinaDayOf } from '../time/china-day';
import { addWorkingDays, type DueDay, type WorkingCalendar } from '../time/working-days';

/** Days of the service promise of a region, in working days. Source: domain R15. */
export interface ServicePromise {
  readonly clearWorkingDays: number;
  readonly disputedWorkingDays: number;
}

/** The three promises seen in the sources; which one holds is the region's configuration. Source: domain R15. */
export const SERVICE_PROMISES = {
  A: { clearWorkingDays: 3, disputedWorkingDays: 15 },
  B: { clearWorkingDays: 5, disputedWorkingDays: 30 },
  C: { clearWorkingDays: 7, disputedWorkingDays: 30 },
} as const satisfies Record<string, ServicePromise>;

/** The law's limit for deciding a claim, in calendar days. Source: domain R16. */
const LAW_DECISION_DAYS = 30;

/** What the family is told: the earlier of promise and law. Source: domain R15, R16, R18. */
export const promisedDay = (
  calendar: WorkingCalendar,
  promise: ServicePromise,
  reportedAt: EpochMs,
  complexity: 'clear' | 'disputed',
): DueDay => {
  const from: ChinaDay = chinaDayOf(reportedAt);
  const days = complexity === 'clear' ? promise.clearWorkingDays : promise.disputedWorkingDays;
  const promised = addWorkingDays(calendar, from, days);
  const lawDay = addDays(from, LAW_DECISION_DAYS);
  return lawDay < promised.day ? { day: lawDay, provisional: false } : promised;
};
