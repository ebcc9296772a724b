import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import {
  approveClaim,
  assessClaim,
  refuseClaim,
  returnClaim,
} from '../../../shared/claim/move-case.contracts';
import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import { APPROVER, HANDLER, SECOND_HANDLER } from '../../../shared/testing/cast';
import { assessedCase, billsOf, filedClaim, payeeOf, registeredCase } from '../../_tools/testing/claims';
import { type DecidedClaims, decisionStage, step, type Covered } from '../../_tools/testing/decided-claims';
import { type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claims: DecidedClaims;
let next: () => Covered;
beforeAll(async () => {
  ({ stage, claims, next } = await decisionStage(4));
});
afterAll(() => stage.close());

const reason = '按条款核定';

/** A bill that the deductible uses up. */
const smallBill = (amountFen: number): AssessmentFacts => ({
  ...billsOf(amountFen, 0),
  refused: [{ what: '这张发票', reason: '没有超过自己先承担的 100 元', clause: '保障条款第四条' }],
});

describe('a limit that another claim of the family uses up between assessment and approval', () => {
  it('sends the case back to the handler, who says what is not paid', async () => {
    const { family, policyId } = next();
    const first = await filedClaim(stage, family, policyId);
    const payees = [payeeOf(family.members[1]?.name ?? '')];
    const second = await filedClaim(stage, family, policyId, { personIndex: 1, payees });
    const [one, other] = [
      await assessedCase(stage, first, billsOf(20_000_00, 0)),
      await assessedCase(stage, second, billsOf(20_000_00, 0)),
    ];
    await stage.ask(approveClaim, step(one), APPROVER.openid);
    const refused = await stage.call(approveClaim, step(other), APPROVER.openid);
    expect(refused).toMatchObject({ error: { code: 'DECISION_CHANGED' } });
    expect(await claims.claimOf(second)).toMatchObject({ state: 'returned', turn: 'handler', drawn: null });
    expect(await stage.workshop.read.policies.get(policyId)).toMatchObject({ medicalPaidFen: 12_000_00 });
  });
});

describe('the deductible of an accident', () => {
  it('is borne once, by a bill for which nothing is paid as by any other', async () => {
    const { family, policyId } = next();
    const first = await filedClaim(stage, family, policyId);
    const small = await assessedCase(stage, first, smallBill(80_00));
    await stage.ask(refuseClaim, { ...step(small), reason }, APPROVER.openid);
    expect(await claims.claimOf(first)).toMatchObject({ state: 'refused', orderedFen: 0 });
    // 80 of the 100 are borne: (500 − 20) × 90 %.
    const second = await filedClaim(stage, family, policyId);
    const assessed = await assessedCase(stage, second, billsOf(500_00, 0));
    expect(assessed.statement?.totalFen).toBe(432_00);
  });

  it('is given back by a bill that is looked at again', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const small = await assessedCase(stage, claimId, smallBill(80_00));
    const refused = await stage.ask(refuseClaim, { ...step(small), reason }, APPROVER.openid);
    const objection = { kind: 'object' as const, reason: '还有一张发票没有算' };
    const { claim } = await stage.ask(
      answerDecision,
      { ...step(refused.case), answer: objection },
      family.openid,
    );
    // The same claim bears its own deductible once: (580 − 100) × 90 %.
    const again = { ...step(claim), facts: billsOf(580_00, 0), reason };
    const assessed = await stage.ask(assessClaim, again, SECOND_HANDLER.openid);
    expect(assessed.case.statement?.totalFen).toBe(432_00);
  });

  it('is not borne by a claim that was refused for another reason', async () => {
    const { family, policyId } = next();
    const first = await filedClaim(stage, family, policyId);
    const registered = await registeredCase(stage, first);
    const facts = { ...billsOf(500_00, 0), refused: [] };
    const assessed = await stage.ask(assessClaim, { ...step(registered), facts, reason }, HANDLER.openid);
    const returned = await stage.ask(returnClaim, { ...step(assessed.case), reason }, APPROVER.openid);
    const outright = { benefits: [], exGratia: [], refused: smallBill(0).refused };
    const anew = await stage.ask(
      assessClaim,
      { ...step(returned.case), facts: outright, reason },
      HANDLER.openid,
    );
    await stage.ask(refuseClaim, { ...step(anew.case), reason }, APPROVER.openid);
    const second = await filedClaim(stage, family, policyId);
    const later = await assessedCase(stage, second, billsOf(500_00, 0));
    expect(later.statement?.totalFen).toBe(360_00);
  });
});
