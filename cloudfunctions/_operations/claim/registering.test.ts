import { acceptClaim, askPapers, registerClaim, resumeCase } from '../../../shared/claim/move-case.contracts';
import { HANDLER, WANG } from '../../../shared/testing/cast';
import { coveredFamilies, filedClaim } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let policyId: string;
beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG);
});
afterAll(() => stage.close());

describe('a case is registered', () => {
  it('with the decision whether it is clear, and goes on after papers only by letting its clock run again', async () => {
    const claimId = await filedClaim(stage, WANG, policyId);
    const step = (version: number) => ({ requestId: requestIdForTest(), claimId, version });
    const wrong = { error: { code: 'CLAIM_STATE_WRONG' } };
    const reason = '材料齐全，事实清楚';
    const { case: accepted } = await stage.ask(acceptClaim, step(1), HANDLER.openid);
    const resuming = { ...step(accepted.version), reason };
    expect(await stage.call(resumeCase, resuming, HANDLER.openid)).toMatchObject(wrong);

    const asking = { ...step(accepted.version), papers: ['itemisedList' as const], others: [], reason };
    const { case: asked } = await stage.ask(askPapers, asking, HANDLER.openid);
    const registering = { ...step(asked.version), complexity: 'clear' as const, reason };
    expect(await stage.call(registerClaim, registering, HANDLER.openid)).toMatchObject(wrong);
    await stage.ask(resumeCase, { ...step(asked.version), reason }, HANDLER.openid);
    const claim = await stage.workshop.read.claims.get(claimId);
    expect(claim?.state).toBe('registered');
    expect(claim?.pauses.map(({ until }) => until === null)).toEqual([false]);
  });
});
