/** What the insurer of a county has promised its families, in working days. Source: domain R15. */
export interface ServicePromise {
  readonly clearWorkingDays: number;
  readonly disputedWorkingDays: number;
  /** Whether a report is accepted and registered on the day it comes; on a day off, on the next working day. */
  readonly acceptsSameDay: boolean;
}

/** The three promises seen in the sources; which one holds is the county's configuration. Source: domain R15. */
export const SERVICE_PROMISES = {
  A: { clearWorkingDays: 3, disputedWorkingDays: 15, acceptsSameDay: true },
  B: { clearWorkingDays: 5, disputedWorkingDays: 30, acceptsSameDay: false },
  C: { clearWorkingDays: 7, disputedWorkingDays: 30, acceptsSameDay: false },
} as const satisfies Record<string, ServicePromise>;

/**
 * Configuration (sample): which service promise the insurer of a county has given. Until the county's own is loaded,
 * every county has the strictest one that the sources show. Source: domain R15.
 */
const SAMPLE_PROMISE: ServicePromise = SERVICE_PROMISES.A;
const PROMISES_BY_COUNTY: Readonly<Record<string, ServicePromise>> = {};

/** The service promise of a county, by its six digits. */
export const servicePromiseOf = (countyCode: string): ServicePromise =>
  PROMISES_BY_COUNTY[countyCode] ?? SAMPLE_PROMISE;
