import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunction } from '../../_tools/build/functions';
import { type OpenedPayment } from '../../_core/ports/payment';
import { type LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';

/** The adapters, bundled as they are deployed, inside the whole local cloud: workers, HTTP entry, permissions, clock. */

const PAYER = 'oPayer';
const DAY = 24 * 60 * 60 * 1000;

let folder: string;
let cloud: LocalCloud;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wechat-functions-'));
  await buildFunction('teller', folder, join(__dirname, 'fixtures'));
  await cp(join(folder, 'teller'), join(folder, 'pay-notify'), { recursive: true });
  await cp(join(folder, 'teller'), join(folder, 'mute'), { recursive: true });
  await writeFile(join(folder, 'mute', 'config.json'), '{"timeout":20}');
  cloud = await startTestCloud({ functionsDir: folder });
}, 60_000);
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

const post = async (path: string, body: unknown): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', 'x-openid': PAYER };
  const response = await fetch(`${cloud.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return response.json();
};
const get = async (path: string): Promise<unknown> => (await fetch(`${cloud.url}${path}`)).json();
const call = (name: string, event: unknown) => post(`/_local/call/${name}`, event);

const proved = (): unknown[] =>
  cloud
    .logs('pay-notify')
    .filter(({ text }) => text.includes('CALLBACK {'))
    .map(({ text }) => JSON.parse(text.slice(text.indexOf('{'))) as unknown);

const buy = async (outTradeNo: string): Promise<void> => {
  const attempt = {
    outTradeNo,
    description: '家庭意外险',
    totalFen: 10_000,
    payerOpenid: PAYER,
    expiresAt: cloud.clock.now() + 600_000,
  };
  const { prepayId, params } = (await call('teller', { open: attempt })) as OpenedPayment;
  expect(await post(`/_local/cashier/${prepayId}`, { result: 'pay', params })).toEqual({ result: 'paid' });
  expect(await get('/_local/wechat/callbacks?settle=1')).toMatchObject({
    callbacks: expect.arrayContaining([expect.objectContaining({ outTradeNo, end: 'delivered' })]) as unknown,
  });
  expect(await call('teller', { query: outTradeNo })).toMatchObject({ state: 'paid', totalFen: 10_000 });
};

describe('in the whole local cloud', () => {
  it('a function opens a payment, the cashier takes it, and the callback proves genuine in a function', async () => {
    await buy('ord_whole_1');
    expect(proved()).toEqual([
      expect.objectContaining({ kind: 'payment', outTradeNo: 'ord_whole_1', payerOpenid: PAYER }),
    ]);
  });

  it('and so it is two days later by the local clock', async () => {
    await cloud.clock.moveTo(cloud.clock.now() + 2 * DAY);
    await buy('ord_whole_2');
    expect(proved()).toContainEqual(expect.objectContaining({ outTradeNo: 'ord_whole_2' }));
  });

  it('a function’s message arrives when the function may send, once for each accept', async () => {
    const templates = JSON.parse(cloud.environment().SUBSCRIBE_TEMPLATES ?? '{}') as Record<string, string>;
    const send = {
      openid: PAYER,
      template: 'payoutNotice',
      page: 'pages/claims/index',
      data: {
        character_string1: 'MX1',
        amount2: '¥2304.45',
        time3: '2026年11月22日 12:30',
        thing4: '已转到您登记的银行卡',
      },
    };
    await post('/_local/subscribe', { templateIds: [templates.payoutNotice], accept: true });
    expect(await call('mute', { send })).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('-604101') as unknown,
    });
    expect(await call('teller', { send })).toEqual({ outcome: 'sent' });
    expect(await call('teller', { send })).toEqual({ outcome: 'refused' });
    expect(await get(`/_local/messages?openid=${PAYER}`)).toMatchObject([
      { templateName: 'payoutNotice', data: send.data },
    ]);
  });

  it('a function has WeChat read the card on a picture that somebody uploaded', async () => {
    const card = {
      name: '王建国',
      id: '11010119900307721X',
      addr: '明溪县',
      gender: '男',
      nationality: '汉',
    };
    const query = new URLSearchParams(card).toString();
    const drawn = await fetch(`${cloud.url}/_local/wechat/cards/idcard.png?${query}`);
    const uploaded = await fetch(`${cloud.url}/_local/files/claims-inbox/card.png`, {
      method: 'PUT',
      headers: { 'x-openid': PAYER },
      body: await drawn.arrayBuffer(),
    });
    const { fileID } = (await uploaded.json()) as { fileID: string };
    expect(await call('teller', { card: fileID })).toMatchObject({ type: 'Front', ...card });
  });

  it('an answer of the open API is lost before or after it took effect, as planned', async () => {
    const templates = JSON.parse(cloud.environment().SUBSCRIBE_TEMPLATES ?? '{}') as Record<string, string>;
    const send = {
      openid: 'oLost',
      template: 'payoutNotice',
      page: 'pages/claims/index',
      data: {
        character_string1: 'MX1',
        amount2: '¥2304.45',
        time3: '2026年11月22日 12:30',
        thing4: '已转到您登记的银行卡',
      },
    };
    const headers = { 'x-openid': send.openid };
    const body = JSON.stringify({ templateIds: [templates.payoutNotice], accept: true });
    await fetch(`${cloud.url}/_local/subscribe`, { method: 'POST', headers, body });
    const rules = [
      { do: 'timeoutBefore', of: 'subscribeMessage.send', nth: 1 },
      { do: 'timeoutAfter', of: 'subscribeMessage.send', nth: 2 },
    ];
    await post('/_local/faults', { rules });
    const sent = (): Promise<unknown> => get(`/_local/messages?openid=${send.openid}`);
    expect(await call('teller', { send })).not.toEqual({ outcome: 'sent' });
    expect(await sent()).toEqual([]);
    expect(await call('teller', { send })).not.toEqual({ outcome: 'sent' });
    expect(await sent()).toHaveLength(1);
    await fetch(`${cloud.url}/_local/faults`, { method: 'DELETE' });
    expect(await call('teller', { send })).toEqual({ outcome: 'refused' });
  });

  it('a callback that waits over a restart finds the functions at their new address', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'wechat-restart-'));
    const before = cloud;
    try {
      cloud = await startTestCloud({ functionsDir: folder, dataDir });
      const { url } = cloud;
      await post('/_local/faults', { rules: [{ do: 'delayCallback', delayMs: DAY, nth: 1 }] });
      const attempt = {
        outTradeNo: 'ord_restart_1',
        description: '家庭意外险',
        totalFen: 10_000,
        payerOpenid: PAYER,
        expiresAt: cloud.clock.now() + 600_000,
      };
      const { prepayId, params } = (await call('teller', { open: attempt })) as OpenedPayment;
      await post(`/_local/cashier/${prepayId}`, { result: 'pay', params });
      await cloud.close();
      cloud = await startTestCloud({ functionsDir: folder, dataDir });
      expect(cloud.url).not.toBe(url);
      await cloud.clock.advance(DAY);
      expect(await get('/_local/wechat/callbacks?settle=1')).toMatchObject({
        callbacks: [{ outTradeNo: 'ord_restart_1', end: 'delivered' }],
      });
      expect(proved()).toMatchObject([{ outTradeNo: 'ord_restart_1' }]);
    } finally {
      await cloud.close();
      cloud = before;
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
