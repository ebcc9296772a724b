import type { Accident } from '../../../shared/claim/accident.schema';
import { adjudicate, deductibleBorneBy } from '../../../shared/claim/adjudicate';
import type { AssessmentFacts, Statement } from '../../../shared/claim/assessment.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { coverLeftOf } from '../../../shared/claim/draw';
import type { Fen } from '../../../shared/money/fen';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { accidentOf } from './accident-of-claim';

interface Getter<T> {
  get(id: string): Promise<T | undefined>;
}

/** The stores a decision is computed from; those of a transaction or those outside. */
interface DecisionStores {
  readonly policies: Getter<Policy>;
  readonly plans: Getter<Plan>;
  readonly accidents: Getter<Accident>;
}

/** What the rules say of a claim now, and the records they looked at. */
export interface Decision {
  readonly policy: Policy;
  readonly accident: Accident;
  readonly statement: Statement;
  /** What this claim bears of the accident's deductible. */
  readonly deductibleBorneFen: Fen;
}

/** The policy of a claim; a claim without one is a fault of ours. */
export const policyOfClaim = async (
  stores: Pick<DecisionStores, 'policies'>,
  claim: Pick<Claim, 'policyId'>,
): Promise<Policy> => {
  const policy = await stores.policies.get(claim.policyId);
  if (!policy) throw new Error('a claim without its policy');
  return policy;
};

/**
 * Computes a claim from the policy as it stands now. Inside a transaction this is what makes two approvals at once safe:
 * the one that commits second has read the policy that the first has drawn from.
 */
export const adjudicateClaim = async (
  stores: DecisionStores,
  claim: Claim,
  facts: AssessmentFacts,
): Promise<Decision> => {
  const policy = await policyOfClaim(stores, claim);
  const plan = await stores.plans.get(policy.planId);
  // The family's terms are those it bought; another version's ratios would pay a wrong amount.
  if (plan?.version !== policy.planVersion) throw new Error('the plan version of a policy is not on record');
  const accident = await accidentOf(stores, claim);
  const left = coverLeftOf(policy, claim, accident);
  return {
    policy,
    accident,
    statement: adjudicate(plan, left, facts),
    deductibleBorneFen: deductibleBorneBy(plan, left, facts),
  };
};
