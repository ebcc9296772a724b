import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
  addDays,
  chinaDayOf,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  startOfChinaDay,
} from '../../../../../shared/time/china-day';
import { startWechatBench, type WechatBench } from '../../test-bench';
import { testMerchant, type TestMerchant } from '../../test-merchant';

/** The day's bill, asked for and fetched with the real client. */

let bench: WechatBench;
let merchant: TestMerchant;
let day: string;

const advanceTo = (instant: number): Promise<void> => bench.advance(instant - bench.now());
const ask = (query: Readonly<Record<string, string>> = {}) =>
  merchant.get('v3/bill/tradebill', { bill_date: day, ...query });
const linesOf = (bytes: Buffer): string[][] =>
  bytes
    .toString('utf8')
    .slice(1)
    .split('\r\n')
    .map((line) => line.split(','));

beforeAll(async () => {
  bench = await startWechatBench();
  jest.spyOn(Date, 'now').mockImplementation(bench.now);
  merchant = testMerchant(bench);
  day = addDays(chinaDayOf(bench.now()), 1);
  await advanceTo(startOfChinaDay(day) + 20 * HOUR_MS);
  await merchant.buy('bill_paid_1', 10_000);
  await bench.advance(MINUTE_MS);
  await merchant.buy('bill_paid_2', 20_000, 'oOther');
  await merchant.post('v3/refund/domestic/refunds', {
    out_trade_no: 'bill_paid_2',
    out_refund_no: 'bill_refund_1',
    amount: { refund: 5_000, total: 20_000, currency: 'CNY' },
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

it('is not there for today, and being made until ten the next morning', async () => {
  expect(await ask()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  await advanceTo(startOfChinaDay(day) + DAY_MS + 9 * HOUR_MS);
  expect(await ask()).toMatchObject({ status: 400, code: 'STATEMENT_CREATING' });
  await advanceTo(startOfChinaDay(day) + DAY_MS + 10 * HOUR_MS);
  expect(await ask()).toMatchObject({ status: 200, data: { hash_type: 'SHA1' } });
});

it('has every payment and refund of the day, with the hash that was told', async () => {
  const { data } = await ask();
  const { status, bytes } = await merchant.download(String(data.download_url));
  expect(status).toBe(200);
  expect(createHash('sha1').update(bytes).digest('hex')).toBe(data.hash_value);
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');

  const [header = [], ...rest] = linesOf(bytes);
  expect(header).toHaveLength(27);
  const row = (at: number): Record<string, string | undefined> =>
    Object.fromEntries(header.map((name, column) => [name, rest[at]?.[column]]));
  expect(row(0)).toMatchObject({
    交易时间: expect.stringMatching(new RegExp(`^\`${day} 20:\\d\\d:\\d\\d$`)) as unknown,
    公众账号ID: `\`${bench.appid}`,
    商户号: '`1900009191',
    商户订单号: '`bill_paid_1',
    用户标识: '`oPayer',
    交易类型: '`JSAPI',
    交易状态: '`SUCCESS',
    应结订单金额: '`100.00',
    微信退款单号: '`0',
    退款状态: '`',
    手续费: '`0.60000',
    费率: '`0.60%',
    订单金额: '`100.00',
    申请退款金额: '`0.00',
    费率备注: '`',
  });
  expect(row(1)).toMatchObject({ 商户订单号: '`bill_paid_2', 订单金额: '`200.00' });
  expect(row(2)).toMatchObject({
    商户订单号: '`bill_paid_2',
    交易状态: '`REFUND',
    应结订单金额: '`0.00',
    商户退款单号: '`bill_refund_1',
    退款金额: '`50.00',
    退款类型: '`ORIGINAL',
    退款状态: '`SUCCESS',
    手续费: '`-0.30000',
    订单金额: '`0.00',
    申请退款金额: '`50.00',
  });
  expect(rest[3]?.join(',')).toBe(
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
  );
  expect(rest[4]?.join(',')).toBe('`3,`300.00,`50.00,`0.00,`1.50000,`300.00,`50.00');
  expect(rest[5]).toEqual(['']);
});

it.each([
  ['SUCCESS', 20, ['`bill_paid_1', '`bill_paid_2']],
  ['REFUND', 29, ['`bill_paid_2']],
])('of type %s has %i columns and its own lines only', async (billType, columns, orders) => {
  const { data } = await ask({ bill_type: billType });
  const [header = [], ...rest] = linesOf((await merchant.download(String(data.download_url))).bytes);
  expect(header).toHaveLength(columns);
  const lines = rest.slice(0, -3);
  expect(lines.every((line) => line.length === columns)).toBe(true);
  expect(lines.map((line) => line[header.indexOf('商户订单号')])).toEqual(orders);
});

it('comes zipped when asked for, hashed as it is unzipped', async () => {
  const { data } = await ask({ tar_type: 'GZIP' });
  expect(String(data.download_url)).toMatch(/&tartype=gzip$/);
  const { bytes } = await merchant.download(String(data.download_url));
  expect(createHash('sha1').update(gunzipSync(bytes)).digest('hex')).toBe(data.hash_value);
});

it('is refused for a day without trade, a day that is none, another type, and after three months', async () => {
  expect(await ask({ bill_date: addDays(day, -1) })).toMatchObject({
    status: 400,
    code: 'NO_STATEMENT_EXIST',
  });
  expect(await ask({ bill_type: 'SUCCESS', bill_date: '2026-02-30' })).toMatchObject({ code: 'PARAM_ERROR' });
  expect(await ask({ bill_type: 'ALL_OF_IT' })).toMatchObject({ status: 400, code: 'PARAM_ERROR' });
  expect(await ask({ bill_date: addDays(day, -100) })).toMatchObject({ code: 'INVALID_REQUEST' });
});

it('is fetched within five minutes, by whom knows the address', async () => {
  const { data } = await ask();
  const url = String(data.download_url);
  expect((await fetch(url)).status).toBe(401);
  expect((await merchant.download(`${url}x`)).status).toBe(400);
  await bench.advance(5 * MINUTE_MS);
  const late = await merchant.download(url);
  expect(late.status).toBe(400);
  expect(JSON.parse(late.bytes.toString('utf8'))).toMatchObject({ code: 'INVALID_REQUEST' });
});
