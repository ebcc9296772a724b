import { startWechatBench, type WechatBench } from '../test-bench';
import { testMerchant, type TestMerchant } from '../test-merchant';

/** An order from beginning to end, with the real client: what is answered, and with which code it is refused. */

let bench: WechatBench;
let merchant: TestMerchant;
let numbers = 0;

beforeAll(async () => {
  bench = await startWechatBench();
  jest.spyOn(Date, 'now').mockImplementation(bench.now);
  merchant = testMerchant(bench);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

const newNumber = (): string => {
  numbers += 1;
  return `life_${String(numbers).padStart(4, '0')}`;
};
const order = (outTradeNo: string, over: object = {}) => ({
  appid: bench.appid,
  mchid: '1900009191',
  description: '家庭意外险',
  out_trade_no: outTradeNo,
  notify_url: `${bench.url}/nowhere`,
  amount: { total: 10_000, currency: 'CNY' },
  payer: { openid: 'oPayer' },
  ...over,
});
const place = (outTradeNo: string, over: object = {}) =>
  merchant.post('v3/pay/transactions/jsapi', order(outTradeNo, over));
const query = (outTradeNo: string) =>
  merchant.get(`v3/pay/transactions/out-trade-no/${outTradeNo}`, { mchid: '1900009191' });
const close = (outTradeNo: string) =>
  merchant.post(`v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: '1900009191' });
const payAt = (prepayId: unknown) =>
  bench.post(`/_local/cashier/${String(prepayId)}`, { result: 'pay' }, 'oPayer');
const refund = (outTradeNo: string, outRefundNo: string, fen: number, over: object = {}) =>
  merchant.post('v3/refund/domestic/refunds', {
    out_trade_no: outTradeNo,
    out_refund_no: outRefundNo,
    notify_url: `${bench.url}/nowhere`,
    amount: { refund: fen, total: 10_000, currency: 'CNY' },
    ...over,
  });

describe('an order', () => {
  it('placed again unchanged answers the same prepay id, changed OUT_TRADE_NO_USED', async () => {
    const number = newNumber();
    const first = await place(number);
    expect(first).toMatchObject({
      status: 200,
      data: { prepay_id: expect.stringMatching(/^wx/) as unknown },
    });
    expect((await place(number)).data).toEqual(first.data);
    expect(await place(number, { amount: { total: 1, currency: 'CNY' } })).toMatchObject({
      status: 403,
      code: 'OUT_TRADE_NO_USED',
    });
  });

  it('placed again once paid answers ORDERPAID, once closed ORDER_CLOSED', async () => {
    const [paid, closed] = [newNumber(), newNumber()];
    await merchant.buy(paid);
    expect(await place(paid)).toMatchObject({ status: 400, code: 'ORDERPAID' });
    await place(closed);
    expect((await close(closed)).status).toBe(204);
    expect(await place(closed)).toMatchObject({ status: 400, code: 'ORDER_CLOSED' });
    expect(await query(closed)).toMatchObject({ data: { trade_state: 'CLOSED' } });
  });

  it('of another appid, another merchant, or of nobody is refused by name', async () => {
    expect(await place(newNumber(), { appid: 'wx0000000000000002' })).toMatchObject({
      status: 400,
      code: 'APPID_MCHID_NOT_MATCH',
    });
    expect(await place(newNumber(), { mchid: '1900000000' })).toMatchObject({ code: 'MCH_NOT_EXISTS' });
    expect(await place(newNumber(), { time_expire: '2020-01-01T00:00:00+08:00' })).toMatchObject({
      status: 400,
      code: 'PARAM_ERROR',
      data: { detail: { field: '/time_expire' } },
    });
    expect(await query('life_none')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' });
    expect(await close('life_none')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' });
  });

  it('is found by its number and by its transaction id alike', async () => {
    const number = newNumber();
    await merchant.buy(number);
    const { data } = await query(number);
    const byTransaction = await merchant.get(`v3/pay/transactions/id/${String(data.transaction_id)}`, {
      mchid: '1900009191',
    });
    expect(byTransaction.data).toEqual(data);
    expect(data).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 10_000, payer_total: 10_000 } });
  });

  it('paid and closed at the same moment is one of the two, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const number = newNumber();
      const { data } = await place(number);
      const early = round % 2 === 0 ? undefined : close(number);
      const [paid, closed] = await Promise.all([payAt(data.prepay_id), early ?? close(number)]);
      const after = (await query(number)).data.trade_state;
      expect([after, paid.status, closed.status, closed.code]).toEqual(
        paid.status === 200 ? ['SUCCESS', 200, 400, 'ORDERPAID'] : ['CLOSED', 409, 204, undefined],
      );
    }
  });
});

describe('a refund', () => {
  it('may be partial and several, together never more than was paid', async () => {
    const number = newNumber();
    await merchant.buy(number);
    expect(await refund(number, `${number}r1`, 3_000)).toMatchObject({
      status: 200,
      data: { status: 'PROCESSING', amount: { refund: 3_000, total: 10_000 } },
    });
    expect(await refund(number, `${number}r2`, 7_001)).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    });
    expect(await refund(number, `${number}r2`, 7_000)).toMatchObject({ status: 200 });
    expect(await refund(number, `${number}r3`, 1)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(await query(number)).toMatchObject({ data: { trade_state: 'REFUND' } });
    await bench.advance(3_000);
    expect(await merchant.get(`v3/refund/domestic/refunds/${number}r1`)).toMatchObject({
      data: { status: 'SUCCESS', success_time: expect.any(String) as unknown },
    });
  });

  it('of the same number is the same refund, of a changed one INVALID_REQUEST', async () => {
    const number = newNumber();
    await merchant.buy(number);
    const first = await refund(number, `${number}r`, 500);
    expect((await refund(number, `${number}r`, 500)).data).toEqual(first.data);
    expect(await refund(number, `${number}r`, 501)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  it('needs a paid order, younger than a year, and the right total', async () => {
    const open = newNumber();
    await place(open);
    expect(await refund(open, `${open}r`, 1)).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(await refund('life_none', 'none', 1)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' });
    expect(await merchant.get('v3/refund/domestic/refunds/none')).toMatchObject({
      status: 404,
      code: 'RESOURCE_NOT_EXISTS',
    });
    const paid = newNumber();
    await merchant.buy(paid);
    const wrongTotal = { amount: { refund: 1, total: 9_999, currency: 'CNY' } };
    expect(await refund(paid, `${paid}r`, 1, wrongTotal)).toMatchObject({ code: 'INVALID_REQUEST' });
    await bench.advance(366 * 24 * 60 * 60 * 1000);
    expect(await refund(paid, `${paid}r`, 1)).toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('is possible fifty times an order', async () => {
    const number = newNumber();
    await merchant.buy(number);
    for (let time = 1; time <= 50; time += 1) {
      expect((await refund(number, `${number}r${time}`, 1)).status).toBe(200);
    }
    expect(await refund(number, `${number}r51`, 1)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  it('is NOT_ENOUGH when the merchant has taken the money out, and goes through once it is back', async () => {
    const number = newNumber();
    await merchant.buy(number);
    const funds = await bench.get('/_local/wechat/funds');
    const { basic } = funds.body as { basic: number };
    await bench.post('/_local/wechat/funds', { account: 'basic', fen: -basic });
    expect(await refund(number, `${number}r`, 10_000)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' });
    expect(await query(number)).toMatchObject({ data: { trade_state: 'SUCCESS' } });
    await bench.post('/_local/wechat/funds', { account: 'basic', fen: basic });
    expect(await refund(number, `${number}r`, 10_000)).toMatchObject({ status: 200 });
  });

  it.each([
    ['ABNORMAL', 'REFUND.ABNORMAL', 'INVALID_REQUEST'],
    ['CLOSED', 'REFUND.CLOSED', undefined],
  ])('may end %s, which the query and a callback tell', async (end, eventType, again) => {
    const number = newNumber();
    await merchant.buy(number);
    await bench.post('/_local/wechat/refunds', { end });
    await refund(number, `${number}r`, 10_000);
    await bench.post('/_local/wechat/refunds', { end: 'SUCCESS' });
    await bench.advance(3_000);
    expect(await merchant.get(`v3/refund/domestic/refunds/${number}r`)).toMatchObject({
      data: { status: end },
    });
    const { body } = await bench.get('/_local/wechat/callbacks?settle=1');
    expect(body).toMatchObject({
      callbacks: expect.arrayContaining([
        expect.objectContaining({ outTradeNo: number, eventType, end: 'delivered' }),
      ]) as unknown,
    });
    // Only a closed refund leaves the order's money to be refunded again.
    expect((await refund(number, `${number}r2`, 10_000)).code).toBe(again);
  });
});
