import { splitEqually, type Fen } from '../money/fen';
import type { Plan } from './plan.schema';

/** What one listed person may get at most. */
export interface PersonBenefit {
  /** Accidental death or disability: the person's share of the sum. */
  readonly accidentShareFen: Fen;
}

/** What a family holds under a plan. */
export interface FamilyBenefits {
  readonly persons: readonly PersonBenefit[];
  /** Medical expenses, shared by the family. */
  readonly medicalLimitFen: Fen;
}

/**
 * The accident sum split equally in whole fen over everyone listed, spare fen by list position, so that the shares add
 * up to the sum exactly; the medical limit is shared. Source: domain R3.
 */
export const benefitsOf = (
  plan: Pick<Plan, 'accident' | 'medical'>,
  insuredCount: number,
): FamilyBenefits => ({
  persons: splitEqually(plan.accident.sumFen, insuredCount).map((accidentShareFen) => ({ accidentShareFen })),
  medicalLimitFen: plan.medical.limitFen,
});
