import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import type { FaultRules } from '../../_local/faults/fault-rules';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

/** Purchases through the built functions while something goes wrong: each ends with one policy or one refund. */

type Rules = FaultRules['rules'];
const JSAPI = 'POST v3/pay/transactions/jsapi';
const QUERY = 'GET v3/pay/transactions/out-trade-no/*';
const REFUND = 'POST v3/refund/domestic/refunds';
const COMMIT = { action: 'commitTransaction', nth: 1 } as const;
const MOST_TRIES = 5;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

/** What a client does that is told of an error it may repeat: the same request again. */
const bought = async (family: CastHousehold) => {
  const input = orderInput(family, await planAt(stage, family));
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const reply = await stage.call(buyCover, input, family.openid);
    const { order, payment } = reply.ok ? buyCover.output.parse(reply.data) : {};
    if (order && payment) return { orderId: order.orderId, payment };
  }
  throw new Error(`not bought in ${String(MOST_TRIES)} tries`);
};

/** Time passes: late callbacks and repeats arrive, timers run; a run that goes wrong is made up for by the next. */
const timePasses = async (): Promise<void> => {
  for (const minutes of [1, 4, 11]) {
    await stage.cloud.clock.advance(minutes * 60_000);
    await stage.settledCallbacks();
    await stage.cloud.runTimer('advance-orders').catch(() => undefined);
  }
};

const recordsOf = async ({ openid }: CastHousehold) => {
  const { read } = stage.workshop;
  const query = { where: { openid }, limit: 10 };
  const [orders, policies] = await Promise.all([read.orders.find(query), read.policies.find(query)]);
  return { orders, policies };
};

const atWechat = async (orderId: string) => {
  const answer = await fetch(`${stage.cloud.url}/_local/wechat/orders`);
  const { orders, refunds } = (await answer.json()) as Record<
    'orders' | 'refunds',
    { outTradeNo: string; state: string }[]
  >;
  const ours = ({ outTradeNo }: { outTradeNo: string }): boolean => outTradeNo.startsWith(orderId);
  return {
    paid: orders.filter(ours).filter(({ state }) => state === 'SUCCESS'),
    refunds: refunds.filter(ours),
  };
};

/** How often the faults of the plan happened. */
const fired = async (): Promise<number> => {
  const answer = await fetch(`${stage.cloud.url}/_local/faults`);
  return ((await answer.json()) as { firings: unknown[] }).firings.length;
};

describe('a purchase ends with one policy', () => {
  it.each<[string, Rules]>([
    ['the callback comes late', [{ do: 'delayCallback', chance: 1 }]],
    ['WeChat takes the order and its answer is lost', [{ do: 'timeoutAfter', of: JSAPI, nth: 1 }]],
    ['WeChat never hears of the order', [{ do: 'timeoutBefore', of: JSAPI, nth: 1 }]],
    ['WeChat does not answer whether it was paid', [{ do: 'timeoutBefore', of: QUERY, nth: 1 }]],
    ['the order is not stored', [{ do: 'failBefore', of: 'buyCover', ...COMMIT }]],
    ['the order is stored and nobody is told', [{ do: 'failAfter', of: 'buyCover', ...COMMIT }]],
    ['the worker dies after storing the order', [{ do: 'killAfter', of: 'buyCover', ...COMMIT }]],
    ['the worker of the callback dies', [{ do: 'killAfter', of: 'pay-notify', ...COMMIT }]],
    [
      'callback and client are both cut off',
      [
        { do: 'failAfter', of: 'pay-notify', ...COMMIT },
        { do: 'failBefore', of: 'confirmPayment', ...COMMIT },
      ],
    ],
  ])('when %s', async (_name, rules) => {
    await stage.faults(...rules);
    const family = newFamily();
    const { orderId, payment } = await bought(family);
    await stage.cashier(payment, family.openid, 'pay');
    await stage.settledCallbacks();
    await stage.call(confirmPayment, { orderId }, family.openid);
    await timePasses();
    expect(await fired()).toBeGreaterThan(0);
    const { orders, policies } = await recordsOf(family);
    expect(orders).toMatchObject([{ id: orderId, state: 'issued' }]);
    expect(policies).toHaveLength(1);
    const { paid, refunds } = await atWechat(orderId);
    expect([paid.length, refunds.length]).toEqual([1, 0]);
  });
});

describe('money that finds no policy goes back once', () => {
  it.each<[string, Rules]>([
    ['WeChat refunds and its answer is lost', [{ do: 'timeoutAfter', of: REFUND, nth: 1 }]],
    ['the refund is not stored', [{ do: 'failBefore', of: 'pay-notify', ...COMMIT }]],
    ['callbacks overtake each other', [{ do: 'reorderCallback', chance: 0.5 }]],
  ])('when %s', async (_name, rules) => {
    await stage.faults();
    const family = newFamily();
    const rival: CastHousehold = { ...family, openid: `${family.openid}-rival` };
    const first = await bought(family);
    const second = await bought(rival);
    await stage.cashier(first.payment, family.openid, 'pay');
    await stage.settledCallbacks();
    await stage.faults(...rules);
    await stage.cashier(second.payment, rival.openid, 'pay');
    await timePasses();
    expect(await fired()).toBeGreaterThan(0);
    expect((await recordsOf(family)).policies).toHaveLength(1);
    const { orders, policies } = await recordsOf(rival);
    expect(orders).toMatchObject([{ state: 'refunded', refundReason: 'alreadyInsured' }]);
    expect(policies).toEqual([]);
    expect((await atWechat(second.orderId)).refunds).toHaveLength(1);
  });
});
