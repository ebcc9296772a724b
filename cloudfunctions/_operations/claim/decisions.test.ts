import type { Contract, InputOf } from '../../../shared/contract/contract';
import {
  answerDecision,
  correctAccount,
  rateClaim,
  reopenClaim,
  sendPapers,
} from '../../../shared/claim/answer-decision.contracts';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { listDeskQueue } from '../../../shared/claim/list-desk-queue.contract';
import {
  allowSecondNotice,
  approveAdvance,
  approveClaim,
  askPapers,
  assessClaim,
  investigateClaim,
  openPanel,
  proposeAdvance,
  recordAgreement,
  refuseClaim,
  reopenCase,
  resumeCase,
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
  type CastHousehold,
} from '../../../shared/testing/cast';
import { chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import {
  approvedCase,
  assessedCase,
  billsOf,
  coveredFamilies,
  filedClaim,
  gradeOf,
  hires,
  payeeOf,
  registeredCase,
  uploadPhotos,
} from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
const FAMILIES = 9;
const covered: { family: CastHousehold; policyId: string }[] = [];
const SMALL_APPROVER = 'o-small-approver';

beforeAll(async () => {
  stage = await setStage();
  const families = Array.from({ length: FAMILIES }, () => newFamily());
  const policies = await coveredFamilies(stage, ...families);
  families.forEach((family, index) => covered.push({ family, policyId: policies[index] ?? '' }));
  await hires(stage, SMALL_APPROVER, ['approver'], undefined, 1_000_00);
});
afterAll(() => stage.close());

/** A covered family that no other test uses. */
const next = (): { family: CastHousehold; policyId: string } => {
  const one = covered.pop();
  if (!one) throw new Error('too few families');
  return one;
};
const step = ({ claimId, version }: { claimId: string; version: number }) => ({
  requestId: requestIdForTest(),
  claimId,
  version,
});
const codeFor = async <C extends Contract>(
  contract: C,
  input: InputOf<C>,
  openid: string,
): Promise<string> => {
  const reply = await stage.call(contract, input, openid);
  return reply.ok ? 'OK' : reply.error.code;
};
const claimOf = async (claimId: string) => {
  const claim = await stage.workshop.read.claims.get(claimId);
  if (!claim) throw new Error('no claim');
  return claim;
};
const medicalPaid = async (policyId: string): Promise<number | undefined> =>
  (await stage.workshop.read.policies.get(policyId))?.medicalPaidFen;
const payoutsOf = (claimId: string) =>
  stage.workshop.read.payouts.find({ where: { claimId }, orderBy: [['createdAt', 'asc']], limit: 20 });
/** What the ledger says is owed to the family of a claim: what was decided, less what was reversed. */
const owedFen = async (claimId: string): Promise<number> => {
  const entries = await stage.workshop.read.ledger.find({ where: { subject: claimId }, limit: 20 });
  return sumOf(
    entries.flatMap(({ rows }) =>
      rows.filter(({ account }) => account === 'claimsExpense').map(({ amountFen }) => amountFen),
    ),
  );
};
const today = (): string => chinaDayOf(stage.cloud.clock.now());
const answer = (claimId: string, version: number, of: InputOf<typeof answerDecision>['answer']) => ({
  ...step({ claimId, version }),
  answer: of,
});
const reason = '金额不对，少算了一张发票';
const approveFor = async (claimId: string, facts: AssessmentFacts, by: string) => {
  const { version } = await claimOf(claimId);
  const assessed = await stage.ask(
    assessClaim,
    { ...step({ claimId, version }), facts, reason: '重新核定' },
    by,
  );
  const approved = await stage.ask(approveClaim, step(assessed.case), APPROVER.openid);
  return approved.case;
};

describe('a family answers a decision', () => {
  it('orders the payment by agreeing, once, to what was on its screen', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const { version } = await approvedCase(stage, claimId);
    const old = answer(claimId, version - 1, { kind: 'agree' });
    expect(await codeFor(answerDecision, old, family.openid)).toBe('VERSION_CHANGED');
    expect(await payoutsOf(claimId)).toEqual([]);
    const agree = answer(claimId, version, { kind: 'agree' });
    expect(await codeFor(answerDecision, agree, covered[0]?.family.openid ?? '')).toBe('CLAIM_NOT_FOUND');
    const replies = await Promise.all([1, 2, 3].map(() => stage.ask(answerDecision, agree, family.openid)));
    expect(replies.map(({ claim }) => claim.state)).toEqual(['agreed', 'agreed', 'agreed']);
    expect(await payoutsOf(claimId)).toMatchObject([{ amountFen: 230_445, purpose: 'claim', payee: 0 }]);
    expect(await claimOf(claimId)).toMatchObject({ orderedFen: 230_445, turn: 'cashier' });
  });

  it('objects once: somebody else reviews, what was drawn is given back and drawn anew', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const { version } = await approvedCase(stage, claimId);
    expect(await medicalPaid(policyId)).toBe(230_445);
    const { claim } = await stage.ask(
      answerDecision,
      answer(claimId, version, { kind: 'object', reason }),
      family.openid,
    );
    expect(claim).toMatchObject({ state: 'objected', statement: null, decidedFen: null });
    const again = { ...step({ claimId, version: version + 1 }), facts: billsOf(500_000, 120_000), reason };
    expect(await codeFor(assessClaim, again, HANDLER.openid)).toBe('REVIEW_BY_ANOTHER');
    const approved = await approveFor(claimId, billsOf(500_000, 120_000), SECOND_HANDLER.openid);
    expect(approved.statement?.totalFen).toBe(333_000);
    expect(await medicalPaid(policyId)).toBe(333_000);
    expect(await owedFen(claimId)).toBe(333_000);
    const second = answer(claimId, approved.version, { kind: 'object', reason });
    expect(await codeFor(answerDecision, second, family.openid)).toBe('OBJECTED_ALREADY');
    await stage.ask(answerDecision, answer(claimId, approved.version, { kind: 'agree' }), family.openid);
    expect(await payoutsOf(claimId)).toMatchObject([{ amountFen: 333_000 }]);
  });

  it('objects to a refusal too, and a refusal after an approval gives back what was drawn', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const { version } = await approvedCase(stage, claimId);
    await stage.ask(answerDecision, answer(claimId, version, { kind: 'object', reason }), family.openid);
    const objected = await claimOf(claimId);
    const assessed = await stage.ask(
      assessClaim,
      { ...step({ claimId, version: objected.version }), facts: billsOf(386_050, 0), reason: '复核' },
      SECOND_HANDLER.openid,
    );
    await stage.ask(refuseClaim, { ...step(assessed.case), reason: '发票是别人的' }, APPROVER.openid);
    expect(await medicalPaid(policyId)).toBe(0);
    expect(await owedFen(claimId)).toBe(0);
    const { claim } = await stage.ask(getMyClaim, { claimId }, family.openid);
    expect(claim).toMatchObject({ refusal: '发票是别人的', statement: null, decidedFen: 0 });
    expect(claim.actions).toEqual(['rate', 'reopen']);
  });

  it('by phone, through a supervisor, for who has no phone of their own', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const approved = await approvedCase(stage, claimId);
    const agreement = { ...step(approved), reason: '电话里核对过金额，本人同意' };
    expect(await codeFor(recordAgreement, agreement, APPROVER.openid)).toBe('FORBIDDEN');
    await stage.ask(recordAgreement, agreement, SUPERVISOR.openid);
    expect(await payoutsOf(claimId)).toMatchObject([{ amountFen: 230_445, state: 'ready' }]);

    // And after the money came: rated once, opened again, paid what is more.
    const [payout] = await payoutsOf(claimId);
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
    expect(await codeFor(correctAccount, { ...better, number: '1' }, family.openid)).toBe('ACCOUNT_INVALID');
    await stage.ask(correctAccount, better, family.openid);
    expect(await payoutsOf(claimId)).toMatchObject([
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
    expect(await codeFor(rateClaim, other, family.openid)).toBe('RATED_ALREADY');

    const reopen = { requestId: requestIdForTest(), claimId, reason: '漏了一张复查的发票' };
    expect((await stage.ask(reopenClaim, reopen, family.openid)).claim.state).toBe('reopened');
    const decided = await approveFor(claimId, billsOf(486_050, 120_000), HANDLER.openid);
    expect(decided.statement?.totalFen).toBe(320_445);
    await stage.ask(answerDecision, answer(claimId, decided.version, { kind: 'agree' }), family.openid);
    expect((await payoutsOf(claimId)).map(({ amountFen }) => amountFen)).toEqual([230_445, 90_000]);
    expect(await medicalPaid(policyId)).toBe(320_445);
  });
});

