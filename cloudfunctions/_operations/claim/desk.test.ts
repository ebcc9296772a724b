import type { Contract, InputOf, Reply } from '../../../shared/contract/contract';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { listDeskQueue } from '../../../shared/claim/list-desk-queue.contract';
import {
  acceptClaim,
  approveClaim,
  assessClaim,
  previewAssessment,
  refuseClaim,
  registerClaim,
  returnClaim,
} from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import { APPROVER, CASHIER, HANDLER, WANG, ZHANG } from '../../../shared/testing/cast';
import { chinaDayOf } from '../../../shared/time/china-day';
import {
  assessedCase,
  coveredFamilies,
  EXAMPLE_BILLS,
  filedClaim,
  gradeOf,
  hires,
  payeeOf,
  registeredCase,
} from '../../_tools/testing/claims';
import { CHAIN_START, rowHash } from '../../_core/audit';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let policyId: string;
const BOTH = 'o-handler-and-approver';
const ELSEWHERE = 'o-handler-elsewhere';

beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG);
  await hires(stage, BOTH, ['handler', 'approver']);
  await hires(stage, ELSEWHERE, ['handler', 'approver'], '350424');
  await hires(stage, WANG.openid, ['handler', 'approver', 'cashier']);
});
afterAll(() => stage.close());

const codeOf = (reply: Reply): string => (reply.ok ? 'OK' : reply.error.code);
const codeFor = async <C extends Contract>(contract: C, input: InputOf<C>, openid: string): Promise<string> =>
  codeOf(await stage.call(contract, input, openid));
const step = ({ claimId, version }: { claimId: string; version: number }) => ({
  requestId: requestIdForTest(),
  claimId,
  version,
});
const stored = async (claimId: string) => {
  const { read } = stage.workshop;
  const [claim, policy] = await Promise.all([read.claims.get(claimId), read.policies.get(policyId)]);
  if (!claim || !policy) throw new Error('no claim or no policy');
  return { claim, policy };
};
const WIFE = [payeeOf('李秀英')];
const MOTHER = [payeeOf('李秀英', { relation: 'guardian' })];
const HEIR = [payeeOf('李秀英', { relation: 'heir', proofPhoto: 0 })];
const ratedOn = (): string => chinaDayOf(stage.cloud.clock.now());
const reason = '需要再核对';

