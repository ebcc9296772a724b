import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto';
import type { InputOf } from '../../../shared/contract/contract';
import { ORDER_LIFE_MS } from '../../../shared/order/attempts';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { sumOf } from '../../../shared/money/fen';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());
beforeEach(() => stage.faults());

const placed = async (family: CastHousehold) => {
  const input = orderInput(family, await planAt(stage, family));
  const { order, payment } = await stage.ask(buyCover, input, family.openid);
  if (!payment) throw new Error('no payment');
  return { input, orderId: order.orderId, payment };
};

const records = async (openid: string) => {
  const { read } = stage.workshop;
  const [orders, policies] = await Promise.all([
    read.orders.find({ where: { openid }, limit: 10 }),
    read.policies.find({ where: { openid }, limit: 10 }),
  ]);
  return { orders, policies };
};

const ledgerOf = async (subjects: readonly string[]) => {
  const entries = await stage.workshop.read.ledger.find({
    where: { subject: { in: [...subjects] } },
    limit: 100,
  });
  const balance = (account: string): number =>
    sumOf(
      entries.flatMap((entry) =>
        entry.rows.flatMap((row) => (row.account === account ? [row.amountFen] : [])),
      ),
    );
  return { entries, balance };
};

/** A callback as WeChat would make it, fresh and rightly encrypted, but signed with a key of the forger's own. */
const forgedCallback = (outTradeNo: string, payer: string, now: number) => {
  const content = {
    appid: process.env.WX_APPID,
    mchid: process.env.WXPAY_MCHID,
    out_trade_no: outTradeNo,
    transaction_id: '4200000000000000000000000001',
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    trade_state_desc: '支付成功',
    success_time: new Date(now).toISOString().replace(/\.\d+Z$/, '+00:00'),
    payer: { openid: payer },
    amount: { total: 100_00, payer_total: 100_00, currency: 'CNY', payer_currency: 'CNY' },
  };
  const nonce = 'forgednonce1';
  const cipher = createCipheriv('aes-256-gcm', process.env.WXPAY_APIV3_KEY ?? '', nonce);
  cipher.setAAD(Buffer.from('transaction'));
  const sealed = [cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()];
  const body = JSON.stringify({
    id: 'forged',
    create_time: content.success_time,
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: Buffer.concat(sealed).toString('base64'),
      associated_data: 'transaction',
      nonce,
    },
  });
  const timestamp = String(Math.floor(now / 1000));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\n${nonce}\n${body}\n`)
    .sign(privateKey, 'base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': process.env.WXPAY_PUBLIC_KEY_ID ?? '',
      'wechatpay-signature': signature,
    },
  };
};

describe('one paid order, one policy', () => {
  it('issues by the callback alone when the client never returns', async () => {
    const family = newFamily();
    const { payment, orderId } = await placed(family);
    await stage.cashier(payment, family.openid, 'pay');
    await stage.settledCallbacks();
    const { orders, policies } = await records(family.openid);
    expect(orders).toMatchObject([{ id: orderId, state: 'issued' }]);
    expect(policies).toHaveLength(1);
    expect(stage.cloud.faults()).toEqual([]);
  });

  it('issues by the timer when every callback is lost and the client never returns', async () => {
    await stage.faults({ do: 'loseCallback', chance: 1 });
    const family = newFamily();
    const { payment } = await placed(family);
    await stage.cashier(payment, family.openid, 'pay');
    expect((await records(family.openid)).policies).toEqual([]);
    await stage.cloud.runTimer('advance-orders');
    expect((await records(family.openid)).policies).toHaveLength(1);
  });

  it('issues once when three callbacks, the client and the timer arrive together', async () => {
    await stage.faults({ do: 'doubleCallback', copies: 3, chance: 1 });
    const family = newFamily();
    const { payment, orderId } = await placed(family);
    await stage.cashier(payment, family.openid, 'pay');
    await Promise.all([
      stage.settledCallbacks(),
      stage.call(confirmPayment, { orderId }, family.openid),
      stage.call(confirmPayment, { orderId }, family.openid),
      stage.cloud.runTimer('advance-orders'),
    ]);
    await stage.ask(confirmPayment, { orderId }, family.openid);
    const { orders, policies } = await records(family.openid);
    expect(orders).toMatchObject([{ state: 'issued' }]);
    expect(policies).toHaveLength(1);
    const { balance, entries } = await ledgerOf([orderId, policies[0]?.id ?? '']);
    expect(entries).toHaveLength(2);
    expect([balance('wechatPay'), balance('customer'), balance('premium')]).toEqual([100_00, 0, -100_00]);
  });

  it('places one order for a double tap, and refuses another body under the same request', async () => {
    const family = newFamily();
    const input = orderInput(family, await planAt(stage, family));
    const replies = await Promise.all([
      stage.call(buyCover, input, family.openid),
      stage.call(buyCover, input, family.openid),
    ]);
    expect(replies.filter((reply) => reply.ok).length).toBeGreaterThanOrEqual(1);
    const again = await stage.ask(buyCover, input, family.openid);
    const { orders } = await records(family.openid);
    expect(orders.map((order) => order.id)).toEqual([again.order.orderId]);
    const other: InputOf<typeof buyCover> = { ...input, phone: '13850800009' };
    expect(await stage.call(buyCover, other, family.openid)).toMatchObject({
      ok: false,
      error: { code: 'REQUEST_ID_REUSED' },
    });
  });

  it('answers a repeat after the policy was issued with that policy', async () => {
    const family = newFamily();
    const { input, payment, orderId } = await placed(family);
    await stage.cashier(payment, family.openid, 'pay');
    const confirmed = await stage.ask(confirmPayment, { orderId }, family.openid);
    const repeated = await stage.ask(buyCover, input, family.openid);
    expect(repeated).toMatchObject({ order: { orderId, policyId: confirmed.order.policyId }, payment: null });
  });

  it('believes no callback that somebody else signed, however well the rest is made', async () => {
    await stage.faults({ do: 'loseCallback', chance: 1 });
    const family = newFamily();
    const { payment, orderId } = await placed(family);
    await stage.cashier(payment, family.openid, 'pay');
    const forged = await fetch(`${stage.cloud.url}/http/pay-notify`, {
      method: 'POST',
      ...forgedCallback(`${orderId}-1`, family.openid, stage.cloud.clock.now()),
    });
    expect(forged.status).toBe(401);
    expect((await records(family.openid)).orders).toMatchObject([{ id: orderId, state: 'new' }]);
  });

  it('stores order, policy, cover, ledger, figures and message together, wherever the function dies', async () => {
    await stage.faults({ do: 'loseCallback', chance: 1 });
    const family = newFamily();
    const { payment, orderId } = await placed(family);
    await stage.cashier(payment, family.openid, 'pay');
    let deaths = 0;
    for (;;) {
      await stage.faults({ do: 'failBefore', of: 'confirmPayment', nth: deaths + 1 });
      if ((await stage.call(confirmPayment, { orderId }, family.openid)).ok) break;
      deaths += 1;
      const { orders, policies } = await records(family.openid);
      expect(orders[0]?.state === 'new' || orders[0]?.state === 'paid').toBe(true);
      expect(policies).toEqual([]);
      const { entries } = await ledgerOf([orderId]);
      expect(entries).toHaveLength(orders[0]?.state === 'paid' ? 1 : 0);
      expect(await stage.workshop.read.messages.find({ where: { openid: family.openid }, limit: 5 })).toEqual(
        [],
      );
    }
    // Recording the payment takes several calls of the database, issuing a family of three a dozen more.
    expect(deaths).toBeGreaterThan(20);
    const { orders, policies } = await records(family.openid);
    expect(orders).toMatchObject([{ state: 'issued' }]);
    expect(policies).toHaveLength(1);
  });
});

describe('money that finds no policy goes back', () => {
  it('refunds the second household that insures the same person', async () => {
    const family = newFamily();
    const rival: CastHousehold = { ...family, openid: `${family.openid}-rival` };
    const first = await placed(family);
    const second = await placed(rival);
    await stage.cashier(first.payment, family.openid, 'pay');
    await stage.cashier(second.payment, rival.openid, 'pay');
    await stage.ask(confirmPayment, { orderId: first.orderId }, family.openid);
    await stage.ask(confirmPayment, { orderId: second.orderId }, rival.openid);
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 5 * 60_000);
    await stage.settledCallbacks();
    await stage.cloud.runTimer('advance-orders');
    expect((await records(family.openid)).policies).toHaveLength(1);
    const { orders, policies } = await records(rival.openid);
    expect(orders).toMatchObject([{ state: 'refunded', refundReason: 'alreadyInsured' }]);
    expect(policies).toEqual([]);
    const { balance } = await ledgerOf([second.orderId]);
    expect([balance('wechatPay'), balance('customer')]).toEqual([0, 0]);
  });

  it('closes an order that nobody paid in time; the cashier takes nothing afterwards', async () => {
    const family = newFamily();
    const { orderId, payment } = await placed(family);
    await stage.cloud.clock.advance(ORDER_LIFE_MS);
    const { order } = await stage.ask(confirmPayment, { orderId }, family.openid);
    expect(order.state).toBe('closed');
    await expect(stage.cashier(payment, family.openid, 'pay')).rejects.toThrow('cashier');
    expect((await records(family.openid)).policies).toEqual([]);
  });
});
