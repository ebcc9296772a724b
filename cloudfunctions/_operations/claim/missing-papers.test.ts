import { sendPapers } from '../../../shared/claim/answer-decision.contracts';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import {
  allowSecondNotice,
  askPapers,
  investigateClaim,
  resumeCase,
} from '../../../shared/claim/move-case.contracts';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { HANDLER, SUPERVISOR } from '../../../shared/testing/cast';
import { DAY_MS } from '../../../shared/time/china-day';
import { filedClaim, registeredCase, uploadPhotos } from '../../_tools/testing/claims';
import { type DecidedClaims, decisionStage, step, type Covered } from '../../_tools/testing/decided-claims';
import { requestIdForTest, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claims: DecidedClaims;
let next: () => Covered;
beforeAll(async () => {
  ({ stage, claims, next } = await decisionStage(1));
});
afterAll(() => stage.close());

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
    const before = (await claims.claimOf(claimId)).promise.day;

    await stage.cloud.clock.advance(5 * DAY_MS);
    const photos = placed(await uploadPhotos(stage, family.openid, 2));
    const sent = { requestId: requestIdForTest(), claimId, photos };
    const { claim } = await stage.ask(sendPapers, sent, family.openid);
    expect(claim).toMatchObject({ state: 'registered', missingPapers: [] });
    expect(claim.photos).toHaveLength(4);
    expect(claim.promise.day > before).toBe(true);
    expect((await stage.ask(sendPapers, sent, family.openid)).claim.photos).toHaveLength(4);
    const now = await claims.claimOf(claimId);
    const [pause] = now.pauses;
    expect((pause?.until ?? 0) - (pause?.from ?? 0)).toBeGreaterThanOrEqual(5 * DAY_MS);

    expect(now.notices[0]?.papers.map(({ photos: shas }) => shas.length)).toEqual([1, 1]);
    const second = { ...step({ claimId, version: now.version }), ...ask };
    expect(await claims.codeFor(askPapers, second, HANDLER.openid)).toBe('SECOND_NOTICE');
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
    expect(await claims.codeFor(askPapers, third, HANDLER.openid)).toBe('SECOND_NOTICE');

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
    expect(await claims.codeFor(sendPapers, late, family.openid)).toBe('CLAIM_STATE_WRONG');
  });
});
