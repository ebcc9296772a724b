import type { BasisPoints } from '../money/fen';
import type { ChinaDay } from '../time/china-day';

/** A standard by which a disability is graded. */
export interface DisabilityStandard {
  /** What a plan names. */
  readonly standard: string;
  readonly title: string;
  /** First day on which an accident may be graded by it. */
  readonly inForceFrom: ChinaDay;
  /** How a code of an item looks: letters, figures and points, a figure among them; typed as the appraisal prints it. */
  readonly itemCode: RegExp;
}

/** The items themselves are not on file: only what every code has is asked for. */
const ITEM_CODE = /^(?=.*\d)[A-Za-z0-9]+(?:[.\-+][A-Za-z0-9]+)*$/;

/** The standards that a plan may name, oldest first. Source: domain R7. */
export const DISABILITY_STANDARDS: readonly DisabilityStandard[] = [
  {
    standard: 'JR/T 0083-2013',
    title: '人身保险伤残评定标准及代码',
    inForceFrom: '2014-01-17',
    itemCode: ITEM_CODE,
  },
  {
    standard: 'GB/T 44893-2024',
    title: '人身保险伤残评定标准',
    inForceFrom: '2025-02-01',
    itemCode: ITEM_CODE,
  },
];

/** The standard that a plan names; undefined when it is not known. */
export const standardOf = (name: string): DisabilityStandard | undefined =>
  DISABILITY_STANDARDS.find(({ standard }) => standard === name);

/** What each grade pays of the share, grade 1 first. */
interface GradeTable {
  readonly title: string;
  readonly gradeRatios: readonly BasisPoints[];
}

/** The tables seen in plans: that of the standards, in ten equal steps, and a steeper one. Source: domain R7. */
export const GRADE_TABLES: Readonly<Record<'equalSteps' | 'steep', GradeTable>> = {
  equalSteps: {
    title: '一级 100%，每级少 10%',
    gradeRatios: [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 4_000, 3_000, 2_000, 1_000],
  },
  steep: {
    title: '一级 100%，二级 75%，十级 2.5%',
    gradeRatios: [10_000, 7_500, 5_000, 3_000, 2_000, 1_500, 1_000, 750, 500, 250],
  },
};
