import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import { listDeskQueue } from '../../../shared/claim/list-desk-queue.contract';
import {
  approveAdvance,
  approveClaim,
  openPanel,
  proposeAdvance,
  refuseClaim,
  reopenCase,
  votePanel,
} from '../../../shared/claim/move-case.contracts';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { sumOf } from '../../../shared/money/fen';
import { recordPayoutResult, sendPayout } from '../../../shared/payout/payout.contracts';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import {
  APPROVER,
  CASHIER,
  HANDLER,
  PANELISTS,
  SECOND_HANDLER,
  SUPERVISOR,
} from '../../../shared/testing/cast';
import {
  assessedCase,
  billsOf,
  filedClaim,
  gradeOf,
  hires,
  payeeOf,
  registeredCase,
} from '../../_tools/testing/claims';
import {
  answer,
  type DecidedClaims,
  decisionStage,
  step,
  type Covered,
} from '../../_tools/testing/decided-claims';
import { requestIdForTest, type Stage } from '../../_tools/testing/stage';

const SMALL_APPROVER = 'o-small-approver';
let stage: Stage;
let claims: DecidedClaims;
let next: () => Covered;
beforeAll(async () => {
  ({ stage, claims, next } = await decisionStage(4));
  await hires(stage, SMALL_APPROVER, ['approver'], undefined, 1_000_00);
});
afterAll(() => stage.close());

const reason = '金额不对，少算了一张发票';

describe('above what one colleague may decide', () => {
  it('an approver with a limit approves up to it, and is told who may', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const assessed = await assessedCase(stage, claimId);
    const reply = await stage.call(approveClaim, step(assessed), SMALL_APPROVER);
    expect(reply).toMatchObject({
      error: { code: 'OVER_LIMIT', message: expect.stringContaining('1,000') as string },
    });
    expect(await claims.medicalPaid(policyId)).toBe(0);
  });

  it('a panel that was asked decides by two votes of people apart; nobody goes against it', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId, { kind: 'disability' });
    const assessed = await assessedCase(stage, claimId, gradeOf(8, claims.today()));
    const { case: asked } = await stage.ask(
      openPanel,
      { ...step(assessed), reason: '伤残等级有争议' },
      HANDLER.openid,
    );
    expect(await claims.codeFor(approveClaim, step(asked), APPROVER.openid)).toBe('PANEL_AWAITED');
    expect(await claims.codeFor(refuseClaim, { ...step(asked), reason }, APPROVER.openid)).toBe(
      'PANEL_AWAITED',
    );
    await hires(stage, HANDLER.openid, ['handler', 'panelist']);
    const vote = (version: number) => ({
      ...step({ claimId, version }),
      choice: 'pay' as const,
      reason: '鉴定清楚',
    });
    expect(await claims.codeFor(votePanel, vote(asked.version), HANDLER.openid)).toBe('OWN_ASSESSMENT');
    const awaitsVoteOf = async (openid: string): Promise<boolean> => {
      const { rows } = await stage.ask(listDeskQueue, {}, openid);
      return rows.some((row) => row.claimId === claimId && row.mine);
    };
    let { version } = asked;
    for (const { openid } of PANELISTS.slice(0, 2)) {
      expect(await awaitsVoteOf(openid)).toBe(true);
      const voted = await stage.ask(votePanel, vote(version), openid);
      expect(await awaitsVoteOf(openid)).toBe(false);
      ({ version } = voted.case);
      expect(await claims.codeFor(votePanel, vote(version), openid)).toMatch(/VOTED_ALREADY|PANEL_NOT_OPEN/);
    }
    expect((await claims.claimOf(claimId)).panel).toMatchObject({ outcome: 'pay' });
    expect(await claims.codeFor(votePanel, vote(version), PANELISTS[2]?.openid ?? '')).toBe('PANEL_NOT_OPEN');
    expect(
      await claims.codeFor(refuseClaim, { ...step({ claimId, version }), reason }, APPROVER.openid),
    ).toBe('PANEL_SAYS_OTHERWISE');
    expect(await claims.codeFor(approveClaim, step({ claimId, version }), APPROVER.openid)).toBe('OK');
    const over = { ...step({ claimId, version: version + 1 }), reason: '再看一遍' };
    expect(await claims.codeFor(reopenCase, over, SUPERVISOR.openid)).toBe('CLAIM_STATE_WRONG');
  });
});

