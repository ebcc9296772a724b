import type { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import type { CaseView } from '../../../shared/claim/case-view';
import type { Claim } from '../../../shared/claim/claim.schema';
import { approveClaim, assessClaim } from '../../../shared/claim/move-case.contracts';
import type { Contract, InputOf } from '../../../shared/contract/contract';
import { sumOf, type Fen } from '../../../shared/money/fen';
import type { Payout } from '../../../shared/payout/payout.schema';
import { APPROVER, type CastHousehold } from '../../../shared/testing/cast';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import { coveredFamilies } from './claims';
import { newFamily } from './families';
import { requestIdForTest, setStage, type Stage } from './stage';

/** A family and the policy that covers it. */
export interface Covered {
  readonly family: CastHousehold;
  readonly policyId: string;
}

/** Covers so many new families; each call of what it answers gives one that no other test has used. */
export const nextFamilyOf = async (stage: Stage, count: number): Promise<() => Covered> => {
  const families = Array.from({ length: count }, () => newFamily());
  const policies = await coveredFamilies(stage, ...families);
  const left = families.map((family, index): Covered => ({ family, policyId: policies[index] ?? '' }));
  return () => {
    const one = left.pop();
    if (!one) throw new Error('too few families');
    return one;
  };
};

/** A claim as somebody has it on the screen. */
interface Seen {
  readonly claimId: string;
  readonly version: number;
}

/** A new request about a claim, at the version that was seen. */
export const step = ({ claimId, version }: Seen): Seen & { readonly requestId: string } => ({
  requestId: requestIdForTest(),
  claimId,
  version,
});

/** A family's answer to the decision that it saw. */
export const answer = (
  claimId: string,
  version: number,
  of: InputOf<typeof answerDecision>['answer'],
): InputOf<typeof answerDecision> => ({ ...step({ claimId, version }), answer: of });

/** What tests of decisions look up and do on one stage. */
export class DecidedClaims {
  constructor(private readonly stage: Stage) {}

  /** `OK`, or the code of the error. */
  async codeFor<C extends Contract>(contract: C, input: InputOf<C>, openid: string): Promise<string> {
    const reply = await this.stage.call(contract, input, openid);
    return reply.ok ? 'OK' : reply.error.code;
  }

  async claimOf(claimId: string): Promise<Claim> {
    const claim = await this.stage.workshop.read.claims.get(claimId);
    if (!claim) throw new Error('no claim');
    return claim;
  }

  async medicalPaid(policyId: string): Promise<Fen | undefined> {
    return (await this.stage.workshop.read.policies.get(policyId))?.medicalPaidFen;
  }

  /** Every payment of a claim, oldest first. */
  payoutsOf(claimId: string): Promise<Payout[]> {
    const where = { claimId };
    return this.stage.workshop.read.payouts.find({ where, orderBy: [['createdAt', 'asc']], limit: 20 });
  }

  /** What the ledger says is owed to the family of a claim: what was decided, less what was reversed. */
  async owedFen(claimId: string): Promise<Fen> {
    const entries = await this.stage.workshop.read.ledger.find({ where: { subject: claimId }, limit: 20 });
    return sumOf(
      entries.flatMap(({ rows }) =>
        rows.filter(({ account }) => account === 'claimsExpense').map(({ amountFen }) => amountFen),
      ),
    );
  }

  today(): ChinaDay {
    return chinaDayOf(this.stage.cloud.clock.now());
  }

  /** Assessed anew by one colleague and approved by another. */
  async approveFor(claimId: string, facts: AssessmentFacts, by: string): Promise<CaseView> {
    const { version } = await this.claimOf(claimId);
    const again = { ...step({ claimId, version }), facts, reason: '重新核定' };
    const assessed = await this.stage.ask(assessClaim, again, by);
    return (await this.stage.ask(approveClaim, step(assessed.case), APPROVER.openid)).case;
  }
}

/** A stage on which claims are decided, and so many families of which each test takes its own. */
export const decisionStage = async (
  families: number,
): Promise<{ stage: Stage; claims: DecidedClaims; next: () => Covered }> => {
  const stage = await setStage();
  return { stage, claims: new DecidedClaims(stage), next: await nextFamilyOf(stage, families) };
};
