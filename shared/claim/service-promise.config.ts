import { SERVICE_PROMISES, type ServicePromise } from './promise';

/**
 * Configuration (sample): which service promise the insurer of a county has given. Until the county's own is loaded,
 * every county has the strictest one that the sources show. Source: domain R15.
 */
const SAMPLE_PROMISE: ServicePromise = SERVICE_PROMISES.A;
const PROMISES_BY_COUNTY: Readonly<Record<string, ServicePromise>> = {};

/** The service promise of a county, by its six digits. */
export const servicePromiseOf = (countyCode: string): ServicePromise =>
  PROMISES_BY_COUNTY[countyCode] ?? SAMPLE_PROMISE;
