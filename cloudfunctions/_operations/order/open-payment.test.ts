import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { getOrderToPay } from '../../../shared/order/get-order-to-pay.contract';
import { openPayment } from '../../../shared/order/open-payment.contract';
import { WANG, ZHANG } from '../../../shared/testing/cast';
import { orderInput, planAt } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

const SON = 'o-son-far-away';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const placed = async () => {
  const { order, payment } = await stage.ask(
    buyCover,
    orderInput(WANG, await planAt(stage, WANG)),
    WANG.openid,
  );
  if (!payment) throw new Error('no payment');
  return { orderId: order.orderId, payment };
};
const stored = async (orderId: string) => {
  const order = await stage.workshop.read.orders.get(orderId);
  if (!order) throw new Error('no order');
  return order;
};
const opened = async (orderId: string, openid: string) => {
  const { payment } = await stage.ask(openPayment, { orderId }, openid);
  if (!payment) throw new Error('nothing to pay');
  return payment;
};

describe('a relative pays', () => {
  it('issues one policy to the family that bought', async () => {
    const { orderId } = await placed();
    await stage.cashier(await opened(orderId, SON), SON, 'pay');
    const { order } = await stage.ask(confirmPayment, { orderId }, SON);
    expect(order.state).toBe('issued');
    expect(await stored(orderId)).toMatchObject({
      openid: WANG.openid,
      attempts: [
        { payerOpenid: WANG.openid, state: 'closed' },
        { payerOpenid: SON, state: 'paid' },
      ],
      nextLookAt: null,
    });
  });

  it('closes the cashier of who tried before', async () => {
    const { orderId, payment } = await placed();
    await opened(orderId, SON);
    await expect(stage.cashier(payment, WANG.openid, 'pay')).rejects.toThrow('cashier');
  });

  it('hands the order back to the buyer, who pays instead', async () => {
    const { orderId } = await placed();
    const sons = await opened(orderId, SON);
    await stage.cashier(await opened(orderId, WANG.openid), WANG.openid, 'pay');
    await expect(stage.cashier(sons, SON, 'pay')).rejects.toThrow('cashier');
    await stage.ask(confirmPayment, { orderId }, WANG.openid);
    expect((await stored(orderId)).attempts.map(({ state }) => state)).toEqual(['closed', 'closed', 'paid']);
  });

  it('goes on with the same attempt however often it is opened', async () => {
    const { orderId } = await placed();
    await opened(orderId, SON);
    await opened(orderId, SON);
    expect((await stored(orderId)).attempts).toHaveLength(2);
  });

  it('finds nothing to pay once somebody paid', async () => {
    const { orderId, payment } = await placed();
    await stage.cashier(payment, WANG.openid, 'pay');
    expect(await stage.ask(openPayment, { orderId }, SON)).toMatchObject({
      order: { state: 'issued' },
      payment: null,
    });
  });

  it('sees masked names and the payee, and nothing of a made-up order', async () => {
    const { orderId } = await placed();
    const seen = await stage.ask(getOrderToPay, { orderId }, SON);
    expect(seen).toMatchObject({
      holderName: '王*国',
      isOwn: false,
      isPayable: true,
      order: { priceFen: 100_00 },
    });
    expect(JSON.stringify(seen)).not.toContain('王建国');
    const madeUp = 'ord_000000000000000000000000';
    for (const contract of [getOrderToPay, openPayment]) {
      expect(await stage.call(contract, { orderId: madeUp }, SON)).toMatchObject({
        error: { code: 'ORDER_NOT_FOUND' },
      });
    }
    // Who neither bought nor pays is told nothing of how the payment ends.
    expect(await stage.call(confirmPayment, { orderId }, ZHANG.openid)).toMatchObject({
      error: { code: 'ORDER_NOT_FOUND' },
    });
  });
});