describe('an advance of the certain part', () => {
  it('is proposed by one, approved by another, paid apart, and counts towards the whole', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const registered = await registeredCase(stage, claimId);
    const certain = { facts: billsOf(100_000, 0), reason: '这张发票没有争议' };
    await hires(stage, SECOND_HANDLER.openid, ['handler', 'approver']);
    const proposed = await stage.ask(
      proposeAdvance,
      { ...step(registered), ...certain },
      SECOND_HANDLER.openid,
    );
    expect(await claims.codeFor(approveAdvance, step(proposed.case), SECOND_HANDLER.openid)).toBe(
      'OWN_ASSESSMENT',
    );
    const { case: advanced } = await stage.ask(approveAdvance, step(proposed.case), APPROVER.openid);
    expect(advanced).toMatchObject({ state: 'registered', orderedFen: 81_000 });
    expect(await claims.payoutsOf(claimId)).toMatchObject([{ purpose: 'advance', amountFen: 81_000 }]);
    expect(await claims.medicalPaid(policyId)).toBe(81_000);
    const once = { ...step(advanced), ...certain };
    expect(await claims.codeFor(proposeAdvance, once, HANDLER.openid)).toBe('ADVANCE_MADE');
    const withdrawal = { requestId: requestIdForTest(), claimId, reason: '不报了' };
    expect(await claims.codeFor(withdrawClaim, withdrawal, family.openid)).toBe('BELOW_ORDERED');

    const whole = await claims.approveFor(claimId, billsOf(386_050, 120_000), HANDLER.openid);
    expect(whole.statement?.totalFen).toBe(230_445);
    expect(await claims.medicalPaid(policyId)).toBe(230_445);
    await stage.ask(answerDecision, answer(claimId, whole.version, { kind: 'agree' }), family.openid);
    expect((await claims.payoutsOf(claimId)).map(({ amountFen }) => amountFen)).toEqual([81_000, 149_445]);
    expect(await claims.owedFen(claimId)).toBe(230_445);
  });
});

describe('after a death', () => {
  it('each heir is paid apart, in shares that add up; without consent only the panel lets it be approved', async () => {
    const { family, policyId } = next();
    const heirs = [
      payeeOf(family.members[1]?.name ?? '', { relation: 'heir', proofPhoto: 0, weight: 1 }),
      payeeOf('赵老爹', { relation: 'heir', proofPhoto: 1, weight: 1, number: '6222021402000000001' }),
      payeeOf('孙小妹', { relation: 'heir', proofPhoto: 1, weight: 1, number: '6222021402000000002' }),
    ];
    const claimId = await filedClaim(stage, family, policyId, { kind: 'death', payees: heirs });
    const policy = await stage.workshop.read.policies.get(policyId);
    if (!policy) throw new Error('no policy');
    // A gift's cover, as it stands before the person confirmed it.
    const insured = policy.insured.map((one, index) => (index === 0 ? { ...one, consent: null } : one));
    await stage.workshop.write((tx) => tx.policies.put({ ...policy, insured }));
    const facts: AssessmentFacts = {
      benefits: [{ kind: 'death', diedOn: claims.today(), paidByOtherInsurersFen: 0 }],
      refused: [],
      exGratia: [],
    };
    const assessed = await assessedCase(stage, claimId, facts);
    const totalFen = assessed.statement?.totalFen ?? 0;
    expect(await claims.codeFor(approveClaim, step(assessed), APPROVER.openid)).toBe('PANEL_AWAITED');
    let { case: asked } = await stage.ask(
      openPanel,
      { ...step(assessed), reason: '本人没有确认过' },
      APPROVER.openid,
    );
    for (const { openid } of PANELISTS.slice(0, 2)) {
      const input = { ...step(asked), choice: 'pay' as const, reason: '家属证明齐全' };
      asked = (await stage.ask(votePanel, input, openid)).case;
    }
    const { case: approved } = await stage.ask(approveClaim, step(asked), APPROVER.openid);
    await stage.ask(answerDecision, answer(claimId, approved.version, { kind: 'agree' }), family.openid);
    const payouts = await claims.payoutsOf(claimId);
    expect(payouts.map(({ account }) => account.holder).sort()).toEqual(
      heirs.map(({ holder }) => holder).sort(),
    );
    expect(sumOf(payouts.map(({ amountFen }) => amountFen))).toBe(totalFen);

    // One arrives, one comes back, the claim is paid with the last.
    const send = (payoutId: string) => ({ requestId: requestIdForTest(), payoutId });
    for (const { id } of payouts) await stage.ask(sendPayout, send(id), CASHIER.openid);
    const [first, second, third] = payouts.map(({ id }) => id);
    const paid = (id = '') =>
      stage.ask(
        recordPayoutResult,
        { ...send(id), result: { outcome: 'paid', bankReference: `BK-${id.slice(-6)}` } },
        CASHIER.openid,
      );
    await paid(first);
    await stage.ask(
      recordPayoutResult,
      { ...send(second ?? ''), result: { outcome: 'failed', reason: '户名不符' } },
      CASHIER.openid,
    );
    await paid(third);
    expect((await claims.claimOf(claimId)).state).toBe('paymentFailed');
    await stage.ask(sendPayout, send(second ?? ''), CASHIER.openid);
    await paid(second);
    expect(await claims.claimOf(claimId)).toMatchObject({ state: 'paid', paidFen: totalFen });
    const events = await stage.workshop.read.figureEvents.find({ where: { folded: false }, limit: 500 });
    const own = events.filter(({ kind, subject }) => kind === 'claimPaid' && subject === claimId);
    expect(sumOf(own.map(({ adds }) => adds.claimsPaid))).toBe(1);
    expect(sumOf(own.map(({ adds }) => adds.paidFen))).toBe(totalFen);
  });
});
