import { createWechatPay } from '../../../../_adapters/wechat-pay';
import { wechatPaySettings } from '../../../../_adapters/wechat-pay-settings';
import { Aes } from 'wechatpay-axios-plugin';
import { DAY_MS, HOUR_MS } from '../../../../../shared/time/china-day';
import { startWechatBench, type WechatBench } from '../../test-bench';
import { testMerchant, type PayAnswer, type TestMerchant } from '../../test-merchant';

/** A payout from beginning to end, with the real client. */

const PAYEE = 'oPayee';
const BILLS = 'v3/fund-app/mch-transfer/transfer-bills';
const REPORT = [
  { info_type: '保险产品备案编号', info_content: '01212121212' },
  { info_type: '保险名称', info_content: '家庭意外险' },
  { info_type: '保险操作单号', info_content: 'MX20261122001' },
];

let bench: WechatBench;
let merchant: TestMerchant;
let notices: Record<string, unknown>[];
let numbers = 0;

beforeAll(async () => {
  bench = await startWechatBench();
  jest.spyOn(Date, 'now').mockImplementation(bench.now);
  merchant = testMerchant(bench);
  await bench.post('/_local/wechat/people', { realName: '王建国' }, PAYEE);
  bench.receive = async (_url, { body }) => {
    const { event_type: eventType, resource } = JSON.parse(body) as {
      event_type: string;
      resource: { ciphertext: string; nonce: string; associated_data: string };
    };
    const key = bench.env.WXPAY_APIV3_KEY ?? '';
    const { ciphertext, nonce, associated_data: associated } = resource;
    const content = JSON.parse(Aes.AesGcm.decrypt(ciphertext, key, nonce, associated)) as object;
    notices.push({ eventType, ...content });
    return 200;
  };
});
beforeEach(() => {
  notices = [];
});
afterAll(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

const newNumber = (): string => {
  numbers += 1;
  return `PAYOUT${String(numbers).padStart(6, '0')}`;
};
const request = (outBillNo: string, over: object = {}) => ({
  appid: bench.appid,
  out_bill_no: outBillNo,
  transfer_scene_id: '1004',
  openid: PAYEE,
  transfer_amount: 150_000,
  transfer_remark: '意外险理赔款',
  notify_url: `${bench.url}/nowhere`,
  user_recv_perception: '保险理赔款',
  transfer_scene_report_infos: REPORT,
  ...over,
});
const begin = (outBillNo: string, over: object = {}) => merchant.post(BILLS, request(outBillNo, over));
const query = (outBillNo: string) => merchant.get(`${BILLS}/out-bill-no/${outBillNo}`);
const cancel = (outBillNo: string) => merchant.post(`${BILLS}/out-bill-no/${outBillNo}/cancel`, {});
const take = ({ data }: PayAnswer, result = 'confirm', openid = PAYEE) =>
  bench.post(`/_local/transfer/${encodeURIComponent(String(data.package_info))}`, { result }, openid);
const settled = () => bench.get('/_local/wechat/callbacks?settle=1');
const operation = async (): Promise<number> =>
  ((await bench.get('/_local/wechat/funds')).body as { operation: number }).operation;

describe('a transfer', () => {
  it('waits for its payee, who confirms; then the query and a callback tell that it is paid', async () => {
    const number = newNumber();
    const begun = await begin(number);
    expect(begun).toMatchObject({
      status: 200,
      data: {
        out_bill_no: number,
        transfer_bill_no: expect.stringMatching(/^1330007\d{27}$/) as unknown,
        state: 'WAIT_USER_CONFIRM',
        package_info: expect.stringMatching(/^[0-9A-Za-z+/=]{100,}$/) as unknown,
        create_time: expect.stringMatching(/\+08:00$/) as unknown,
      },
    });
    expect(await take(begun)).toEqual(expect.objectContaining({ body: { result: 'confirmed' } }));
    expect(await query(number)).toMatchObject({ data: { state: 'TRANSFERING' } });
    await bench.advance(1_000);
    const done = await query(number);
    expect(done.data).toMatchObject({
      mch_id: '1900009191',
      appid: bench.appid,
      state: 'SUCCESS',
      transfer_amount: 150_000,
      transfer_remark: '意外险理赔款',
      openid: PAYEE,
    });
    const byBill = await merchant.get(`${BILLS}/transfer-bill-no/${String(begun.data.transfer_bill_no)}`);
    expect(byBill.data).toEqual(done.data);
    await settled();
    expect(notices).toEqual([
      expect.objectContaining({
        eventType: 'MCHTRANSFER.BILL.FINISHED',
        out_bill_no: number,
        state: 'SUCCESS',
        mch_id: '1900009191',
        transfer_amount: 150_000,
      }),
    ]);
  });

  it('may first be only accepted: the package comes when asked again', async () => {
    await bench.post('/_local/wechat/transfers', { start: 'ACCEPTED' });
    const number = newNumber();
    const accepted = await begin(number);
    await bench.post('/_local/wechat/transfers', { start: 'WAIT_USER_CONFIRM' });
    expect(accepted.data).toMatchObject({ state: 'ACCEPTED' });
    expect(accepted.data).not.toHaveProperty('package_info');
    await bench.advance(1_000);
    expect(await query(number)).toMatchObject({ data: { state: 'PROCESSING' } });
    await bench.advance(1_000);
    const again = await begin(number);
    expect(again.data).toMatchObject({ state: 'WAIT_USER_CONFIRM', create_time: accepted.data.create_time });
    expect((await take(again)).status).toBe(200);
  });

  it('of the same number is the same, of a changed one INVALID_REQUEST', async () => {
    const number = newNumber();
    const name = { user_name: merchant.encrypted('王建国') };
    const first = await begin(number, name);
    // Encrypted anew it reads differently, and still is the same request.
    expect((await begin(number, { user_name: merchant.encrypted('王建国') })).data).toEqual(first.data);
    expect(await begin(number, { ...name, transfer_amount: 150_001 })).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    });
  });

  it('fails with OVERDUE_CLOSE when nobody takes it for 24 hours, and the money comes back', async () => {
    await bench.advance(DAY_MS); // what other tests left open is over
    const before = await operation();
    const number = newNumber();
    const begun = await begin(number);
    expect(await operation()).toBe(before - 150_000);
    await bench.advance(23 * HOUR_MS);
    expect(await query(number)).toMatchObject({ data: { state: 'WAIT_USER_CONFIRM' } });
    await bench.advance(HOUR_MS);
    expect(await query(number)).toMatchObject({ data: { state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' } });
    expect(await take(begun)).toMatchObject({ status: 409 });
    await settled();
    expect(notices).toContainEqual(
      expect.objectContaining({ out_bill_no: number, state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' }),
    );
    expect(await operation()).toBe(before);
  });

  it('can be cancelled while it waits, not any more once it is taken', async () => {
    const number = newNumber();
    const begun = await begin(number);
    expect(await cancel(number)).toMatchObject({ status: 200, data: { state: 'CANCELING' } });
    expect(await take(begun)).toMatchObject({ status: 409 });
    await bench.advance(1_000);
    expect(await query(number)).toMatchObject({ data: { state: 'CANCELLED' } });
    await settled();
    expect(notices).toEqual([expect.objectContaining({ out_bill_no: number, state: 'CANCELLED' })]);

    const taken = newNumber();
    await take(await begin(taken));
    expect(await cancel(taken)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(await cancel('PAYOUTNONE')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  it('is taken or cancelled, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const number = newNumber();
      const begun = await begin(number);
      const early = round % 2 === 0 ? undefined : cancel(number);
      const [taken, cancelled] = await Promise.all([take(begun), early ?? cancel(number)]);
      await bench.advance(1_000);
      const { state } = (await query(number)).data;
      expect([state, taken.status, cancelled.status]).toEqual(
        taken.status === 200 ? ['SUCCESS', 200, 400] : ['CANCELLED', 409, 200],
      );
    }
  });

  it('is known to the query for thirty days', async () => {
    const number = newNumber();
    await begin(number);
    await bench.advance(30 * DAY_MS - HOUR_MS);
    expect(await query(number)).toMatchObject({ status: 200 });
    await bench.advance(HOUR_MS);
    expect(await query(number)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await query('PAYOUTNONE')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('the payee', () => {
  it.each([
    ['王建国', PAYEE, 'SUCCESS', undefined],
    ['王建军', PAYEE, 'FAIL', 'NAME_NOT_CORRECT'],
    ['王建国', 'oUnverified', 'FAIL', 'REAL_NAME_CHECK_FAIL'],
  ])('named %s as %s ends %s %s', async (name, openid, state, failReason) => {
    const number = newNumber();
    const begun = await begin(number, {
      openid,
      user_name: merchant.encrypted(name),
      transfer_amount: 500_000,
    });
    await take(begun, 'confirm', openid);
    await bench.advance(1_000);
    const { data } = await query(number);
    expect([data.state, data.fail_reason]).toEqual([state, failReason]);
  });

  it('sees what comes from whom, and may come back later', async () => {
    const begun = await begin(newNumber(), { transfer_remark: '<b>理赔</b>' });
    const page = `/_local/transfer?package=${encodeURIComponent(String(begun.data.package_info))}`;
    const { status, text } = await bench.get(page);
    expect(status).toBe(200);
    expect(text).toContain('aria-label="收款 1,500.00 元"');
    expect(text).toContain('&lt;b&gt;理赔&lt;/b&gt;');
    expect(await take(begun, 'cancel')).toMatchObject({ status: 200, body: { result: 'cancelled' } });
    expect(await take(begun, 'confirm', 'oNeighbour')).toMatchObject({ status: 403 });
    expect(await take(begun, 'keep')).toMatchObject({ status: 400 });
    expect(await bench.get(`${page}&openid=oNeighbour`)).toMatchObject({ status: 403 });
    expect(await bench.get('/_local/transfer?package=none')).toMatchObject({ status: 404 });
    expect(await take(begun)).toMatchObject({ status: 200 });
    expect((await bench.get(page)).text).toContain('data-face="done"');
  });
});

describe('a transfer is refused', () => {
  const without = (type: string) => REPORT.filter(({ info_type }) => info_type !== type);
  it.each<[string, () => object, number, string]>([
    ['without its report', () => ({ transfer_scene_report_infos: undefined }), 400, 'PARAM_ERROR'],
    [
      'without the product number',
      () => ({ transfer_scene_report_infos: without('保险产品备案编号') }),
      400,
      'PARAM_ERROR',
    ],
    [
      'without the product name',
      () => ({ transfer_scene_report_infos: without('保险名称') }),
      400,
      'PARAM_ERROR',
    ],
    [
      'without the claim number',
      () => ({ transfer_scene_report_infos: without('保险操作单号') }),
      400,
      'PARAM_ERROR',
    ],
    [
      'with a report twice',
      () => ({ transfer_scene_report_infos: [...REPORT, ...REPORT.slice(0, 1)] }),
      400,
      'PARAM_ERROR',
    ],
    ['in another scene', () => ({ transfer_scene_id: '1000' }), 400, 'INVALID_REQUEST'],
    ['with another reason', () => ({ user_recv_perception: '现金奖励' }), 400, 'INVALID_REQUEST'],
    ['under ten fen', () => ({ transfer_amount: 9 }), 400, 'INVALID_REQUEST'],
    ['over the limit for one', () => ({ transfer_amount: 20_000_001 }), 400, 'INVALID_REQUEST'],
    ['of 2,000 yuan without a name', () => ({ transfer_amount: 200_000 }), 400, 'PARAM_ERROR'],
    ['with a name in the clear', () => ({ user_name: '王建国' }), 400, 'PARAM_ERROR'],
    ['with a remark too long', () => ({ transfer_remark: '赔'.repeat(33) }), 400, 'PARAM_ERROR'],
    ['with a number of other characters', () => ({ out_bill_no: 'payout_1' }), 400, 'PARAM_ERROR'],
    ['of another appid', () => ({ appid: 'wx0000000000000002' }), 400, 'INVALID_REQUEST'],
  ])('%s', async (_why, over, status, code) => {
    const before = await operation();
    expect(await begin(newNumber(), over())).toMatchObject({ status, code });
    expect(await operation()).toBe(before);
  });

  it('with NOT_ENOUGH while the operation account is short, and goes through with the same number later', async () => {
    const have = await operation();
    await bench.post('/_local/wechat/funds', { account: 'operation', fen: 100 - have });
    const number = newNumber();
    expect(await begin(number)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' });
    expect(await query(number)).toMatchObject({ code: 'NOT_FOUND' });
    await bench.post('/_local/wechat/funds', { account: 'operation', fen: have - 100 });
    expect(await begin(number)).toMatchObject({ status: 200 });
  });

  it('beyond what the merchant allows itself a day', async () => {
    await bench.advance(DAY_MS);
    await bench.post('/_local/wechat/funds', { account: 'operation', fen: 200_000_000 });
    const large = { transfer_amount: 20_000_000, user_name: merchant.encrypted('王建国') };
    for (let time = 0; time < 5; time += 1) expect((await begin(newNumber(), large)).status).toBe(200);
    expect(await begin(newNumber())).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    await bench.advance(DAY_MS);
    expect((await begin(newNumber())).status).toBe(200);
  });
});

it('our payment adapter refuses the callback of a transfer as another event', async () => {
  const pay = createWechatPay(wechatPaySettings(bench.env), bench.now);
  const reasons: unknown[] = [];
  bench.receive = async (_url, { headers, body }) => {
    await pay.readCallback(headers, body).catch((error: unknown) => reasons.push(error));
    return 200;
  };
  await take(await begin(newNumber()));
  await bench.advance(1_000);
  await settled();
  expect(reasons).toEqual([expect.objectContaining({ name: 'CallbackRejected', reason: 'otherEvent' })]);
});
