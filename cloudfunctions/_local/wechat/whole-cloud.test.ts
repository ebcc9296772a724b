import { createRequire } from 'node:module';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWechatPay } from '../../_adapters/wechat-pay';
import { wechatPaySettings } from '../../_adapters/wechat-pay-settings';
import { type PaymentPort } from '../../_core/ports/payment';
import { type LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';

/** WeChat's side inside the whole local cloud: its callbacks reach a function, and a function's messages reach it. */

const PAYER = 'oPayer';

/** Keeps the callback's event where the test can read it. */
const PAY_NOTIFY = `
exports.main = async (event) => {
  console.log('CALLBACK ' + JSON.stringify(event));
  return { statusCode: 204, body: '' };
};`;
/** Sends what it is told to send. */
const NOTIFIER = `
const cloud = require(${JSON.stringify(createRequire(__filename).resolve('wx-server-sdk'))});
exports.main = async (event) => {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  try {
    await cloud.openapi.subscribeMessage.send(event.message);
    return { errCode: 0 };
  } catch (error) {
    return { errCode: error.errCode };
  }
};`;

let folder: string;
let cloud: LocalCloud;
let pay: PaymentPort;

const deploy = async (name: string, source: string, config: object): Promise<void> => {
  const directory = join(folder, name);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'index.js'), source);
  await writeFile(join(directory, 'config.json'), JSON.stringify({ timeout: 10, ...config }));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wechat-functions-'));
  await deploy('pay-notify', PAY_NOTIFY, {});
  await deploy('notifier', NOTIFIER, { permissions: { openapi: ['subscribeMessage.send'] } });
  await deploy('mute', NOTIFIER, {});
  cloud = await startTestCloud({ functionsDir: folder });
  pay = createWechatPay(wechatPaySettings(cloud.environment()), () => cloud.clock.now());
});
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

const post = async (path: string, body: unknown, openid = ''): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', 'x-openid': openid };
  const response = await fetch(`${cloud.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return response.json();
};
const get = async (path: string): Promise<unknown> => (await fetch(`${cloud.url}${path}`)).json();

describe('in the whole local cloud', () => {
  it('a payment’s callback reaches the function unharmed and proves genuine', async () => {
    const { prepayId } = await pay.open({
      outTradeNo: 'ord_whole_1',
      description: '家庭意外险',
      totalFen: 10_000,
      payerOpenid: PAYER,
      expiresAt: cloud.clock.now() + 600_000,
    });
    expect(await post(`/_local/cashier/${prepayId}`, { result: 'pay' }, PAYER)).toEqual({ result: 'paid' });
    expect(await get('/_local/wechat/callbacks?settle=1')).toMatchObject({
      callbacks: [{ end: 'delivered' }],
    });

    const line = cloud.logs('pay-notify').find(({ text }) => text.includes('CALLBACK '));
    const event = JSON.parse(line?.text.slice(line.text.indexOf('{')) ?? '{}') as {
      headers: Record<string, string>;
      body: string;
    };
    expect(await pay.readCallback(event.headers, event.body)).toMatchObject({
      kind: 'payment',
      outTradeNo: 'ord_whole_1',
      totalFen: 10_000,
      payerOpenid: PAYER,
    });
    expect(await pay.query('ord_whole_1')).toMatchObject({ state: 'paid' });
  });

  it('a function’s message arrives when it may send, and not otherwise', async () => {
    const { payoutNotice = '' } = JSON.parse(cloud.environment().SUBSCRIBE_TEMPLATES ?? '{}') as Record<
      string,
      string
    >;
    const message = {
      touser: PAYER,
      templateId: payoutNotice,
      page: 'pages/claims/index',
      data: {
        character_string1: { value: 'MX1' },
        amount2: { value: '¥2304.45' },
        time3: { value: '2026年11月22日 12:30' },
        thing4: { value: '已转到您登记的银行卡' },
      },
    };
    await post('/_local/subscribe', { templateIds: [payoutNotice], accept: true }, PAYER);
    expect(await post('/_local/call/mute', { message }, PAYER)).toMatchObject({ errCode: -604101 });
    expect(await post('/_local/call/notifier', { message }, PAYER)).toMatchObject({ errCode: 0 });
    expect(await post('/_local/call/notifier', { message }, PAYER)).toMatchObject({ errCode: 43101 });
    expect(await get(`/_local/messages?openid=${PAYER}`)).toMatchObject([
      { templateName: 'payoutNotice', data: { amount2: '¥2304.45', thing4: '已转到您登记的银行卡' } },
    ]);
  });
});
