import { cameToNothing, type Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import { newbornTerms, type NewbornTerms } from '../../../shared/policy/newborn';
import type { Policy } from '../../../shared/policy/policy.schema';
import { benefitsOf, type PersonBenefit } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { startOfChinaDay, type EpochMs } from '../../../shared/time/china-day';
import { claimsUnder, type Claims } from './claims-under';
import { refuseIfOver } from './own-policy';

/** How a policy stands once a newborn is on it. */
export interface WithNewborn extends NewbornTerms {
  /** Everybody's benefits from the child's first day on; the child is the last. */
  readonly persons: readonly PersonBenefit[];
}

/** Whether a claim is for death or disability, as it was reported or as the desk has found it to be. */
const drawsOnShares = ({ kind, facts, advance }: Claim): boolean => {
  const found = [facts, advance?.facts].flatMap((entered) => entered?.benefits ?? []);
  return [kind, ...found.map((benefit) => benefit.kind)].some(
    (one) => one === 'death' || one === 'disability',
  );
};

/** Throws ADD_HAS_CLAIM while a death or disability claim is open or after one was paid. Source: domain R3. */
export const refuseIfShared = async (stores: Claims, policy: Policy): Promise<void> => {
  const claims = await claimsUnder(stores, policy);
  if (claims.some((claim) => drawsOnShares(claim) && !cameToNothing(claim)))
    throw new AppError('ADD_HAS_CLAIM');
};

/** Throws POLICY_OVER, NEWBORN_NOT_ADMITTED (the plan does not, or would cost more), TOO_MANY_MEMBERS, ADD_HAS_CLAIM. */
export const withNewborn = (policy: Policy, plan: Plan, now: EpochMs): WithNewborn => {
  refuseIfOver(policy, now);
  if (!plan.admitsNewborns || plan.priceUnit === 'person') throw new AppError('NEWBORN_NOT_ADMITTED');
  if (policy.insured.length >= plan.maxMembers) throw new AppError('TOO_MANY_MEMBERS');
  const terms = newbornTerms(policy, now, plan);
  // On the last day there is no day left for the child.
  if (startOfChinaDay(terms.startDay) >= policy.endAt) throw new AppError('POLICY_OVER');
  const hasPaid = policy.insured.some(({ accidentPaidFen }) => accidentPaidFen > 0);
  if (hasPaid) throw new AppError('ADD_HAS_CLAIM');
  return { ...terms, persons: benefitsOf(plan, policy.insured.length + 1, policy.copies).persons };
};
