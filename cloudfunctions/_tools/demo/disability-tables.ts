import { GRADE_TABLES } from '../../../shared/product/disability-standards';
import type { DisabilityTable } from '../../../shared/product/plan.schema';

const gradeRatios = [...GRADE_TABLES.equalSteps.gradeRatios];

/** The tables that the demo's plans print, one for each standard. Source: domain R7. */
export const DISABILITY_TABLES = {
  industry2013: { standard: 'JR/T 0083-2013', version: '2013', gradeRatios },
  national2024: { standard: 'GB/T 44893-2024', version: '2024', gradeRatios },
} satisfies Record<string, DisabilityTable>;
