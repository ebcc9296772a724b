import { sendPapers } from '../../../shared/claim/answer-decision.contracts';
import {
  acceptClaim,
  askPapers,
  assessClaim,
  registerClaim,
  resumeCase,
} from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import { HANDLER, WANG } from '../../../shared/testing/cast';
import {
  coveredFamilies,
  EXAMPLE_BILLS,
  filedClaim,
  payeeOf,
  uploadPhotos,
} from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let policyId: string;
beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG);
});
afterAll(() => stage.close());

describe('a case is registered', () => {
  it('only with the decision whether it is clear, also when papers were asked for first: then its clock runs again', async () => {
    const claimId = await filedClaim(stage, WANG, policyId);
    const step = (version: number) => ({ requestId: requestIdForTest(), claimId, version });
    const wrong = { error: { code: 'CLAIM_STATE_WRONG' } };
    const reason = '材料齐全，事实清楚';
    const { case: accepted } = await stage.ask(acceptClaim, step(1), HANDLER.openid);
    const resuming = { ...step(accepted.version), reason };
    expect(await stage.call(resumeCase, resuming, HANDLER.openid)).toMatchObject(wrong);

    const asking = { ...step(accepted.version), papers: ['itemisedList' as const], others: [], reason };
    const { case: asked } = await stage.ask(askPapers, asking, HANDLER.openid);
    expect(await stage.call(acceptClaim, step(asked.version), HANDLER.openid)).toMatchObject(wrong);
    const registering = { ...step(asked.version), complexity: 'clear' as const, reason };
    expect(await stage.call(registerClaim, registering, HANDLER.openid)).toMatchObject(wrong);
    await stage.ask(resumeCase, { ...step(asked.version), reason }, HANDLER.openid);
    const claim = await stage.workshop.read.claims.get(claimId);
    expect(claim?.state).toBe('accepted');
    expect(claim?.pauses.map(({ until }) => until === null)).toEqual([false]);
    const facts = { ...step(claim?.version ?? 0), facts: EXAMPLE_BILLS, reason };
    expect(await stage.call(assessClaim, facts, HANDLER.openid)).toMatchObject(wrong);
    const decided = { ...step(claim?.version ?? 0), complexity: 'disputed' as const, reason };
    const { case: registered } = await stage.ask(registerClaim, decided, HANDLER.openid);
    expect(registered).toMatchObject({ state: 'registered', complexity: 'disputed' });
  });

  it('neither by the papers that the family sends: it waits for the decision', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, {
      personIndex: 1,
      payees: [payeeOf(WANG.members[1]?.name ?? '')],
    });
    const step = (version: number) => ({ requestId: requestIdForTest(), claimId, version });
    const { case: accepted } = await stage.ask(acceptClaim, step(1), HANDLER.openid);
    const asking = {
      ...step(accepted.version),
      papers: ['itemisedList' as const],
      others: [],
      reason: '缺清单',
    };
    await stage.ask(askPapers, asking, HANDLER.openid);
    const [fileId = ''] = await uploadPhotos(stage, WANG.openid, 1);
    const sending = { requestId: requestIdForTest(), claimId, photos: [{ fileId, place: 0 }] };
    const { claim } = await stage.ask(sendPapers, sending, WANG.openid);
    expect(claim).toMatchObject({ state: 'accepted', missingPapers: [] });
    const { case: seen } = await stage.ask(openCase, { claimId }, HANDLER.openid);
    expect(seen.actions).toContain('register');
    expect(seen.actions).not.toContain('assess');
  });
});
