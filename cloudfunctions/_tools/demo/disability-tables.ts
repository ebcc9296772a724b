import type { DisabilityTable } from '../../../shared/product/plan.schema';

/** Ten equal steps: grade g pays (11 − g) × 10 %. Source: domain R7. */
const TEN_STEPS = [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 4_000, 3_000, 2_000, 1_000];

/** The tables that the demo's plans print, one for each standard. Source: domain R7. */
export const DISABILITY_TABLES = {
  industry2013: { standard: 'JR/T 0083-2013', version: '2013', gradeRatios: TEN_STEPS },
  national2024: { standard: 'GB/T 44893-2024', version: '2024', gradeRatios: TEN_STEPS },
} satisfies Record<string, DisabilityTable>;
