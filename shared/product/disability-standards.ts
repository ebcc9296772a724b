/** A standard by which a disability is graded. */
export interface DisabilityStandard {
  /** What a plan names. */
  readonly standard: string;
  readonly title: string;
  /** First day on which an accident may be graded by it. */
  readonly inForceFrom: string;
}

/** The standards that a plan may name, oldest first. Source: domain R7. */
export const DISABILITY_STANDARDS: readonly DisabilityStandard[] = [
  { standard: 'JR/T 0083-2013', title: '人身保险伤残评定标准及代码', inForceFrom: '2014-01-01' },
  { standard: 'GB/T 44893-2024', title: '人身保险伤残评定标准', inForceFrom: '2025-02-01' },
];
