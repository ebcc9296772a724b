import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { addDays, chinaDayOf, DAY_MS, HOUR_MS, startOfChinaDay } from '../../shared/time/china-day';
import { PaymentRefused, type PaymentPort } from '../_core/ports/payment';
import { startWechatBench, type WechatBench } from '../_local/wechat/test-bench';
import { testMerchant, type TestMerchant } from '../_local/wechat/test-merchant';
import { createWechatPay } from './wechat-pay';
import { readBill } from './wechat-pay-bill';
import { wechatPaySettings } from './wechat-pay-settings';

let bench: WechatBench;
let merchant: TestMerchant;
let pay: PaymentPort;
let day: string;

const advanceTo = (instant: number): Promise<void> => bench.advance(instant - bench.now());

beforeAll(async () => {
  bench = await startWechatBench();
  jest.spyOn(Date, 'now').mockImplementation(bench.now);
  merchant = testMerchant(bench);
  pay = createWechatPay(wechatPaySettings(bench.env), bench.now);
  day = addDays(chinaDayOf(bench.now()), 1);
  await advanceTo(startOfChinaDay(day) + 20 * HOUR_MS);
  await merchant.buy('ord_bill_1', 10_000);
  await merchant.buy('ord_bill_2', 20_050, 'oOther');
  await pay.refund({
    outTradeNo: 'ord_bill_2',
    outRefundNo: 'ord_bill_2-r1',
    totalFen: 20_050,
    refundFen: 50,
    reason: '退回',
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

describe("a day's bill", () => {
  it('is refused for today, not yet there in the morning, and none for a day without trade', async () => {
    await expect(pay.downloadBill(day)).rejects.toBeInstanceOf(PaymentRefused);
    await advanceTo(startOfChinaDay(day) + DAY_MS + 9 * HOUR_MS);
    expect(await pay.downloadBill(day)).toEqual({ state: 'notYet' });
    expect(await pay.downloadBill(addDays(day, -1))).toEqual({ state: 'none' });
  });

  it('has every payment and refund of the day in fen, with its numbers, payer and time', async () => {
    await advanceTo(startOfChinaDay(day) + DAY_MS + 10 * HOUR_MS);
    const bill = await pay.downloadBill(day);
    if (bill.state !== 'ready') throw new Error(bill.state);
    expect(bill.hash).toMatch(/^[0-9a-f]{40}$/);
    const kept = {
      transactionId: expect.stringMatching(/^\d{28}$/) as unknown,
      at: expect.any(Number) as unknown,
    };
    expect(bill.rows).toEqual([
      {
        ...kept,
        kind: 'payment',
        number: 'ord_bill_1',
        outTradeNo: 'ord_bill_1',
        payerOpenid: 'oPayer',
        amountFen: 10_000,
        state: 'success',
      },
      {
        ...kept,
        kind: 'payment',
        number: 'ord_bill_2',
        outTradeNo: 'ord_bill_2',
        payerOpenid: 'oOther',
        amountFen: 20_050,
        state: 'success',
      },
      {
        ...kept,
        kind: 'refund',
        number: 'ord_bill_2-r1',
        outTradeNo: 'ord_bill_2',
        payerOpenid: 'oOther',
        amountFen: 50,
        state: 'success',
      },
    ]);
    expect(bill.rows.map(({ at }) => chinaDayOf(at))).toEqual([day, day, day]);
    expect(bill.rows[0]?.at).toBe(startOfChinaDay(day) + 20 * HOUR_MS);
  });
});

describe('reading the file', () => {
  const lines = [
    '\ufeff交易时间,公众账号ID,微信订单号,商户订单号,用户标识,交易状态,商户退款单号,退款状态,商品名称,订单金额,申请退款金额',
    '`2026-11-21 20:00:01,`wxours,`42001,`ord_a-1,`oPayer,`SUCCESS,`0,`,`“家庭"意外险,`100.00,`0.00',
    '`2026-11-21 20:00:02,`wxother,`42002,`theirs,`oElse,`SUCCESS,`0,`,`茶,`3.50,`0.00',
    '`2026-11-21 20:00:03,`wxours,`42001,`ord_a-1,`oPayer,`REFUND,`ord_a-1-r1,`PROCESSING,`险,`0.00,`0.01',
    '总交易单数,应结订单总金额,退款总金额,订单总金额,申请退款总金额',
    '`3,`103.50,`0.01,`103.50,`0.01',
    '',
  ];
  const read = (changed: readonly string[], hash?: string) => {
    const text = changed.join('\r\n');
    return readBill(gzipSync(text), hash ?? createHash('sha1').update(text).digest('hex'), 'wxours');
  };
  const with3 = (row: string): string[] => [...lines.slice(0, 3), row, ...lines.slice(4)];

  it('leaves out what another mini-program of the merchant took, and minds no quotation marks', async () => {
    expect(await read(lines)).toMatchObject([
      { kind: 'payment', number: 'ord_a-1', amountFen: 10_000, at: Date.parse('2026-11-21T12:00:01Z') },
      { kind: 'refund', number: 'ord_a-1-r1', amountFen: 1, state: 'processing' },
    ]);
  });

  it.each([
    ['another file than the hash says', () => read(lines, 'a'.repeat(40))],
    ['a file cut short', () => read(lines.slice(0, 3))],
    ['a line that is missing', () => read([...lines.slice(0, 2), ...lines.slice(3)])],
    ['an amount that is none', () => read(with3((lines[3] ?? '').replace('`0.01', '`1e3')))],
    ['a state nobody told of', () => read(with3((lines[3] ?? '').replace('PROCESSING', 'LOST')))],
    ['a time that is none', () => read(with3((lines[3] ?? '').replace('2026-11-21', '21.11.2026')))],
    [
      'a column that is missing',
      () => read([(lines[0] ?? '').replace('订单金额', '金额'), ...lines.slice(1)]),
    ],
  ])('refuses %s', async (_what, reading) => {
    await expect(reading()).rejects.toMatchObject({ name: 'BillUnreadable' });
  });

  it('refuses bytes that are not zipped', async () => {
    await expect(
      readBill(Buffer.from('{"code":"INVALID_REQUEST"}'), 'a'.repeat(40), 'wxours'),
    ).rejects.toThrow();
  });
});