describe('the way of a case', () => {
  it('goes from the report to the approval, with the statement, the draw and the ledger', async () => {
    const claimId = await filedClaim(stage, WANG, policyId);
    const assessed = await assessedCase(stage, claimId);
    expect(assessed.statement).toMatchObject({
      totalFen: 230_445,
      parts: [{ benefit: 'medical', leftFen: 969_555, deductibleFen: 100_00 }],
    });
    const early = await stage.ask(getMyClaim, { claimId }, WANG.openid);
    expect(early.claim).toMatchObject({ statement: null, decidedFen: null, payouts: [] });

    const { case: approved } = await stage.ask(approveClaim, step(assessed), APPROVER.openid);
    expect(approved).toMatchObject({ state: 'approved', actions: [], orderedFen: 0 });
    expect(approved.steps.map((one) => [one.state, one.staffName])).toEqual([
      ['reported', null],
      ['accepted', '周敏'],
      ['registered', '周敏'],
      ['assessed', '周敏'],
      ['approved', '吴刚'],
    ]);
    const { claim, policy } = await stored(claimId);
    expect(claim.version).toBe(5);
    expect(policy.medicalPaidFen).toBe(230_445);
    const { read } = stage.workshop;
    // Nothing is paid before the family has agreed.
    expect(await read.payouts.find({ where: { claimId }, limit: 5 })).toEqual([]);
    const [entry] = await read.ledger.find({ where: { subject: claimId }, limit: 5 });
    expect(entry).toMatchObject({
      kind: 'claimApproved',
      rows: [
        { account: 'claimsExpense', amountFen: 230_445 },
        { account: 'claimsPayable', amountFen: -230_445 },
      ],
    });
    const { claim: seen } = await stage.ask(getMyClaim, { claimId }, WANG.openid);
    expect(early.claim.decidedBy).toBeNull();
    expect(seen).toMatchObject({
      decidedFen: 230_445,
      decidedBy: { assessor: HANDLER.name, approver: APPROVER.name },
      payouts: [],
      actions: ['agree', 'object'],
    });
    expect(seen.statement?.parts[0]?.formula).toBe(
      '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
    );
    const titles = (
      await read.messages.find({
        where: { openid: WANG.openid, kind: 'claimProgress' },
        orderBy: [['createdAt', 'asc']],
        limit: 20,
      })
    ).map((message) => message.title);
    expect(titles).toEqual(['收到您的报案', '您的报案已受理', '开始办理（立案）', '算好了，请您确认']);
    const audit = await read.auditRows.find({
      where: { chain: claimId },
      orderBy: [['sequence', 'asc']],
      limit: 20,
    });
    expect(audit.map((row) => row.action)).toEqual([
      'claim.reported',
      'claim.accepted',
      'claim.registered',
      'claim.assessed',
      'claim.approved',
    ]);
    audit.forEach(({ hash, ...row }, index) => {
      expect(row.previousHash).toBe(audit[index - 1]?.hash ?? CHAIN_START);
      expect(rowHash(row)).toBe(hash);
      expect(rowHash({ ...row, actor: 'somebody else' })).not.toBe(hash);
    });
  });

  it('does a step once, however often it is asked for under one request id', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { personIndex: 1, payees: WIFE });
    const input = step({ claimId, version: 1 });
    const replies = await Promise.all([1, 2, 3].map(() => stage.ask(acceptClaim, input, HANDLER.openid)));
    expect(replies.map((reply) => reply.case.version)).toEqual([2, 2, 2]);
    const registered = await stage.ask(
      registerClaim,
      { ...step({ claimId, version: 2 }), complexity: 'disputed', reason: '要到现场核实' },
      HANDLER.openid,
    );
    const again = await stage.ask(acceptClaim, input, HANDLER.openid);
    expect(again.case).toMatchObject({ state: 'accepted', version: 2 });
    expect(registered.case.promise.day > again.case.promise.day).toBe(true);
    expect((await stored(claimId)).claim).toMatchObject({ state: 'registered', version: 3 });
  });

  it('lets exactly one of two colleagues accept', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { personIndex: 2, payees: MOTHER });
    const codes = await Promise.all(
      [HANDLER.openid, BOTH].map((openid) => codeFor(acceptClaim, step({ claimId, version: 1 }), openid)),
    );
    expect(codes.sort()).toEqual(['OK', 'VERSION_CHANGED']);
  });

  it('refuses steps out of order, and each step on an older version', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { kind: 'disability' });
    const now = { claimId, version: 1 };
    const facts = gradeOf(8, ratedOn());
    expect(await codeFor(approveClaim, step(now), APPROVER.openid)).toBe('CLAIM_STATE_WRONG');
    expect(await codeFor(assessClaim, { ...step(now), facts, reason }, HANDLER.openid)).toBe(
      'CLAIM_STATE_WRONG',
    );
    expect(await codeFor(registerClaim, { ...step(now), complexity: 'clear', reason }, HANDLER.openid)).toBe(
      'CLAIM_STATE_WRONG',
    );
    expect(await codeFor(returnClaim, { ...step(now), reason }, APPROVER.openid)).toBe('CLAIM_STATE_WRONG');
    expect(await codeFor(refuseClaim, { ...step(now), reason }, APPROVER.openid)).toBe('CLAIM_STATE_WRONG');
    expect(await codeFor(acceptClaim, step({ claimId, version: 2 }), HANDLER.openid)).toBe('VERSION_CHANGED');
    expect((await stored(claimId)).claim.version).toBe(1);

    const assessed = await assessedCase(stage, claimId, facts);
    expect(assessed.statement?.totalFen).toBe(20_000_00);
    const returned = await stage.ask(returnClaim, { ...step(assessed), reason }, APPROVER.openid);
    expect(returned.case.state).toBe('returned');
    const second = await stage.ask(
      assessClaim,
      { ...step(returned.case), facts: gradeOf(9, ratedOn()), reason },
      HANDLER.openid,
    );
    const refused = await stage.ask(
      refuseClaim,
      { ...step(second.case), reason: '不是意外造成' },
      APPROVER.openid,
    );
    expect(refused.case).toMatchObject({ state: 'refused', actions: [] });
    const { claim } = await stage.ask(getMyClaim, { claimId }, WANG.openid);
    expect(claim).toMatchObject({ state: 'refused', statement: null, decidedFen: 0 });
    expect(JSON.stringify(claim.timeline)).toContain('不是意外造成');
    expect((await stored(claimId)).policy.insured[0]?.accidentPaidFen).toBe(0);
  });
});

