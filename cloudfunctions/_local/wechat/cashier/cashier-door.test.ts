import { createWechatPay } from '../../../_adapters/wechat-pay';
import { wechatPaySettings } from '../../../_adapters/wechat-pay-settings';
import { startWechatBench, type WechatBench } from '../test-bench';

let bench: WechatBench;
let prepayId: string;

const open = async (outTradeNo: string): Promise<string> => {
  const pay = createWechatPay(wechatPaySettings(bench.env), bench.now);
  const opened = await pay.open({
    outTradeNo,
    description: '<b>家庭意外险</b>',
    totalFen: 10_050,
    payerOpenid: 'oPayer',
    expiresAt: bench.now() + 60_000,
  });
  return opened.prepayId;
};

beforeAll(async () => {
  bench = await startWechatBench();
  prepayId = await open('ord_cashier_1');
});
afterAll(() => bench.close());

describe('the cashier page', () => {
  it('shows amount, payee and description, and names its buttons', async () => {
    const { status, text } = await bench.get(`/_local/cashier?prepay_id=${prepayId}`);
    expect(status).toBe(200);
    expect(text).toContain('100.50');
    expect(text).toContain('示例人寿保险股份有限公司明溪支公司');
    expect(text).toContain('aria-label="支付 100.50 元"');
    expect(text).toContain('&lt;b&gt;家庭意外险&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });

  it('tells another person, and an unknown order, why not', async () => {
    const other = await bench.get(`/_local/cashier?prepay_id=${prepayId}&openid=oNeighbour`);
    expect(other).toMatchObject({ status: 403 });
    expect(other.text).toContain('不一致');
    expect(other.text).not.toContain('data-choice="pay"');
    expect(await bench.get('/_local/cashier?prepay_id=wx0')).toMatchObject({ status: 404 });
  });
});

describe('the cashier door', () => {
  it('cannot cancel or fail what is already paid', async () => {
    const paid = await open('ord_cashier_2');
    await bench.post(`/_local/cashier/${paid}`, { result: 'pay' }, 'oPayer');
    for (const result of ['cancel', 'fail']) {
      expect(await bench.post(`/_local/cashier/${paid}`, { result }, 'oPayer')).toMatchObject({
        status: 409,
      });
    }
    const { text } = await bench.get(`/_local/cashier?prepay_id=${paid}`);
    expect(text).toContain('data-face="done"');
  });

  it('refuses a choice it does not know, a person it does not expect, and an order it has not', async () => {
    expect(await bench.post(`/_local/cashier/${prepayId}`, { result: 'free' }, 'oPayer')).toMatchObject({
      status: 400,
    });
    expect(await bench.post(`/_local/cashier/${prepayId}`, { result: 'cancel' }, 'oNeighbour')).toMatchObject(
      {
        status: 403,
      },
    );
    expect(await bench.post(`/_local/cashier/${prepayId}`, { result: 'pay' })).toMatchObject({ status: 403 });
    expect(await bench.post('/_local/cashier/wx0', { result: 'pay' }, 'oPayer')).toMatchObject({
      status: 404,
    });
  });

  it('shows the order at WeChat’s side', async () => {
    const { body } = await bench.get('/_local/wechat/orders');
    expect(body).toMatchObject({
      orders: [
        { outTradeNo: 'ord_cashier_1', state: 'NOTPAY', totalFen: 10_050 },
        { outTradeNo: 'ord_cashier_2', state: 'SUCCESS' },
      ],
      refunds: [],
    });
  });
});
