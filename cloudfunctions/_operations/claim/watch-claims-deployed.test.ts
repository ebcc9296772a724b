import { listMyMessages } from '../../../shared/message/list-my-messages.contract';
import { SUPERVISOR, ZHANG } from '../../../shared/testing/cast';
import { DAY_MS } from '../../../shared/time/china-day';
import { storedClaim } from '../../_tools/testing/stored-claims';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

describe('the timer watch-claims, in the built function', () => {
  it('tells a supervisor in the inbox of a case whose date has passed, once', async () => {
    const claimId = await storedClaim(stage, ['registered'], {
      clockFrom: stage.cloud.clock.now() - 20 * DAY_MS,
    });
    expect(await stage.cloud.runTimer('watch-claims')).toMatchObject({ ok: true, escalated: 1, failed: 0 });
    expect(await stage.cloud.runTimer('watch-claims')).toMatchObject({ ok: true, escalated: 0, failed: 0 });
    expect((await stage.ask(listMyMessages, {}, SUPERVISOR.openid)).messages).toMatchObject([
      { kind: 'caseDue', page: `/packages/desk/pages/case/case?claimId=${claimId}`, read: false },
    ]);
    expect((await stage.ask(listMyMessages, {}, ZHANG.openid)).messages).toEqual([]);
  });
});
