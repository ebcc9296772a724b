import {
  answerDecision,
  correctAccount,
  rateClaim,
  reopenClaim,
} from '../../../shared/claim/answer-decision.contracts';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { assessClaim, recordAgreement, refuseClaim } from '../../../shared/claim/move-case.contracts';
import { recordPayoutResult, sendPayout } from '../../../shared/payout/payout.contracts';
import { APPROVER, CASHIER, HANDLER, SECOND_HANDLER, SUPERVISOR } from '../../../shared/testing/cast';
import { approvedCase, billsOf, filedClaim } from '../../_tools/testing/claims';
import {
  type DecidedClaims,
  answer,
  decisionStage,
  step,
  type Covered,
} from '../../_tools/testing/decided-claims';
import { requestIdForTest, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claims: DecidedClaims;
let next: () => Covered;
beforeAll(async () => {
  ({ stage, claims, next } = await decisionStage(5));
});
afterAll(() => stage.close());

const reason = '金额不对，少算了一张发票';

describe('a family answers a decision', () => {
  it('orders the payment by agreeing, once, to what was on its screen', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const { version } = await approvedCase(stage, claimId);
    const old = answer(claimId, version - 1, { kind: 'agree' });
    expect(await claims.codeFor(answerDecision, old, family.openid)).toBe('VERSION_CHANGED');
    expect(await claims.payoutsOf(claimId)).toEqual([]);
    const agree = answer(claimId, version, { kind: 'agree' });
    expect(await claims.codeFor(answerDecision, agree, next().family.openid)).toBe('CLAIM_NOT_FOUND');
    const replies = await Promise.all([1, 2, 3].map(() => stage.ask(answerDecision, agree, family.openid)));
    expect(replies.map(({ claim }) => claim.state)).toEqual(['agreed', 'agreed', 'agreed']);
    expect(await claims.payoutsOf(claimId)).toMatchObject([
      { amountFen: 230_445, purpose: 'claim', payee: 0 },
    ]);
    expect(await claims.claimOf(claimId)).toMatchObject({ orderedFen: 230_445, turn: 'cashier' });
  });

  it('objects once: somebody else reviews, what was drawn is given back and drawn anew', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const { version } = await approvedCase(stage, claimId);
    expect(await claims.medicalPaid(policyId)).toBe(230_445);
    const { claim } = await stage.ask(
      answerDecision,
      answer(claimId, version, { kind: 'object', reason }),
      family.openid,
    );
    expect(claim).toMatchObject({ state: 'objected', statement: null, decidedFen: null });
    const again = { ...step({ claimId, version: version + 1 }), facts: billsOf(500_000, 120_000), reason };
    expect(await claims.codeFor(assessClaim, again, HANDLER.openid)).toBe('REVIEW_BY_ANOTHER');
    const approved = await claims.approveFor(claimId, billsOf(500_000, 120_000), SECOND_HANDLER.openid);
    expect(approved.statement?.totalFen).toBe(333_000);
    expect(await claims.medicalPaid(policyId)).toBe(333_000);
    expect(await claims.owedFen(claimId)).toBe(333_000);
    const second = answer(claimId, approved.version, { kind: 'object', reason });
    expect(await claims.codeFor(answerDecision, second, family.openid)).toBe('OBJECTED_ALREADY');
    await stage.ask(answerDecision, answer(claimId, approved.version, { kind: 'agree' }), family.openid);
    expect(await claims.payoutsOf(claimId)).toMatchObject([{ amountFen: 333_000 }]);
  });

  it('objects to a refusal too, and a refusal after an approval gives back what was drawn', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const { version } = await approvedCase(stage, claimId);
    await stage.ask(answerDecision, answer(claimId, version, { kind: 'object', reason }), family.openid);
    const objected = await claims.claimOf(claimId);
    const assessed = await stage.ask(
      assessClaim,
      { ...step({ claimId, version: objected.version }), facts: billsOf(386_050, 0), reason: '复核' },
      SECOND_HANDLER.openid,
    );
    await stage.ask(refuseClaim, { ...step(assessed.case), reason: '发票是别人的' }, APPROVER.openid);
    expect(await claims.medicalPaid(policyId)).toBe(0);
    expect(await claims.owedFen(claimId)).toBe(0);
    const { claim } = await stage.ask(getMyClaim, { claimId }, family.openid);
    expect(claim).toMatchObject({ refusal: '发票是别人的', statement: null, decidedFen: 0 });
    expect(claim.actions).toEqual(['rate', 'reopen']);
  });

  it('by phone, through a supervisor, for who has no phone of their own', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const approved = await approvedCase(stage, claimId);
    const agreement = { ...step(approved), reason: '电话里核对过金额，本人同意' };
    expect(await claims.codeFor(recordAgreement, agreement, APPROVER.openid)).toBe('FORBIDDEN');
    await stage.ask(recordAgreement, agreement, SUPERVISOR.openid);
    expect(await claims.payoutsOf(claimId)).toMatchObject([{ amountFen: 230_445, state: 'ready' }]);

    // And after the money came: rated once, opened again, paid what is more.
    const [payout] = await claims.payoutsOf(claimId);
    const send = () => ({ requestId: requestIdForTest(), payoutId: payout?.id ?? '' });
    await stage.ask(sendPayout, send(), CASHIER.openid);
    await stage.ask(
      recordPayoutResult,
      { ...send(), result: { outcome: 'failed', reason: '账号不存在' } },
      CASHIER.openid,
    );
    const better = {
      requestId: requestIdForTest(),
      claimId,
      payee: 0,
      number: '6222021402007654321',
      bank: '农业银行',
    };
    expect(await claims.codeFor(correctAccount, { ...better, number: '1' }, family.openid)).toBe(
      'ACCOUNT_INVALID',
    );
    await stage.ask(correctAccount, better, family.openid);
    expect(await claims.payoutsOf(claimId)).toMatchObject([
      { account: { holder: family.name, number: '6222021402007654321' }, state: 'failed' },
    ]);
    await stage.ask(sendPayout, send(), CASHIER.openid);
    await stage.ask(
      recordPayoutResult,
      { ...send(), result: { outcome: 'paid', bankReference: 'BK-1001' } },
      CASHIER.openid,
    );
    const stars = { requestId: requestIdForTest(), claimId, stars: 5, words: '很快' };
    expect((await stage.ask(rateClaim, stars, family.openid)).claim.rating).toMatchObject({ stars: 5 });
    const other = { ...stars, requestId: requestIdForTest(), stars: 1 };
    expect(await claims.codeFor(rateClaim, other, family.openid)).toBe('RATED_ALREADY');

    const reopen = { requestId: requestIdForTest(), claimId, reason: '漏了一张复查的发票' };
    expect((await stage.ask(reopenClaim, reopen, family.openid)).claim.state).toBe('reopened');
    const decided = await claims.approveFor(claimId, billsOf(486_050, 120_000), HANDLER.openid);
    expect(decided.statement?.totalFen).toBe(320_445);
    const payments = async () =>
      (await stage.ask(getMyClaim, { claimId }, family.openid)).claim.payouts.map(
        ({ amountFen, isCurrent }) => [amountFen, isCurrent],
      );
    expect(await payments()).toEqual([[230_445, false]]);
    await stage.ask(answerDecision, answer(claimId, decided.version, { kind: 'agree' }), family.openid);
    expect(await payments()).toEqual([
      [230_445, false],
      [90_000, true],
    ]);
    expect(await claims.medicalPaid(policyId)).toBe(320_445);
  });
});
