import { listMyMessages } from '../../../shared/message/list-my-messages.contract';
import { whoAmI } from '../../../shared/identity/who-am-i.contract';
import { WANG, ZHANG } from '../../../shared/testing/cast';
import { buysCover } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

const atWechat = async (openid: string): Promise<unknown> => {
  const response = await fetch(`${stage.cloud.url}/_local/messages?openid=${openid}`);
  return response.json();
};

describe('the timer send-messages, in the built function, over the real open API', () => {
  it('brings a message to WeChat once when the family allowed it, and leaves it in the inbox when not', async () => {
    const { templates } = await stage.ask(whoAmI, {}, WANG.openid);
    const accepted = await fetch(`${stage.cloud.url}/_local/subscribe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': WANG.openid },
      body: JSON.stringify({ templateIds: [templates.policyIssued], accept: true }),
    });
    expect(accepted.ok).toBe(true);
    for (const family of [WANG, ZHANG]) await buysCover(stage, family);
    expect(await stage.cloud.runTimer('send-messages')).toMatchObject({ ok: true, sent: 1, ended: 1 });
    expect(await stage.cloud.runTimer('send-messages')).toMatchObject({ ok: true, sent: 0, ended: 0 });

    expect(await atWechat(WANG.openid)).toMatchObject([
      { templateName: 'policyIssued', data: { amount3: '¥100.00' } },
    ]);
    expect(await atWechat(ZHANG.openid)).toEqual([]);
    const { read } = stage.workshop;
    expect(await read.messages.find({ where: { openid: ZHANG.openid }, limit: 5 })).toMatchObject([
      { kind: 'policyIssued', delivery: 'refused' },
    ]);
    expect((await stage.ask(listMyMessages, {}, ZHANG.openid)).messages).toMatchObject([
      { title: '保单已办好', read: false },
    ]);
  });
});
