import type { Fen } from '../money/fen';
import { benefitsOf, premiumOf, type PersonBenefit } from '../product/benefits';
import type { Coverages, Plan } from '../product/plan.schema';
import type { ChinaDay } from '../time/china-day';
import { ageFault, type EligibilityLimits } from './eligibility';
import type { Sex } from './member.schema';

/** Somebody of a family, as far as a plan asks; undefined: not known yet. */
export interface Relative {
  readonly sex: Sex | undefined;
  readonly birthDay: ChinaDay | undefined;
}

/** What one of the family would hold under a plan, or why they cannot join it. */
export type PersonOffer =
  | { readonly joins: true; readonly benefit: PersonBenefit }
  | { readonly joins: false; readonly because: 'sex' | 'tooYoung' | 'tooOld' };

/** What a plan would be for one family. */
export interface FamilyOffer {
  readonly persons: readonly PersonOffer[];
  readonly joining: number;
  /** For one copy. */
  readonly premiumFen: Fen;
}

type OfferedPlan = Coverages & EligibilityLimits & Pick<Plan, 'priceFen' | 'priceUnit' | 'insuredSex'>;
type Refusal = Extract<PersonOffer, { joins: false }>['because'];

const refusalOf = (
  { sex, birthDay }: Relative,
  plan: OfferedPlan,
  startDay: ChinaDay,
): Refusal | undefined => {
  if (plan.insuredSex !== 'any' && sex !== undefined && sex !== plan.insuredSex) return 'sex';
  const fault = birthDay === undefined ? undefined : ageFault(birthDay, startDay, plan, false);
  if (!fault) return undefined;
  return fault.code === 'MEMBER_TOO_YOUNG' ? 'tooYoung' : 'tooOld';
};

/**
 * What each of a family would hold under a plan that is bought for everybody who may join, and what that costs: never the
 * headline sum, but each person's own. Source: domain R1, R3.
 */
export const offerFor = (plan: OfferedPlan, family: readonly Relative[], startDay: ChinaDay): FamilyOffer => {
  const refusals = family.map((person) => refusalOf(person, plan, startDay));
  const joining = refusals.filter((refusal) => refusal === undefined).length;
  const benefits = joining === 0 ? [] : [...benefitsOf(plan, joining).persons];
  return {
    persons: refusals.map((because): PersonOffer => {
      const benefit = because === undefined ? benefits.shift() : undefined;
      return benefit ? { joins: true, benefit } : { joins: false, because: because ?? 'sex' };
    }),
    joining,
    premiumFen: premiumOf(plan, joining),
  };
};
