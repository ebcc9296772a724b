import { openCase } from '../../../shared/claim/open-case.contract';
import { acceptClaim, approveClaim } from '../../../shared/claim/move-case.contracts';
import type { CastHousehold } from '../../../shared/testing/cast';
import { assessedCase, coveredFamilies, filedClaim, hires, payeeOf } from '../../_tools/testing/claims';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let husband: CastHousehold;
let wife: CastHousehold;
let wifesPolicy: string;
beforeAll(async () => {
  stage = await setStage();
  husband = newFamily();
  const spouse = husband.members[1];
  if (!spouse) throw new Error('no wife');
  wife = { ...newFamily(), name: spouse.name, members: [{ ...spouse, relation: 'self' }] };
  wifesPolicy = await buysCover(stage, wife, 200_00);
  await coveredFamilies(stage, husband);
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
