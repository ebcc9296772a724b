import { approveClaim, assessClaim } from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import { APPROVER, HANDLER, WANG, ZHANG } from '../../../shared/testing/cast';
import { sumOf } from '../../../shared/money/fen';
import {
  assessedCase,
  billsOf,
  coveredFamilies,
  filedClaim,
  gradeOf,
  hires,
  payeeOf,
} from '../../_tools/testing/claims';
import { DecidedClaims, step } from '../../_tools/testing/decided-claims';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claims: DecidedClaims;
let policyId: string;
let zhangPolicyId: string;
const SECOND_APPROVER = 'o-second-approver';

beforeAll(async () => {
  stage = await setStage();
  claims = new DecidedClaims(stage);
  [policyId = '', zhangPolicyId = ''] = await coveredFamilies(stage, WANG, ZHANG);
  await hires(stage, SECOND_APPROVER, ['approver']);
});
afterAll(() => stage.close());

describe('approvals at once', () => {
  const big = (yuan: number) => billsOf(yuan * 100, 0);

  it('never overdraw the shared limit: what no longer fits goes back to the handler, and is paid what is left', async () => {
    const claimIds = await Promise.all(
      [0, 1].map((personIndex) =>
        filedClaim(stage, ZHANG, zhangPolicyId, {
          personIndex,
          payees: [payeeOf(personIndex === 0 ? '张志强' : '陈丽华')],
        }),
      ),
    );
    const cases = [];
    for (const claimId of claimIds) cases.push(await assessedCase(stage, claimId, big(10_100)));
    expect(cases.map((one) => one.statement?.totalFen)).toEqual([9_000_00, 9_000_00]);
    const inputs = cases.map(step);
    const codes = await Promise.all(
      inputs.map((input, index) =>
        claims.codeFor(approveClaim, input, index === 0 ? APPROVER.openid : SECOND_APPROVER),
      ),
    );
    expect([...codes].sort()).toEqual(['DECISION_CHANGED', 'OK']);
    const loser = codes.indexOf('DECISION_CHANGED');
    const policy = await stage.workshop.read.policies.get(zhangPolicyId);
    expect(policy?.medicalPaidFen).toBe(9_000_00);

    const input = inputs[loser];
    if (!input) throw new Error('no loser');
    expect(await claims.codeFor(approveClaim, input, loser === 0 ? APPROVER.openid : SECOND_APPROVER)).toBe(
      'DECISION_CHANGED',
    );
    const { case: returned } = await stage.ask(openCase, { claimId: input.claimId }, HANDLER.openid);
    expect(returned).toMatchObject({
      state: 'returned',
      version: input.version + 1,
      actions: ['assess', 'askPapers', 'investigate', 'proposeAdvance', 'markGreen', 'openPanel'],
    });
    const again = await stage.ask(
      assessClaim,
      { ...step(returned), facts: big(10_100), reason: '按剩余额度重算' },
      HANDLER.openid,
    );
    expect(again.case.statement).toMatchObject({ totalFen: 3_000_00, parts: [{ leftFen: 0 }] });
    await stage.ask(approveClaim, step(again.case), APPROVER.openid);

    const after = await stage.workshop.read.policies.get(zhangPolicyId);
    expect(after?.medicalPaidFen).toBe(12_000_00);
    const decided = await Promise.all(claimIds.map((id) => stage.workshop.read.claims.get(id)));
    expect(sumOf(decided.map((claim) => claim?.drawn?.totalFen ?? 0))).toBe(12_000_00);
  });

  it('have nothing to approve when nothing is left, and the family must read why', async () => {
    const claimId = await filedClaim(stage, ZHANG, zhangPolicyId, {
      personIndex: 2,
      payees: [payeeOf('张志强', { relation: 'guardian' })],
    });
    const refused = [{ what: '医疗费', reason: '全家的医疗额度已经用完', clause: '第四条' }];
    const assessed = await assessedCase(stage, claimId, { ...big(500), refused });
    expect(assessed.statement?.totalFen).toBe(0);
    expect((await stage.ask(openCase, { claimId }, APPROVER.openid)).case.actions).toEqual([
      'return',
      'refuse',
      'openPanel',
    ]);
    expect(await claims.codeFor(approveClaim, step(assessed), APPROVER.openid)).toBe('CLAIM_STATE_WRONG');
  });

  it('approve once under one request id', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, {
      kind: 'disability',
      personIndex: 2,
      payees: [payeeOf('李秀英', { relation: 'guardian' })],
    });
    const assessed = await assessedCase(stage, claimId, gradeOf(8, claims.today()));
    const input = step(assessed);
    await Promise.all([1, 2].map(() => stage.ask(approveClaim, input, APPROVER.openid)));
    const policy = await stage.workshop.read.policies.get(policyId);
    expect(policy?.insured[2]?.accidentPaidFen).toBe(20_000_00);
    const entries = await stage.workshop.read.ledger.find({ where: { subject: claimId }, limit: 5 });
    expect(entries).toHaveLength(1);
  });
});
