import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import { acceptClaim, approveClaim, assessClaim } from '../../../shared/claim/move-case.contracts';
import { APPROVER, HANDLER, SECOND_HANDLER, type CastHousehold } from '../../../shared/testing/cast';
import {
  assessedCase,
  coveredFamilies,
  EXAMPLE_BILLS,
  filedClaim,
  hires,
  payeeOf,
} from '../../_tools/testing/claims';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let husband: CastHousehold;
let wife: CastHousehold;
let wifesPolicy: string;
let strangers: CastHousehold;
let strangersPolicy: string;
beforeAll(async () => {
  stage = await setStage();
  husband = newFamily();
  const spouse = husband.members[1];
  if (!spouse) throw new Error('no wife');
  wife = { ...newFamily(), name: spouse.name, members: [{ ...spouse, relation: 'self' }] };
  wifesPolicy = await buysCover(stage, wife, 200_00);
  strangers = newFamily();
  [, strangersPolicy = ''] = await coveredFamilies(stage, husband, strangers);
  await hires(stage, husband.openid, ['handler', 'approver']);
});
afterAll(() => stage.close());

describe('a colleague on whose own policy a claim also draws', () => {
  it('handles and approves nothing of it, though another of the family reported it', async () => {
    const claimId = await filedClaim(stage, wife, wifesPolicy, { payees: [payeeOf(wife.name)] });
    const claim = await stage.workshop.read.claims.get(claimId);
    expect(claim?.policyIds).toHaveLength(2);
    const first = { requestId: requestIdForTest(), claimId, version: 1 };
    const refusal = { error: { code: 'OWN_HOUSEHOLD' } };
    expect(await stage.call(acceptClaim, first, husband.openid)).toMatchObject(refusal);
    const { version } = await assessedCase(stage, claimId);
    const approval = { requestId: requestIdForTest(), claimId, version };
    expect(await stage.call(approveClaim, approval, husband.openid)).toMatchObject(refusal);
    const { case: seen } = await stage.ask(openCase, { claimId }, husband.openid);
    expect(seen.actions).toEqual([]);
  });
});

describe('a colleague who took part in a decision', () => {
  it('does not review it as handler, nor approve the review, once the family objects', async () => {
    const claimId = await filedClaim(stage, strangers, strangersPolicy);
    const assessed = await assessedCase(stage, claimId);
    const step = (version: number) => ({ requestId: requestIdForTest(), claimId, version });
    const { case: approved } = await stage.ask(approveClaim, step(assessed.version), husband.openid);
    const objection = { kind: 'object' as const, reason: '少算了一张发票' };
    const { claim } = await stage.ask(
      answerDecision,
      { ...step(approved.version), answer: objection },
      strangers.openid,
    );
    const review = { ...step(claim.version), facts: EXAMPLE_BILLS, reason: '复核' };
    expect(await stage.call(assessClaim, review, husband.openid)).toMatchObject({
      error: { code: 'REVIEW_BY_ANOTHER' },
    });

    // Nor does the one who assessed it approve what somebody else finds.
    await hires(stage, HANDLER.openid, ['handler', 'approver']);
    const { case: reviewed } = await stage.ask(assessClaim, review, SECOND_HANDLER.openid);
    const refusal = { error: { code: 'OWN_ASSESSMENT' } };
    expect(await stage.call(approveClaim, step(reviewed.version), HANDLER.openid)).toMatchObject(refusal);
    const { case: decided } = await stage.ask(approveClaim, step(reviewed.version), APPROVER.openid);
    expect(decided.state).toBe('approved');
  });
});
