import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { DAY_MS } from '../../../shared/time/china-day';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

/** Money that WeChat will not give back on our word: it is back already, or the merchant's account is empty. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

const paid = async (family: CastHousehold) => {
  const input = orderInput(family, await planAt(stage, family));
  const { order, payment } = await stage.ask(buyCover, input, family.openid);
  if (!payment) throw new Error('no payment');
  await stage.cashier(payment, family.openid, 'pay');
  return order.orderId;
};
const looksAgain = async (orderId: string, { openid }: CastHousehold) => {
  const { order } = await stage.ask(confirmPayment, { orderId }, openid);
  const stored = await stage.workshop.read.orders.get(orderId);
  return { order, refund: stored?.attempts[0]?.refund };
};
const funds = async (fen: number): Promise<void> => {
  const answer = await fetch(`${stage.cloud.url}/_local/wechat/funds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'basic', fen }),
  });
  expect(answer.status).toBe(200);
};
const inAccount = async (): Promise<number> => {
  const answer = await fetch(`${stage.cloud.url}/_local/wechat/funds`);
  return ((await answer.json()) as { basic: number }).basic;
};

it.each([
  ['all of it', 100_00],
  ['a part of it', 30_00],
])(
  'buys nothing once a person has given back %s by hand, and needs a person for the rest',
  async (_, fen) => {
    const family = newFamily();
    const orderId = await paid(family);
    const { payment } = stage.workshop.ports;
    await payment.refund({
      outTradeNo: `${orderId}-1`,
      outRefundNo: `by-hand-${orderId}`,
      totalFen: 100_00,
      refundFen: fen,
      reason: '协商退款',
    });
    for (let look = 0; look < 2; look += 1) {
      expect(await looksAgain(orderId, family)).toMatchObject({
        order: {
          state: 'refunding',
          policyId: null,
          refundText: expect.stringContaining('已经退给您') as string,
        },
        refund: { isAbnormal: true },
      });
    }
    const { policies } = stage.workshop.read;
    expect(await policies.find({ where: { openid: family.openid }, limit: 1 })).toEqual([]);
  },
);

it('waits while the merchant’s account is empty, says so, and goes back once there is money', async () => {
  const family = newFamily();
  const rival = { ...family, openid: `${family.openid}-rival` };
  const orders = [await paid(family), await paid(rival)] as const;
  expect((await looksAgain(orders[0], family)).order).toMatchObject({ state: 'issued' });
  const all = await inAccount();
  await funds(-all);
  expect(await looksAgain(orders[1], rival)).toMatchObject({
    order: { state: 'refunding', refundText: expect.stringContaining('原路退回') as string },
    refund: { isAbnormal: false },
  });
  await funds(all);
  await looksAgain(orders[1], rival);
  await stage.cloud.clock.advance(DAY_MS);
  expect((await looksAgain(orders[1], rival)).order).toMatchObject({ state: 'refunded' });
});