/** Photos at the places of what was asked for, one for each. */
const placed = (fileIds: readonly string[]) => fileIds.map((fileId, place) => ({ fileId, place }));

describe('papers that are missing', () => {
  it('are asked for once; the clock stands until they come; once more only with a supervisor`s reason', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const registered = await registeredCase(stage, claimId);
    const ask = {
      papers: ['socialInsuranceSettlement' as const],
      others: ['学校的证明', '医保结算单'],
      reason: '算不出医保报了多少',
    };
    const { case: asked } = await stage.ask(askPapers, { ...step(registered), ...ask }, HANDLER.openid);
    expect(asked).toMatchObject({
      state: 'papersAsked',
      actions: ['resume', 'proposeAdvance', 'markGreen', 'openPanel'],
    });
    const { claim: seen } = await stage.ask(getMyClaim, { claimId }, family.openid);
    expect(seen).toMatchObject({
      missingPapers: [
        { paper: 'socialInsuranceSettlement', called: '医保结算单', photos: 0 },
        { paper: null, called: '学校的证明', photos: 0 },
      ],
      actions: ['sendPapers', 'withdraw'],
    });
    expect(seen.timeline.find(({ state }) => state === 'papersAsked')?.status).toBe('paused');
    const before = (await claimOf(claimId)).promise.day;

    await stage.cloud.clock.advance(5 * DAY_MS);
    const photos = placed(await uploadPhotos(stage, family.openid, 2));
    const sent = { requestId: requestIdForTest(), claimId, photos };
    const { claim } = await stage.ask(sendPapers, sent, family.openid);
    expect(claim).toMatchObject({ state: 'registered', missingPapers: [] });
    expect(claim.photos).toHaveLength(4);
    expect(claim.promise.day > before).toBe(true);
    expect((await stage.ask(sendPapers, sent, family.openid)).claim.photos).toHaveLength(4);
    const now = await claimOf(claimId);
    const [pause] = now.pauses;
    expect((pause?.until ?? 0) - (pause?.from ?? 0)).toBeGreaterThanOrEqual(5 * DAY_MS);

    expect(now.notices[0]?.papers.map(({ photos: shas }) => shas.length)).toEqual([1, 1]);
    const second = { ...step({ claimId, version: now.version }), ...ask };
    expect(await codeFor(askPapers, second, HANDLER.openid)).toBe('SECOND_NOTICE');
    const allowed = await stage.ask(
      allowSecondNotice,
      { ...step({ claimId, version: now.version }), reason: '医院补开了新的发票' },
      SUPERVISOR.openid,
    );
    const again = await stage.ask(askPapers, { ...step(allowed.case), ...ask }, HANDLER.openid);
    expect(again.case.notices.map(({ allowedReason }) => allowedReason)).toEqual([
      null,
      '医院补开了新的发票',
    ]);
    const resumed = await stage.ask(
      resumeCase,
      { ...step(again.case), reason: '纸质材料已收到' },
      HANDLER.openid,
    );
    const third = { ...step(resumed.case), ...ask };
    expect(await codeFor(askPapers, third, HANDLER.openid)).toBe('SECOND_NOTICE');

    const looked = await stage.ask(
      investigateClaim,
      { ...step(resumed.case), reason: '到医院核对病历' },
      HANDLER.openid,
    );
    expect(looked.case.state).toBe('investigating');
    await stage.ask(resumeCase, { ...step(looked.case), reason: '病历属实' }, HANDLER.openid);
    await stage.ask(
      withdrawClaim,
      { requestId: requestIdForTest(), claimId, reason: '不报了' },
      family.openid,
    );
    const late = {
      requestId: requestIdForTest(),
      claimId,
      photos: placed(await uploadPhotos(stage, family.openid, 1)),
    };
    expect(await codeFor(sendPapers, late, family.openid)).toBe('CLAIM_STATE_WRONG');
  });
});

