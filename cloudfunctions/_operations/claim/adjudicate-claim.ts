import type { Accident } from '../../../shared/claim/accident.schema';
import { adjudicate, type AnsweringPolicy, type ClaimedPerson } from '../../../shared/claim/adjudicate';
import type { AssessmentFacts, Statement, StatementPart } from '../../../shared/claim/assessment.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { coverLeftOf, personOf, releaseFrom, type Claimed } from '../../../shared/claim/draw';
import { factsFaults } from '../../../shared/claim/facts-faults';
import { refuseFaults } from '../../../shared/errors/app-error';
import { sumOf } from '../../../shared/money/fen';
import type { PersonCover, Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { Vault } from '../../_core/vault';
import { heldCover } from '../policy/held-cover';
import { coveredOn } from '../policy/person-covers';
import { accidentOf } from './accident-of-claim';

interface Getter<T> {
  get(id: string): Promise<T | undefined>;
}

/** The stores a decision is computed from; those of a transaction or those outside. */
export interface DecisionStores {
  readonly policies: Getter<Policy>;
  readonly plans: Getter<Plan>;
  readonly accidents: Getter<Accident>;
  readonly personCovers: Getter<PersonCover>;
}

/** One policy of a claim as a decision finds it: what this claim has drawn before is given back. */
export interface FreedPolicy {
  readonly policy: Policy;
  readonly accident: Accident;
}

/** What the rules say of a claim now, and the records they looked at. */
export interface Decision {
  readonly freed: readonly FreedPolicy[];
  readonly statement: Statement;
}

/** The policies of a claim, the family's own first; a claim without one is a fault of ours. */
export const policiesOfClaim = async (
  stores: Pick<DecisionStores, 'policies'>,
  { policyIds }: Pick<Claim, 'policyIds'>,
): Promise<[Policy, ...Policy[]]> => {
  const found: Policy[] = [];
  for (const id of policyIds) {
    const policy = await stores.policies.get(id);
    if (!policy) throw new Error('a claim without its policy');
    found.push(policy);
  }
  const [first, ...others] = found;
  if (!first) throw new Error('a claim without a policy');
  return [first, ...others];
};

/** The plan in the version that the family bought; another version's ratios would pay a wrong amount. */
const planOfPolicy = async (stores: Pick<DecisionStores, 'plans'>, policy: Policy): Promise<Plan> => {
  const plan = await stores.plans.get(policy.planId);
  if (plan?.version !== policy.planVersion) throw new Error('the plan version of a policy is not on record');
  return plan;
};

/** The person of a claim as the rules look at them. */
const claimedPersonOf = (policy: Policy, claim: Pick<Claim, 'personKey' | 'accidentAt'>): ClaimedPerson => ({
  birthDay: personOf(policy, claim.personKey).birthDay,
  accidentAt: claim.accidentAt,
});

/** Whether the person's cover went on without a gap when this policy began: a renewal waits for no disease. */
const continuesOn = async (
  stores: Pick<DecisionStores, 'personCovers'>,
  vault: Vault,
  policy: Policy,
  personKey: string,
): Promise<boolean> => {
  const person = coveredOn(policy, personOf(policy, personKey));
  const { periods } = await heldCover(stores, vault, policy.line, person);
  return periods.some(({ endAt }) => endAt === policy.startAt);
};

/** The policies of a claim and their accidents, with everything that this claim has drawn given back. Stores nothing. */
export const freedPolicies = async (stores: DecisionStores, claim: Claim): Promise<FreedPolicy[]> => {
  const freed: FreedPolicy[] = [];
  for (const held of await policiesOfClaim(stores, claim)) {
    const stood = await accidentOf(stores, held.id, claim);
    const parts = partsOf(claim.drawn, held.id);
    const borneFen = sumOf(parts.map(({ deductibleFen }) => deductibleFen));
    freed.push({
      policy: releaseFrom(held, claim, claim.id, parts),
      accident: { ...stood, deductibleBorneFen: stood.deductibleBorneFen - borneFen },
    });
  }
  return freed;
};

/** The parts of a statement that concern one policy. */
export const partsOf = (statement: Statement | null, policyId: string): StatementPart[] =>
  (statement?.parts ?? []).filter((part) => part.policyId === policyId);

/** A policy as the rules look at it: what it has left for the person of a claim, by the terms that the family bought. */
export const answeringOf = async (
  stores: Pick<DecisionStores, 'plans' | 'personCovers'>,
  vault: Vault,
  claim: Claimed,
  policy: Policy,
  accident: Pick<Accident, 'deductibleBorneFen'>,
): Promise<AnsweringPolicy> => {
  const plan = await planOfPolicy(stores, policy);
  return {
    policyId: policy.id,
    policyNumber: policy.number,
    planName: plan.name,
    coverage: plan,
    left: coverLeftOf(policy, claim, accident),
    startAt: policy.startAt,
    continues: plan.illness !== null && (await continuesOn(stores, vault, policy, claim.personKey)),
  };
};

interface Deciding {
  readonly stores: DecisionStores;
  readonly vault: Vault;
}

/** What a claim is decided from: its policies as they stand now, without what it drew itself, and its person. */
const groundsOf = async ({ stores, vault }: Deciding, claim: Claim) => {
  const freed = await freedPolicies(stores, claim);
  const [first] = freed;
  if (!first) throw new Error('a claim without a policy');
  const answering: AnsweringPolicy[] = [];
  for (const { policy, accident } of freed) {
    answering.push(await answeringOf(stores, vault, claim, policy, accident));
  }
  return { freed, answering, person: claimedPersonOf(first.policy, claim) };
};

/**
 * Computes a claim from facts as they are entered, and its policies as they stand now.
 * Throws FACTS_WRONG, AMOUNT_INVALID at the place of the fault.
 */
export const adjudicateClaim = async (
  { now, ...deciding }: Deciding & { readonly now: EpochMs },
  claim: Claim,
  facts: AssessmentFacts,
): Promise<Decision> => {
  const { freed, answering, person } = await groundsOf(deciding, claim);
  refuseFaults(factsFaults(facts, person, answering, now));
  return { freed, statement: adjudicate(answering, person, facts) };
};

/**
 * Computes a claim again from facts that were checked when they were entered: what is left may have become less, even
 * nothing, and that is a changed decision, not a fault of the facts. Inside a transaction this is what makes two
 * approvals at once safe: the one that commits second has read the policy that the first has drawn from. Source: domain R9.
 */
export const recomputeClaim = async (
  deciding: Deciding,
  claim: Claim,
  facts: AssessmentFacts,
): Promise<Decision> => {
  const { freed, answering, person } = await groundsOf(deciding, claim);
  return { freed, statement: adjudicate(answering, person, facts) };
};
