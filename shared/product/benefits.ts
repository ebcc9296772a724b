import { splitEqually, type Fen } from '../money/fen';
import type { Coverages, Plan } from './plan.schema';

/** What one listed person may get at most; 0 where the plan has no such cover. */
export interface PersonBenefit {
  /** Accidental death or disability: the person's share of the sum, or a sum of their own. */
  readonly accidentShareFen: Fen;
  /** For each day in hospital. */
  readonly allowancePerDayFen: Fen;
  /** Once, for a listed disease. */
  readonly illnessSumFen: Fen;
}

/** What a family holds under a plan. */
export interface FamilyBenefits {
  readonly persons: readonly PersonBenefit[];
  /** Medical expenses, shared by the family; 0: not covered. */
  readonly medicalLimitFen: Fen;
}

const accidentShares = (
  { accident, priceUnit }: Pick<Plan, 'accident' | 'priceUnit'>,
  insuredCount: number,
  copies: number,
): Fen[] => {
  const sumFen = (accident?.sumFen ?? 0) * copies;
  return priceUnit === 'household' && insuredCount > 0
    ? splitEqually(sumFen, insuredCount)
    : Array.from({ length: insuredCount }, () => sumFen);
};

/**
 * What everybody listed holds. For a plan priced per household the accident sum is split equally in whole fen, spare fen
 * by list position, so that the shares add up to the sum exactly; priced per person, each has the whole sum. Every sum
 * counts once for each copy; the medical limit is shared. A list that is still empty holds nothing. Source: domain R3, R5.
 */
export const benefitsOf = (
  plan: Coverages & Pick<Plan, 'priceUnit'>,
  insuredCount: number,
  copies = 1,
): FamilyBenefits => ({
  persons: accidentShares(plan, insuredCount, copies).map((accidentShareFen) => ({
    accidentShareFen,
    allowancePerDayFen: (plan.allowance?.perDayFen ?? 0) * copies,
    illnessSumFen: (plan.illness?.sumFen ?? 0) * copies,
  })),
  medicalLimitFen: (plan.medical?.limitFen ?? 0) * copies,
});

const NOTHING: PersonBenefit = { accidentShareFen: 0, allowancePerDayFen: 0, illnessSumFen: 0 };

/** What one person of the list holds; nothing for who is not on it. */
export const benefitOf = (persons: readonly PersonBenefit[], position: number): PersonBenefit =>
  persons[position] ?? NOTHING;

/** What so many people pay for so many copies of a plan. Source: domain R5, R11. */
export const premiumOf = (
  { priceFen, priceUnit }: Pick<Plan, 'priceFen' | 'priceUnit'>,
  insuredCount: number,
  copies = 1,
): Fen => priceFen * copies * (priceUnit === 'person' ? insuredCount : 1);
