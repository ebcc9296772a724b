import { startWechatBench, type WechatBench } from '../_local/wechat/test-bench';
import {
  PaymentRefused,
  PaymentUnavailable,
  type PaymentAttempt,
  type PaymentCallback,
  type PaymentPort,
} from '../_core/ports/payment';
import { createWechatPay } from './wechat-pay';
import { wechatPaySettings, type WechatPaySettings } from './wechat-pay-settings';

const PAYER = 'oPayer0000000000000000000001';
const MINUTE = 60_000;

let bench: WechatBench;
let settings: WechatPaySettings;
let pay: PaymentPort;
let received: PaymentCallback[];
let numbers = 0;

beforeAll(async () => {
  bench = await startWechatBench();
  settings = wechatPaySettings(bench.env);
  pay = createWechatPay(settings, bench.now);
  // The library reads the machine's time; in a function the worker's Date follows the local clock.
  jest.spyOn(Date, 'now').mockImplementation(bench.now);
});
beforeEach(async () => {
  received = [];
  bench.receive = async (_url, { headers, body }) => {
    received.push(await pay.readCallback(headers, body));
    return 204;
  };
});
afterAll(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

const newAttempt = (over: Partial<PaymentAttempt> = {}): PaymentAttempt => {
  numbers += 1;
  return {
    outTradeNo: `ord_test_${String(numbers).padStart(6, '0')}_1`,
    description: '家庭意外险 100 元计划',
    totalFen: 10_000,
    payerOpenid: PAYER,
    expiresAt: bench.now() + 30 * MINUTE,
    ...over,
  };
};
const atCashier = (prepayId: string, result: 'pay' | 'cancel' | 'fail', openid = PAYER, params?: object) =>
  bench.post(`/_local/cashier/${prepayId}`, { result, ...(params ? { params } : {}) }, openid);
const callbacksSettled = () => bench.get('/_local/wechat/callbacks?settle=1');
const refusal = (reason: string): unknown => expect.objectContaining({ name: 'PaymentRefused', reason });

describe('opening an order', () => {
  it('answers what wx.requestPayment needs, signed by the merchant', async () => {
    const opened = await pay.open(newAttempt());
    expect(opened.params).toMatchObject({ package: `prepay_id=${opened.prepayId}`, signType: 'RSA' });
    const paid = await atCashier(opened.prepayId, 'pay', PAYER, opened.params);
    expect(paid).toMatchObject({ status: 200, body: { result: 'paid' } });
  });

  it('has the cashier refuse parameters that somebody changed', async () => {
    const first = await pay.open(newAttempt());
    const second = await pay.open(newAttempt());
    const swapped = { ...first.params, package: second.params.package };
    expect(await atCashier(second.prepayId, 'pay', PAYER, swapped)).toMatchObject({ status: 400 });
  });

  it('answers the same prepay id for the same attempt, and another once the first has grown old', async () => {
    const attempt = newAttempt({ expiresAt: bench.now() + 300 * MINUTE });
    const first = await pay.open(attempt);
    expect((await pay.open(attempt)).prepayId).toBe(first.prepayId);
    await bench.advance(121 * MINUTE);
    const later = await pay.open(attempt);
    expect(later.prepayId).not.toBe(first.prepayId);
    expect(await atCashier(first.prepayId, 'pay')).toMatchObject({
      body: { error: { code: 'ORDER_EXPIRED' } },
    });
    expect(await atCashier(later.prepayId, 'pay')).toMatchObject({ status: 200 });
  });

  it.each([
    ['amount', { totalFen: 20_000 }],
    ['payer', { payerOpenid: 'oSomebodyElse' }],
    ['description', { description: '别的' }],
  ])('refuses the same number with another %s', async (_what, change) => {
    const attempt = newAttempt();
    await pay.open(attempt);
    await expect(pay.open({ ...attempt, ...change })).rejects.toEqual(refusal('changed'));
  });

  it('refuses to open again what is paid or closed', async () => {
    const paid = newAttempt();
    await atCashier((await pay.open(paid)).prepayId, 'pay');
    await expect(pay.open(paid)).rejects.toEqual(refusal('alreadyPaid'));
    const closed = newAttempt();
    await pay.open(closed);
    await pay.close(closed.outTradeNo);
    await expect(pay.open(closed)).rejects.toEqual(refusal('closed'));
  });

  it('refuses what WeChat calls malformed', async () => {
    await expect(pay.open(newAttempt({ totalFen: 0 }))).rejects.toMatchObject({
      reason: 'invalid',
      wechatCode: 'PARAM_ERROR',
    });
    await expect(pay.open(newAttempt({ totalFen: 100.5 }))).rejects.toEqual(refusal('invalid'));
    await expect(pay.open(newAttempt({ outTradeNo: 'short' }))).rejects.toEqual(refusal('invalid'));
  });
});

describe('paying', () => {
  it('is told by a callback that the adapter proves, and by a query', async () => {
    const attempt = newAttempt();
    const { prepayId } = await pay.open(attempt);
    expect(await pay.query(attempt.outTradeNo)).toEqual({ state: 'notPaid' });
    await atCashier(prepayId, 'pay');
    await callbacksSettled();
    const facts = {
      outTradeNo: attempt.outTradeNo,
      transactionId: expect.stringMatching(/^4200\d{24}$/) as unknown,
      totalFen: 10_000,
      payerOpenid: PAYER,
    };
    expect(received).toEqual([expect.objectContaining({ kind: 'payment', ...facts })]);
    const standing = await pay.query(attempt.outTradeNo);
    expect(standing).toMatchObject({ state: 'paid', ...facts });
    if (standing.state !== 'paid') throw new Error('not paid');
    expect(Math.abs(standing.paidAt - bench.now())).toBeLessThan(10_000);
  });

  it('is refused to anybody but the payer, after the time limit, and after closing', async () => {
    const attempt = newAttempt();
    const { prepayId } = await pay.open(attempt);
    expect(await atCashier(prepayId, 'pay', 'oNeighbour')).toMatchObject({ status: 403 });
    await bench.advance(31 * MINUTE);
    expect(await atCashier(prepayId, 'pay')).toMatchObject({ body: { error: { code: 'ORDER_EXPIRED' } } });
    expect(await pay.query(attempt.outTradeNo)).toEqual({ state: 'notPaid' });
    await pay.close(attempt.outTradeNo);
    expect(await atCashier(prepayId, 'pay')).toMatchObject({ body: { error: { code: 'ORDER_CLOSED' } } });
    expect(received).toEqual([]);
  });

  it('takes the money once, however often it is tapped', async () => {
    const { prepayId } = await pay.open(newAttempt());
    const taps = await Promise.all([1, 2, 3].map(() => atCashier(prepayId, 'pay')));
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await callbacksSettled();
    expect(received).toHaveLength(1);
  });

  it.each([
    ['cancel', 'cancelled'],
    ['fail', 'failed'],
  ] as const)('can end in %s, and be tried again', async (choice, result) => {
    const attempt = newAttempt();
    const { prepayId } = await pay.open(attempt);
    expect(await atCashier(prepayId, choice)).toMatchObject({ body: { result } });
    expect(await pay.query(attempt.outTradeNo)).toEqual({ state: 'notPaid' });
    expect(await atCashier(prepayId, 'pay')).toMatchObject({ status: 200 });
  });
});

describe('closing', () => {
  it('may be repeated, tells an unknown order, and refuses a paid one', async () => {
    const attempt = newAttempt();
    const { prepayId } = await pay.open(attempt);
    await pay.close(attempt.outTradeNo);
    await expect(pay.close(attempt.outTradeNo)).resolves.toBeUndefined();
    expect(await pay.query(attempt.outTradeNo)).toEqual({ state: 'closed' });
    expect(await atCashier(prepayId, 'pay')).toMatchObject({ status: 409 });

    const paid = newAttempt();
    await atCashier((await pay.open(paid)).prepayId, 'pay');
    await expect(pay.close(paid.outTradeNo)).rejects.toEqual(refusal('alreadyPaid'));
    await expect(pay.close('ord_never_opened_1')).rejects.toEqual(refusal('notFound'));
    expect(await pay.query('ord_never_opened_1')).toEqual({ state: 'unknown' });
  });
});

describe('refunding', () => {
  const paidAttempt = async (): Promise<PaymentAttempt> => {
    const attempt = newAttempt();
    await atCashier((await pay.open(attempt)).prepayId, 'pay');
    await callbacksSettled();
    received.length = 0;
    return attempt;
  };
  const refundOf = (attempt: PaymentAttempt, over: object = {}) => ({
    outTradeNo: attempt.outTradeNo,
    outRefundNo: `ref_${attempt.outTradeNo}`,
    totalFen: attempt.totalFen,
    refundFen: attempt.totalFen,
    reason: '重复投保，保费退回',
    ...over,
  });

  it('first answers processing, then succeeds with a callback; a repeat is the same refund', async () => {
    const order = refundOf(await paidAttempt());
    const begun = await pay.refund(order);
    expect(begun).toMatchObject({ state: 'processing', refundFen: 10_000, outTradeNo: order.outTradeNo });
    expect((await pay.refund(order)).refundId).toBe(begun.refundId);
    expect(await pay.query(order.outTradeNo)).toMatchObject({ state: 'refunded', totalFen: 10_000 });
    await bench.advance(5_000);
    expect(received).toEqual([
      expect.objectContaining({ kind: 'refund', state: 'success', outRefundNo: order.outRefundNo }),
    ]);
    expect(await pay.queryRefund(order.outRefundNo)).toMatchObject({
      state: 'success',
      refundId: begun.refundId,
    });
  });

  it('never gives back more than was paid', async () => {
    const attempt = await paidAttempt();
    await pay.refund(refundOf(attempt, { outRefundNo: 'ref_part_1', refundFen: 6_000 }));
    await expect(
      pay.refund(refundOf(attempt, { outRefundNo: 'ref_part_2', refundFen: 4_001 })),
    ).rejects.toEqual(refusal('invalid'));
    await expect(
      pay.refund(refundOf(attempt, { outRefundNo: 'ref_part_1', refundFen: 5_000 })),
    ).rejects.toEqual(refusal('invalid'));
    await pay.refund(refundOf(attempt, { outRefundNo: 'ref_part_3', refundFen: 4_000 }));
  });

  it('refuses what was never paid and knows no refund that was never begun', async () => {
    const attempt = newAttempt();
    await pay.open(attempt);
    await expect(pay.refund(refundOf(attempt))).rejects.toEqual(refusal('invalid'));
    await expect(pay.refund(refundOf(attempt, { outTradeNo: 'ord_never_opened_1' }))).rejects.toEqual(
      refusal('notFound'),
    );
    expect(await pay.queryRefund('ref_never')).toBeUndefined();
  });
});

describe('trust', () => {
  const withSettings = (change: Partial<WechatPaySettings>): PaymentPort =>
    createWechatPay({ ...settings, ...change }, bench.now);

  it('is refused to a merchant with a foreign key or serial', async () => {
    const other = await startWechatBench();
    const foreign = wechatPaySettings(other.env);
    await expect(withSettings({ merchantKey: foreign.merchantKey }).query('ord_x_1')).rejects.toMatchObject({
      reason: 'misconfigured',
      wechatCode: 'SIGN_ERROR',
    });
    await expect(withSettings({ merchantSerial: 'A'.repeat(40) }).query('ord_x_1')).rejects.toEqual(
      refusal('misconfigured'),
    );
    await expect(withSettings({ appid: 'wxother' }).open(newAttempt())).rejects.toEqual(
      refusal('misconfigured'),
    );

    const attempt = newAttempt();
    await pay.open(attempt);
    const deceived = withSettings({ publicKey: foreign.publicKey });
    await expect(deceived.query(attempt.outTradeNo)).rejects.toBeInstanceOf(PaymentUnavailable);
    const unknownKey = withSettings({ publicKeyId: 'PUB_KEY_ID_0000000000' });
    await expect(unknownKey.query(attempt.outTradeNo)).rejects.toBeInstanceOf(PaymentUnavailable);
    await other.close();
  });

  it('says unavailable when nobody answers, and never shows a key', async () => {
    const nobody = withSettings({ baseUrl: 'http://127.0.0.1:9/wxpay/' });
    const thrown: unknown = await nobody.open(newAttempt()).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(PaymentUnavailable);
    const shown = `${String(thrown)} ${JSON.stringify(thrown)} ${(thrown as Error).stack ?? ''}`;
    expect(shown).not.toMatch(/PRIVATE KEY|privateKey/);
    expect(thrown).not.toHaveProperty('cause');
  });

  it('names missing settings without their values', () => {
    const { WXPAY_APIV3_KEY: _gone, ...rest } = bench.env;
    expect(() => wechatPaySettings({ ...rest, WXPAY_MERCHANT_KEY: 'hush' })).toThrow(
      /WXPAY_MERCHANT_KEY.*WXPAY_APIV3_KEY/,
    );
    expect(() => wechatPaySettings({ ...rest, WXPAY_MERCHANT_KEY: 'hush' })).not.toThrow(/hush/);
  });

  it('keeps the two errors apart', () => {
    expect(new PaymentUnavailable('x')).not.toBeInstanceOf(PaymentRefused);
  });
});
