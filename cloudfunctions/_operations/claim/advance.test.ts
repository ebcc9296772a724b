import { answerDecision, correctAccount, reopenClaim } from '../../../shared/claim/answer-decision.contracts';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import {
  approveAdvance,
  approveClaim,
  assessClaim,
  openPanel,
  proposeAdvance,
  votePanel,
} from '../../../shared/claim/move-case.contracts';
import { sumOf } from '../../../shared/money/fen';
import { recordPayoutResult, sendPayout } from '../../../shared/payout/payout.contracts';
import { APPROVER, CASHIER, HANDLER, PANELISTS, type CastHousehold } from '../../../shared/testing/cast';
import { chinaDayOf } from '../../../shared/time/china-day';
import { assessedCase, billsOf, filedClaim, payeeOf, registeredCase } from '../../_tools/testing/claims';
import { type DecidedClaims, decisionStage, step, type Covered } from '../../_tools/testing/decided-claims';
import { requestIdForTest, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claims: DecidedClaims;
let next: () => Covered;
beforeAll(async () => {
  ({ stage, claims, next } = await decisionStage(5));
});
afterAll(() => stage.close());

const BILLS = billsOf(386_050, 120_000);
const WHOLE_FEN = 230_445;

/** Proposed by the handler and approved by somebody else; answers its payments. */
const advanced = async (claimId: string, facts: AssessmentFacts) => {
  const registered = await registeredCase(stage, claimId);
  const proposed = await stage.ask(
    proposeAdvance,
    { ...step(registered), facts, reason: '这部分没有争议' },
    HANDLER.openid,
  );
  await stage.ask(approveAdvance, step(proposed.case), APPROVER.openid);
  return claims.payoutsOf(claimId);
};
const sends = (payoutId: string) =>
  stage.ask(sendPayout, { requestId: requestIdForTest(), payoutId }, CASHIER.openid);
const arrives = (payoutId: string) =>
  stage.ask(
    recordPayoutResult,
    {
      requestId: requestIdForTest(),
      payoutId,
      result: { outcome: 'paid', bankReference: `BK-${payoutId.slice(-8)}` },
    },
    CASHIER.openid,
  );
const comesBack = (payoutId: string) =>
  stage.ask(
    recordPayoutResult,
    { requestId: requestIdForTest(), payoutId, result: { outcome: 'failed', reason: '账号不存在' } },
    CASHIER.openid,
  );
/** Decided over the same or more bills, and the family agrees. */
const agreed = async (claimId: string, facts: AssessmentFacts, family: CastHousehold) => {
  const { version } = await claims.claimOf(claimId);
  const assessed = await stage.ask(
    assessClaim,
    { ...step({ claimId, version }), facts, reason: '全部核定' },
    HANDLER.openid,
  );
  const { case: approved } = await stage.ask(approveClaim, step(assessed.case), APPROVER.openid);
  await stage.ask(answerDecision, { ...step(approved), answer: { kind: 'agree' } }, family.openid);
};
/** How often the figures count a claim as paid. */
const timesCounted = async (claimId: string): Promise<number> => {
  const events = await stage.workshop.read.figureEvents.find({ where: { folded: false }, limit: 500 });
  return sumOf(events.filter(({ subject }) => subject === claimId).map(({ adds }) => adds.claimsPaid));
};

describe('an advance', () => {
  it('that the bank returned is paid to a better account of the family, and the claim is paid only then', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const [payment] = await advanced(claimId, BILLS);
    const payoutId = payment?.id ?? '';
    await sends(payoutId);
    await comesBack(payoutId);
    const { claim } = await stage.ask(getMyClaim, { claimId }, family.openid);
    expect(claim.actions).toContain('correctAccount');

    // Nothing is left to order, but nothing has arrived.
    await agreed(claimId, BILLS, family);
    expect(await claims.claimOf(claimId)).toMatchObject({
      state: 'agreed',
      turn: 'cashier',
      paidAt: null,
      paidFen: 0,
    });

    const better = { requestId: requestIdForTest(), claimId, payee: 0, bank: '建设银行明溪支行' };
    await stage.ask(correctAccount, { ...better, number: '6217 0018 2000 7654 321' }, family.openid);
    const again = { ...better, requestId: requestIdForTest(), payee: 3, number: '6217001820007654321' };
    expect(await stage.call(correctAccount, again, family.openid)).toMatchObject({
      error: { code: 'CLAIM_STATE_WRONG' },
    });
    expect(await claims.payoutsOf(claimId)).toMatchObject([
      { state: 'failed', account: { number: '6217001820007654321', bank: '建设银行明溪支行' } },
    ]);
    await sends(payoutId);
    await arrives(payoutId);
    expect(await claims.claimOf(claimId)).toMatchObject({
      state: 'paid',
      paidFen: WHOLE_FEN,
      orderedFen: WHOLE_FEN,
    });
    expect(await timesCounted(claimId)).toBe(1);
  });

  it('that arrived before the decision leaves nothing to pay: the claim is paid by agreeing, and counts once', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const [payment] = await advanced(claimId, BILLS);
    await sends(payment?.id ?? '');
    await arrives(payment?.id ?? '');
    expect(await timesCounted(claimId)).toBe(0);
    await agreed(claimId, BILLS, family);
    expect(await claims.claimOf(claimId)).toMatchObject({ state: 'paid', paidFen: WHOLE_FEN });
    expect(await timesCounted(claimId)).toBe(1);
  });

  it('still under way holds a claim back whose other money has arrived', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    await advanced(claimId, billsOf(100_000, 0));
    await agreed(claimId, BILLS, family);
    const [early, rest] = (await claims.payoutsOf(claimId)).map(({ id }) => id);
    await sends(rest ?? '');
    await arrives(rest ?? '');
    expect(await claims.claimOf(claimId)).toMatchObject({ state: 'paying', paidFen: WHOLE_FEN - 81_000 });
    await sends(early ?? '');
    await arrives(early ?? '');
    expect(await claims.claimOf(claimId)).toMatchObject({ state: 'paid', paidFen: WHOLE_FEN });
    expect(await timesCounted(claimId)).toBe(1);
  });

  it('for a case that was opened again pays only what goes beyond what was paid before', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    await assessedCase(stage, claimId, BILLS);
    const assessed = await claims.claimOf(claimId);
    const { case: approved } = await stage.ask(
      approveClaim,
      step({ claimId, version: assessed.version }),
      APPROVER.openid,
    );
    await stage.ask(answerDecision, { ...step(approved), answer: { kind: 'agree' } }, family.openid);
    const [first] = await claims.payoutsOf(claimId);
    await sends(first?.id ?? '');
    await arrives(first?.id ?? '');
    const reopened = { requestId: requestIdForTest(), claimId, reason: '又有一张发票' };
    await stage.ask(reopenClaim, reopened, family.openid);

    const propose = async (facts: AssessmentFacts) => {
      const { version } = await claims.claimOf(claimId);
      const input = { ...step({ claimId, version }), facts, reason: '这部分没有争议' };
      return stage.call(proposeAdvance, input, HANDLER.openid);
    };
    expect(await propose(BILLS)).toMatchObject({ error: { code: 'CLAIM_STATE_WRONG' } });
    // (5,000 − 1,200 − 100) × 90 % = 3,330.
    expect(await propose(billsOf(500_000, 120_000))).toMatchObject({ ok: true });
    const { version } = await claims.claimOf(claimId);
    await stage.ask(approveAdvance, step({ claimId, version }), APPROVER.openid);
    expect(await claims.claimOf(claimId)).toMatchObject({
      orderedFen: 333_000,
      drawn: { totalFen: 333_000 },
    });
    expect((await claims.payoutsOf(claimId)).map(({ amountFen }) => amountFen)).toEqual([
      WHOLE_FEN,
      333_000 - WHOLE_FEN,
    ]);
  });

  it('of a death without consent waits for the panel as the decision does', async () => {
    const { family, policyId } = next();
    const payees = [payeeOf('赵大山', { relation: 'heir', proofPhoto: 0 })];
    const claimId = await filedClaim(stage, family, policyId, { personIndex: 1, kind: 'death', payees });
    const policy = await stage.workshop.read.policies.get(policyId);
    if (!policy) throw new Error('no policy');
    const insured = policy.insured.map((one, index) => (index === 1 ? { ...one, consent: null } : one));
    await stage.workshop.write((tx) => tx.policies.put({ ...policy, insured }));
    const facts: AssessmentFacts = {
      benefits: [{ kind: 'death', diedOn: chinaDayOf(stage.cloud.clock.now()), paidByOtherInsurersFen: 0 }],
      refused: [],
      exGratia: [],
    };
    const registered = await registeredCase(stage, claimId);
    const reason = '事实清楚';
    const proposal = { ...step(registered), facts, reason };
    const { case: proposed } = await stage.ask(proposeAdvance, proposal, HANDLER.openid);
    const refused = await stage.call(approveAdvance, step(proposed), APPROVER.openid);
    expect(refused).toMatchObject({ error: { code: 'PANEL_AWAITED' } });
    expect(await claims.payoutsOf(claimId)).toEqual([]);

    let { case: asked } = await stage.ask(openPanel, { ...step(proposed), reason }, APPROVER.openid);
    for (const { openid } of PANELISTS.slice(0, 2)) {
      asked = (await stage.ask(votePanel, { ...step(asked), choice: 'pay', reason }, openid)).case;
    }
    await stage.ask(approveAdvance, step(asked), APPROVER.openid);
    expect(await claims.payoutsOf(claimId)).toMatchObject([{ purpose: 'advance', amountFen: 66_666_67 }]);
  });
});
