import { createSign, createVerify } from 'node:crypto';
import { startWechatBench, type WechatBench } from '../test-bench';

/** The protocol itself, spoken by hand: what the library would never send. */

let bench: WechatBench;
beforeAll(async () => {
  bench = await startWechatBench();
});
afterAll(() => bench.close());

interface Call {
  method?: string;
  path?: string;
  body?: string;
  /** What is signed, where it differs from what is sent. */
  signed?: { method?: string; path?: string; body?: string };
  at?: number;
  mchid?: string;
  serial?: string;
  authorization?: string;
}

const QUERY = '/wxpay/v3/pay/transactions/out-trade-no/ord_none_1?mchid=1900009191';

const authorizationOf = (call: Call): string => {
  const timestamp = String(Math.floor((call.at ?? bench.now()) / 1000));
  const method = call.signed?.method ?? call.method ?? 'GET';
  const path = call.signed?.path ?? call.path ?? QUERY;
  const message = `${method}\n${path}\n${timestamp}\nnonce1\n${call.signed?.body ?? call.body ?? ''}\n`;
  const signature = createSign('RSA-SHA256')
    .update(message)
    .sign(bench.env.WXPAY_MERCHANT_KEY ?? '', 'base64');
  const parts = {
    mchid: call.mchid ?? bench.env.WXPAY_MCHID,
    serial_no: call.serial ?? bench.env.WXPAY_MERCHANT_SERIAL,
    nonce_str: 'nonce1',
    timestamp,
    signature,
  };
  const text = Object.entries(parts).map(([name, value]) => `${name}="${value ?? ''}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${text.join(',')}`;
};

const send = async (call: Call = {}) => {
  const response = await fetch(`${bench.url}${call.path ?? QUERY}`, {
    method: call.method ?? 'GET',
    headers: { authorization: call.authorization ?? authorizationOf(call) },
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    code: (JSON.parse(text || '{}') as { code?: string }).code,
  };
};

describe('a request', () => {
  it('is answered when our merchant signed it', async () => {
    expect(await send()).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' });
  });

  it.each<[string, () => Call]>([
    ['another path was signed', () => ({ signed: { path: QUERY.replace('none', 'other') } })],
    ['another query was signed', () => ({ signed: { path: QUERY.replace('?mchid=1900009191', '') } })],
    ['another method was signed', () => ({ signed: { method: 'POST' } })],
    [
      'a byte of the body was changed',
      () => ({
        method: 'POST',
        path: '/wxpay/v3/refund/domestic/refunds',
        body: '{"a":1}',
        signed: { body: '{"a":2}' },
      }),
    ],
    ['it is six minutes old', () => ({ at: bench.now() - 361_000 })],
    ['it comes from the future', () => ({ at: bench.now() + 361_000 })],
    ['the merchant is another', () => ({ mchid: '1900000000' })],
    ['the serial is another', () => ({ serial: 'B'.repeat(40) })],
    ['there is no signature', () => ({ authorization: 'Bearer x' })],
  ])('is refused when %s', async (_why, call) => {
    expect(await send(call())).toMatchObject({ status: 401, code: 'SIGN_ERROR' });
  });

  it('is refused for another merchant in its parameters', async () => {
    expect(await send({ path: QUERY.replace('1900009191', '1900000000') })).toMatchObject({
      code: 'MCH_NOT_EXISTS',
    });
    expect(await send({ path: QUERY.replace('?mchid=1900009191', '') })).toMatchObject({
      code: 'PARAM_ERROR',
    });
  });

  it('names the field at fault', async () => {
    const body = JSON.stringify({ appid: bench.appid, mchid: '1900009191', description: 'x'.repeat(128) });
    const answer = await send({ method: 'POST', path: '/wxpay/v3/pay/transactions/jsapi', body });
    expect(answer).toMatchObject({ status: 400, code: 'PARAM_ERROR' });
    expect(JSON.parse(answer.text)).toMatchObject({ detail: { field: '/description', location: 'body' } });
    expect(await send({ method: 'POST', path: '/wxpay/v3/pay/transactions/jsapi', body: '[' })).toMatchObject(
      {
        code: 'PARAM_ERROR',
      },
    );
  });

  it('finds nothing where WeChat has nothing', async () => {
    expect(await send({ path: '/wxpay/v3/certificates' })).toMatchObject({ status: 404 });
  });
});

describe('every answer', () => {
  it('is signed with the platform key, errors too', async () => {
    for (const call of [{}, { authorization: 'none' }]) {
      const { headers, text } = await send(call);
      const signed = `${headers.get('wechatpay-timestamp') ?? ''}\n${headers.get('wechatpay-nonce') ?? ''}\n${text}\n`;
      const isGenuine = createVerify('RSA-SHA256')
        .update(signed)
        .verify(bench.env.WXPAY_PUBLIC_KEY ?? '', headers.get('wechatpay-signature') ?? '', 'base64');
      expect(isGenuine).toBe(true);
      expect(headers.get('wechatpay-serial')).toBe(bench.env.WXPAY_PUBLIC_KEY_ID);
    }
  });

  it('shows a paid order by its transaction id as well', async () => {
    const body = JSON.stringify({
      appid: bench.appid,
      mchid: '1900009191',
      description: '家庭意外险',
      out_trade_no: 'ord_by_transaction_1',
      notify_url: `${bench.url}/nowhere`,
      amount: { total: 10_000, currency: 'CNY' },
      payer: { openid: 'oPayer' },
    });
    const placed = await send({ method: 'POST', path: '/wxpay/v3/pay/transactions/jsapi', body });
    const { prepay_id: prepayId } = JSON.parse(placed.text) as { prepay_id: string };
    expect(prepayId).toMatch(/^wx\d{14}[0-9a-f]{20}$/);
    await bench.post(`/_local/cashier/${prepayId}`, { result: 'pay' }, 'oPayer');
    const byNumber = await send({ path: QUERY.replace('ord_none_1', 'ord_by_transaction_1') });
    const { transaction_id: transactionId } = JSON.parse(byNumber.text) as { transaction_id: string };
    const byTransaction = await send({
      path: `/wxpay/v3/pay/transactions/id/${transactionId}?mchid=1900009191`,
    });
    expect(JSON.parse(byTransaction.text)).toEqual(JSON.parse(byNumber.text));
  });
});

describe('the keys', () => {
  it('are the same after a restart, and different in another data folder', async () => {
    const before = bench.env;
    await bench.restart();
    expect(bench.env).toEqual(before);
    const other = await startWechatBench();
    for (const name of ['WXPAY_MERCHANT_KEY', 'WXPAY_PUBLIC_KEY', 'WXPAY_APIV3_KEY', 'WXPAY_PUBLIC_KEY_ID']) {
      expect(other.env[name]).not.toBe(before[name]);
    }
    await other.close();
  });
});
