import type { Outcome } from './simulation';

/** Which seeds a process plays. */
export interface Share {
  readonly from: number;
  readonly seeds: number;
  /** From one seed to the next: as many as processes share the work. */
  readonly step: number;
  readonly plant: string;
}

/** What a process tells: a seed that failed, and at its end what it did. */
export type Told =
  | { readonly kind: 'failed'; readonly outcome: Outcome }
  | { readonly kind: 'soFar' }
  | { readonly kind: 'end'; readonly totals: Totals };

/** A process gives a sign of life after so many seeds. */
export const SEEDS_TO_A_SIGN = 500;

/** What some seeds came to. */
export interface Totals {
  readonly seeds: number;
  readonly failed: number;
  readonly policies: number;
  readonly renewals: number;
  readonly sponsored: number;
  readonly refunds: number;
  readonly operations: number;
  /** Processor time, all threads of the process, without its start. */
  readonly cpuSeconds: number;
  /** What the first process took for them; the others ran beside it. */
  readonly seconds: number;
}

/** Adds up: the times of processes side by side are those of the longest. */
export const sumOfTotals = (one: Totals, other: Totals): Totals => ({
  seeds: one.seeds + other.seeds,
  failed: one.failed + other.failed,
  policies: one.policies + other.policies,
  renewals: one.renewals + other.renewals,
  sponsored: one.sponsored + other.sponsored,
  refunds: one.refunds + other.refunds,
  operations: one.operations + other.operations,
  cpuSeconds: one.cpuSeconds + other.cpuSeconds,
  seconds: Math.max(one.seconds, other.seconds),
});

export const NO_TOTALS: Totals = {
  seeds: 0,
  failed: 0,
  policies: 0,
  renewals: 0,
  sponsored: 0,
  refunds: 0,
  operations: 0,
  cpuSeconds: 0,
  seconds: 0,
};
