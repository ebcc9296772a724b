import { startWechatBench, type WechatBench } from '../_local/wechat/test-bench';
import { type SubscribeMessage } from '../_core/ports/subscribe-messages';
import { createWechatOpen, subscribeTemplates } from './wechat-open';

/** The real wx-server-sdk, sending to the local WeChat. */

const OPENID = 'oFamily';
const ENVIRONMENT: Readonly<Record<string, string>> = {
  TENCENTCLOUD_RUNENV: 'SCF',
  SCF_NAMESPACE: 'local',
  TCB_ENV: 'local',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'none',
  TENCENTCLOUD_SECRETKEY: 'none',
};

let bench: WechatBench;
let before: NodeJS.ProcessEnv;
const useBench = (): void => {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${bench.url}/admin` });
};

beforeAll(async () => {
  before = { ...process.env };
  Object.assign(process.env, ENVIRONMENT);
  bench = await startWechatBench({ permissions: ['subscribeMessage.send'] });
});
beforeEach(useBench);
afterAll(async () => {
  process.env = before;
  await bench.close();
});

/** Typed as unknown, which is what a matcher is to the object that holds it. */
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const withText = (thing4: string): unknown =>
  expect.objectContaining({ data: expect.objectContaining({ thing4 }) as unknown });

const port = () => createWechatOpen(subscribeTemplates(bench.env));
const payout = (over: Partial<SubscribeMessage> = {}): SubscribeMessage => ({
  openid: OPENID,
  template: 'payoutNotice',
  page: 'packages/claim/pages/progress/index?id=clm_1',
  data: {
    character_string1: 'MX20261122001',
    amount2: '¥2304.45',
    time3: '2026年11月22日 12:30',
    thing4: '款项已转到您登记的银行卡',
  },
  ...over,
});
const accept = (openid = OPENID, accepted = true, template = 'payoutNotice') =>
  bench.post('/_local/subscribe', { templateIds: [port().templateIds[template]], accept: accepted }, openid);

describe('sending a subscribe message', () => {
  it('arrives with its fields, once for each accept', async () => {
    await accept();
    expect(await port().send(payout())).toEqual({ outcome: 'sent' });
    expect(await port().send(payout())).toEqual({ outcome: 'refused' });

    const { body } = await bench.get(`/_local/messages?openid=${OPENID}`);
    expect(body).toEqual([
      {
        templateId: port().templateIds.payoutNotice,
        templateName: 'payoutNotice',
        title: '理赔款到账通知',
        page: payout().page,
        data: payout().data,
        lines: [
          { label: '案件号', value: 'MX20261122001' },
          { label: '赔付金额', value: '¥2304.45' },
          { label: '到账时间', value: '2026年11月22日 12:30' },
          { label: '备注', value: '款项已转到您登记的银行卡' },
        ],
        sentAt: expect.any(Number) as unknown,
      },
    ]);
  });

  it('is refused to who never accepted, rejected it, or accepted another template', async () => {
    expect(await port().send(payout({ openid: 'oNobody' }))).toEqual({ outcome: 'refused' });
    await accept('oUnwilling', false);
    expect(await port().send(payout({ openid: 'oUnwilling' }))).toEqual({ outcome: 'refused' });
    await accept('oOther', true, 'claimProgress');
    expect(await port().send(payout({ openid: 'oOther' }))).toEqual({ outcome: 'refused' });
  });

  it('counts accepts, lists the newest first and nobody else’s', async () => {
    await accept('oTwice');
    await accept('oTwice');
    for (const thing4 of ['第一条', '第二条']) {
      const message = payout({ openid: 'oTwice', data: { ...payout().data, thing4 } });
      expect(await port().send(message)).toEqual({ outcome: 'sent' });
    }
    const { body } = await bench.get('/_local/messages?openid=oTwice');
    expect(body).toEqual([withText('第二条'), withText('第一条')]);
  });

  it.each([
    [
      'an unlawful field',
      { data: { ...payout().data, thing4: '超过二十个字的备注'.repeat(3) } },
      /^47003 .*thing4/,
    ],
    ['a missing field', { data: { character_string1: 'A1' } }, /^47003 .*amount2.*empty/],
    ['a field that the template has not', { data: { ...payout().data, thing9: '多' } }, /^47003 .*thing9/],
    ['a page with a leading slash', { page: '/pages/home/index' }, /^41030/],
    ['no receiver', { openid: '' }, /^40003/],
  ])('is rejected for %s, and the accept is not used up', async (_what, change, reason) => {
    await accept('oCareful');
    const outcome = await port().send(payout({ openid: 'oCareful', ...change }));
    expect(outcome).toEqual({ outcome: 'rejected', reason: like(reason) });
    expect(await port().send(payout({ openid: 'oCareful' }))).toEqual({ outcome: 'sent' });
  });

  it('is rejected for a template that WeChat, or we, do not have', async () => {
    const unknown = createWechatOpen({ payoutNotice: 'noSuchTemplate' });
    expect(await unknown.send(payout())).toMatchObject({
      outcome: 'rejected',
      reason: like(/^40037/),
    });
    expect(await port().send(payout({ template: 'birthday' }))).toMatchObject({ outcome: 'rejected' });
  });

  it('is rejected when the function has no permission', async () => {
    const strict = await startWechatBench({ permissions: ['security.msgSecCheck'] });
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${strict.url}/admin` });
    expect(await port().send(payout())).toMatchObject({
      outcome: 'rejected',
      reason: like(/^-604101/),
    });
    await strict.close();
  });

  it('may be sent again when WeChat cannot be reached', async () => {
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: 'http://127.0.0.1:9/admin' });
    expect(await port().send(payout())).toMatchObject({ outcome: 'failed' });
  });
});

describe('the subscribe door', () => {
  const ask = (templateIds: unknown, accepted: unknown = true) =>
    bench.post('/_local/subscribe', { templateIds, accept: accepted }, OPENID);

  it('answers for each template, as the phone does', async () => {
    const ids = Object.values(port().templateIds).slice(0, 3);
    expect(await ask(ids)).toMatchObject({ body: Object.fromEntries(ids.map((id) => [id, 'accept'])) });
    expect(await ask(ids.slice(0, 1), false)).toMatchObject({ body: { [String(ids[0])]: 'reject' } });
  });

  it('refuses more than three, none, and unknown ones', async () => {
    const [id] = Object.values(port().templateIds);
    expect(await ask([id, id, id, id])).toMatchObject({ status: 400, body: { error: { code: '20003' } } });
    expect(await ask([])).toMatchObject({ status: 400 });
    expect(await ask(['nothing'])).toMatchObject({ status: 400, body: { error: { code: '20001' } } });
    expect(await bench.post('/_local/subscribe', { templateIds: [id], accept: true })).toMatchObject({
      status: 401,
    });
  });
});

describe('the setting', () => {
  it('must be a map of names to ids', () => {
    expect(Object.keys(subscribeTemplates(bench.env))).toEqual([
      'payoutNotice',
      'claimProgress',
      'policyIssued',
      'renewalDue',
    ]);
    for (const SUBSCRIBE_TEMPLATES of [undefined, '[', '{"a":1}']) {
      expect(() => subscribeTemplates({ SUBSCRIBE_TEMPLATES })).toThrow(/SUBSCRIBE_TEMPLATES/);
    }
  });
});