describe('above what one colleague may decide', () => {
  it('an approver with a limit approves up to it, and is told who may', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const assessed = await assessedCase(stage, claimId);
    const reply = await stage.call(approveClaim, step(assessed), SMALL_APPROVER);
    expect(reply).toMatchObject({
      error: { code: 'OVER_LIMIT', message: expect.stringContaining('1,000') as string },
    });
    expect(await medicalPaid(policyId)).toBe(0);
  });

  it('a panel that was asked decides by two votes of people apart; nobody goes against it', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId, { kind: 'disability' });
    const assessed = await assessedCase(stage, claimId, gradeOf(8, today()));
    const { case: asked } = await stage.ask(
      openPanel,
      { ...step(assessed), reason: '伤残等级有争议' },
      HANDLER.openid,
    );
    expect(await codeFor(approveClaim, step(asked), APPROVER.openid)).toBe('PANEL_AWAITED');
    expect(await codeFor(refuseClaim, { ...step(asked), reason }, APPROVER.openid)).toBe('PANEL_AWAITED');
    await hires(stage, HANDLER.openid, ['handler', 'panelist']);
    const vote = (version: number) => ({
      ...step({ claimId, version }),
      choice: 'pay' as const,
      reason: '鉴定清楚',
    });
    expect(await codeFor(votePanel, vote(asked.version), HANDLER.openid)).toBe('OWN_ASSESSMENT');
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
      expect(await codeFor(votePanel, vote(version), openid)).toMatch(/VOTED_ALREADY|PANEL_NOT_OPEN/);
    }
    expect((await claimOf(claimId)).panel).toMatchObject({ outcome: 'pay' });
    expect(await codeFor(votePanel, vote(version), PANELISTS[2]?.openid ?? '')).toBe('PANEL_NOT_OPEN');
    expect(await codeFor(refuseClaim, { ...step({ claimId, version }), reason }, APPROVER.openid)).toBe(
      'PANEL_SAYS_OTHERWISE',
    );
    expect(await codeFor(approveClaim, step({ claimId, version }), APPROVER.openid)).toBe('OK');
    const over = { ...step({ claimId, version: version + 1 }), reason: '再看一遍' };
    expect(await codeFor(reopenCase, over, SUPERVISOR.openid)).toBe('CLAIM_STATE_WRONG');
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
    expect(await codeFor(approveAdvance, step(proposed.case), SECOND_HANDLER.openid)).toBe('OWN_ASSESSMENT');
    const { case: advanced } = await stage.ask(approveAdvance, step(proposed.case), APPROVER.openid);
    expect(advanced).toMatchObject({ state: 'registered', orderedFen: 81_000 });
    expect(await payoutsOf(claimId)).toMatchObject([{ purpose: 'advance', amountFen: 81_000 }]);
    expect(await medicalPaid(policyId)).toBe(81_000);
    const once = { ...step(advanced), ...certain };
    expect(await codeFor(proposeAdvance, once, HANDLER.openid)).toBe('ADVANCE_MADE');
    const withdrawal = { requestId: requestIdForTest(), claimId, reason: '不报了' };
    expect(await codeFor(withdrawClaim, withdrawal, family.openid)).toBe('BELOW_ORDERED');

    const whole = await approveFor(claimId, billsOf(386_050, 120_000), HANDLER.openid);
    expect(whole.statement?.totalFen).toBe(230_445);
    expect(await medicalPaid(policyId)).toBe(230_445);
    await stage.ask(answerDecision, answer(claimId, whole.version, { kind: 'agree' }), family.openid);
    expect((await payoutsOf(claimId)).map(({ amountFen }) => amountFen)).toEqual([81_000, 149_445]);
    expect(await owedFen(claimId)).toBe(230_445);
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
      benefits: [{ kind: 'death', diedOn: today(), paidByOtherInsurersFen: 0 }],
      refused: [],
      exGratia: [],
    };
    const assessed = await assessedCase(stage, claimId, facts);
    const totalFen = assessed.statement?.totalFen ?? 0;
    expect(await codeFor(approveClaim, step(assessed), APPROVER.openid)).toBe('PANEL_AWAITED');
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
    const payouts = await payoutsOf(claimId);
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
    expect((await claimOf(claimId)).state).toBe('paymentFailed');
    await stage.ask(sendPayout, send(second ?? ''), CASHIER.openid);
    await paid(second);
    expect(await claimOf(claimId)).toMatchObject({ state: 'paid', paidFen: totalFen });
    const events = await stage.workshop.read.figureEvents.find({ where: { folded: false }, limit: 500 });
    const own = events.filter(({ kind, subject }) => kind === 'claimPaid' && subject === claimId);
    expect(sumOf(own.map(({ adds }) => adds.claimsPaid))).toBe(1);
    expect(sumOf(own.map(({ adds }) => adds.paidFen))).toBe(totalFen);
  });
});