describe('who may do what', () => {
  it('never lets anybody approve, return or refuse their own assessment', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { kind: 'disability', accidentTime: '06:00' });
    const assessed = await assessedCase(stage, claimId, gradeOf(10, ratedOn()), BOTH);
    expect(await codeFor(approveClaim, step(assessed), BOTH)).toBe('OWN_ASSESSMENT');
    expect(await codeFor(returnClaim, { ...step(assessed), reason }, BOTH)).toBe('OWN_ASSESSMENT');
    expect(await codeFor(refuseClaim, { ...step(assessed), reason }, BOTH)).toBe('OWN_ASSESSMENT');
    expect((await stage.ask(openCase, { claimId }, BOTH)).case.actions).toEqual([
      'proposeAdvance',
      'markGreen',
      'openPanel',
    ]);
    expect((await stage.ask(openCase, { claimId }, APPROVER.openid)).case.actions).toEqual([
      'approve',
      'return',
      'refuse',
      'openPanel',
    ]);
    expect((await stored(claimId)).claim.version).toBe(assessed.version);

    const own = { requestId: requestIdForTest(), claimId, version: assessed.version };
    expect(await codeFor(approveClaim, own, WANG.openid)).toBe('OWN_HOUSEHOLD');
    expect(await codeFor(returnClaim, { ...own, requestId: requestIdForTest(), reason }, WANG.openid)).toBe(
      'OWN_HOUSEHOLD',
    );
    const { rows } = await stage.ask(listDeskQueue, {}, WANG.openid);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => !row.mine)).toBe(true);
    await stage.ask(refuseClaim, { ...step(assessed), reason: '测试结束' }, APPROVER.openid);
  });

  it("shows another county's case as none", async () => {
    const { rows } = await stage.ask(listDeskQueue, {}, HANDLER.openid);
    const claimId = rows[0]?.claimId ?? '';
    expect(claimId).not.toBe('');
    expect((await stage.ask(listDeskQueue, {}, ELSEWHERE)).rows).toEqual([]);
    expect(await codeFor(openCase, { claimId }, ELSEWHERE)).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(acceptClaim, step({ claimId, version: 1 }), ELSEWHERE)).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(previewAssessment, { claimId, facts: EXAMPLE_BILLS }, ELSEWHERE)).toBe(
      'CLAIM_NOT_FOUND',
    );
  });

  it('opens the desk to nobody else', async () => {
    for (const openid of [ZHANG.openid, CASHIER.openid]) {
      expect(await codeFor(listDeskQueue, {}, openid)).toBe('FORBIDDEN');
    }
    const { rows } = await stage.ask(listDeskQueue, {}, HANDLER.openid);
    const claimId = rows[0]?.claimId ?? '';
    expect(await codeFor(approveClaim, step({ claimId, version: 1 }), HANDLER.openid)).toBe('FORBIDDEN');
    expect(await codeFor(acceptClaim, step({ claimId, version: 1 }), APPROVER.openid)).toBe('FORBIDDEN');
  });

  it('lists open cases, first due first, names masked, and whose turn it is', async () => {
    const { rows, roles } = await stage.ask(listDeskQueue, {}, HANDLER.openid);
    expect(roles).toEqual(['handler']);
    const days = rows.map((row) => row.promise.day);
    expect(days).toEqual([...days].sort());
    expect(rows.every((row) => row.maskedName.includes('*') && row.townshipName === '城关乡')).toBe(true);
    expect(rows.some((row) => row.state === 'refused')).toBe(false);
    for (const row of rows)
      expect(row.mine).toBe(['reported', 'accepted', 'registered', 'returned'].includes(row.state));
  });
});

describe('entered facts', () => {
  it('are previewed without writing, and refused where they are wrong', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { kind: 'death', payees: HEIR });
    const registered = await registeredCase(stage, claimId);
    const facts: AssessmentFacts = {
      benefits: [{ kind: 'death', diedOn: ratedOn(), paidByOtherInsurersFen: 0 }],
      refused: [],
      exGratia: [],
    };
    const preview = await stage.ask(previewAssessment, { claimId, facts }, HANDLER.openid);
    expect(preview.statement.totalFen).toBe(66_666_67);
    expect((await stored(claimId)).claim).toMatchObject({ state: 'registered', statement: null });
    const wrong = await stage.call(
      assessClaim,
      {
        ...step(registered),
        facts: { ...facts, benefits: [{ kind: 'death', diedOn: '2020-01-01', paidByOtherInsurersFen: 0 }] },
        reason,
      },
      HANDLER.openid,
    );
    expect(wrong).toMatchObject({ ok: false, error: { fields: [{ path: 'facts.benefits.0.diedOn' }] } });
    expect((await stored(claimId)).claim.version).toBe(registered.version);
  });
});
