import { closeDifference, listBillDays, type DifferenceView } from '../../../shared/order/bill.contracts';
import { transferRows } from '../../../shared/money/ledger.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import type { Order } from '../../../shared/order/order.schema';
import { CASHIER, HANDLER } from '../../../shared/testing/cast';
import {
  addDays,
  chinaDayOf,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  startOfChinaDay,
} from '../../../shared/time/china-day';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

/** A number that looks like ours, for an order that we do not have. */
const STRAY = `ord_${'z'.repeat(24)}-1`;

let stage: Stage;
let day: string;
let strayDay: string;

const now = (): number => stage.cloud.clock.now();
const moveTo = (instant: number): Promise<unknown> => stage.cloud.clock.moveTo(instant);
const compare = (): Promise<unknown> => stage.cloud.runTimer('reconcile-bills');
const list = () => stage.ask(listBillDays, {}, CASHIER.openid);
const orderOf = async (id: string): Promise<Order> => {
  const order = await stage.workshop.read.orders.get(id);
  if (!order) throw new Error('no order');
  return order;
};
const differenceOf = async (number: string): Promise<DifferenceView> => {
  const found = (await list()).differences.find((difference) => difference.number === number);
  if (!found) throw new Error(`no difference of ${number}`);
  return found;
};

/** A family buys and pays, and WeChat's word of it never arrives. */
const paysUnheard = async (): Promise<string> => {
  const family = newFamily();
  const input = orderInput(family, await planAt(stage, family));
  const { order, payment } = await stage.ask(buyCover, input, family.openid);
  if (!payment) throw new Error('no payment');
  await stage.cashier(payment, family.openid, 'pay');
  return order.orderId;
};

/** Somebody's blunder: the order counts as closed although it was paid. */
const closeInOurBooks = async (orderId: string): Promise<void> => {
  await stage.workshop.write(async (tx) => {
    const order = await tx.orders.get(orderId);
    if (!order) throw new Error('no order');
    const attempts = order.attempts.map((attempt) => ({ ...attempt, state: 'closed' as const }));
    await tx.orders.put({ ...order, attempts, state: 'closed', nextLookAt: null });
  });
};

const refundsEnd = (end: string) =>
  fetch(`${stage.cloud.url}/_local/wechat/refunds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ end }),
  });

beforeAll(async () => {
  stage = await setStage({ functions: true });
  await stage.faults({ do: 'loseCallback', chance: 1 });
  const stray = await stage.workshop.ports.payment.open({
    outTradeNo: STRAY,
    description: '家庭意外险',
    totalFen: 77_00,
    payerOpenid: 'o-stranger',
    expiresAt: now() + HOUR_MS,
  });
  await stage.cashier(stray.params, 'o-stranger', 'pay');
  strayDay = chinaDayOf(now());
  day = addDays(chinaDayOf(now()), 1);
  await moveTo(startOfChinaDay(day) + 12 * HOUR_MS);
});
afterAll(() => stage.close());

describe("a day's bill against our books", () => {
  let heard: string;
  let closed: string;
  let stuck: string;
  const GHOST = `ord_${'y'.repeat(24)}-1`;

  beforeAll(async () => {
    heard = await paysUnheard();
    closed = await paysUnheard();
    stuck = await paysUnheard();
    await closeInOurBooks(closed);
    await closeInOurBooks(stuck);
    await stage.workshop.write((tx) =>
      tx.ledger.create({
        id: 'led_ghost',
        kind: 'premiumReceived',
        subject: GHOST.slice(0, -2),
        rows: transferRows('customer', 'wechatPay', 55_00),
        at: now(),
        billDay: day,
        billNumber: GHOST,
      }),
    );
  });

  it('waits until WeChat has surely made it', async () => {
    await moveTo(startOfChinaDay(day) + DAY_MS + 10 * HOUR_MS);
    await compare();
    expect((await list()).days.map((one) => one.day)).not.toContain(day);
    expect(await orderOf(heard)).toMatchObject({ state: 'new' });
  });

  it('brings a payment nobody heard of to its policy, and money of a closed order on its way back', async () => {
    await moveTo(startOfChinaDay(day) + DAY_MS + 10 * HOUR_MS + 40 * MINUTE_MS);
    expect((await list()).waiting).toContain(day);
    await compare();
    expect(await orderOf(heard)).toMatchObject({ state: 'issued' });
    expect(await orderOf(closed)).toMatchObject({ state: 'refunding', refundReason: 'paidAfterClosing' });
    const { days, waiting } = await list();
    expect(waiting).not.toContain(day);
    expect(days.find((one) => one.day === day)).toMatchObject({
      bill: 'ready',
      wechat: { payments: 3, paidFen: 300_00, refunds: 0, refundedFen: 0 },
      ours: { payments: 4, paidFen: 355_00, refunds: 0, refundedFen: 0 },
    });
  });

  it('shows what WeChat took and we do not know, and what we booked and the bill does not have', async () => {
    expect(await differenceOf(STRAY)).toMatchObject({
      day: strayDay,
      fault: 'unknownToUs',
      wechatFen: 77_00,
      oursFen: null,
      state: 'open',
      ageDays: 0,
    });
    expect(await differenceOf(GHOST)).toMatchObject({
      day,
      fault: 'notInBill',
      wechatFen: null,
      oursFen: 55_00,
    });
    const { differences } = await list();
    expect(differences.map(({ number }) => number)).not.toContain(`${heard}-1`);
    expect(differences.map(({ number }) => number)).not.toContain(`${closed}-1`);
  });

  it('shows a refund that the account cannot take, until it arrives', async () => {
    const { attempts } = await orderOf(stuck);
    expect(attempts).toMatchObject([{ state: 'refunding' }]);
    await refundsEnd('ABNORMAL');
    const late = await paysUnheard();
    await closeInOurBooks(late);
    await moveTo(startOfChinaDay(day) + 2 * DAY_MS + 11 * HOUR_MS);
    // Its refund begins now, and cannot arrive: the next day's bill has it.
    await compare();
    expect(await orderOf(stuck)).toMatchObject({ state: 'refunded' });
    expect(await orderOf(closed)).toMatchObject({ state: 'refunded' });
    await moveTo(startOfChinaDay(day) + 3 * DAY_MS + 11 * HOUR_MS);
    await compare();
    expect(await differenceOf(`${late}-1-r1`)).toMatchObject({
      kind: 'refund',
      fault: 'stuck',
      wechatFen: 100_00,
      oursFen: 100_00,
      state: 'open',
    });
  });

  it('is settled only when nothing is left open', async () => {
    const { days } = await list();
    const stored = await stage.workshop.read.billDays.find({
      where: { day: { gte: '2000-01-01' } },
      limit: 50,
    });
    expect(stored.find((one) => one.day === day)?.settled).toBe(false);
    expect(stored.find((one) => one.day === addDays(strayDay, -1))).toMatchObject({
      bill: 'none',
      settled: true,
    });
    const paid = days.find((one) => one.day === addDays(day, 1));
    expect(paid?.wechat).toEqual(paid?.ours);
  });

  it('is closed by a cashier with a reason, once, and stays closed when compared again', async () => {
    const { differenceId } = await differenceOf(GHOST);
    const input = { requestId: requestIdForTest(), differenceId, reason: '测试账，已冲销。' };
    expect(await stage.call(closeDifference, input, HANDLER.openid)).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    const { difference } = await stage.ask(closeDifference, input, CASHIER.openid);
    expect(difference).toMatchObject({
      state: 'closed',
      ending: { name: CASHIER.name, reason: '测试账，已冲销。' },
    });
    expect(await stage.ask(closeDifference, input, CASHIER.openid)).toEqual({ difference });
    const again = { ...input, requestId: requestIdForTest() };
    expect(await stage.call(closeDifference, again, CASHIER.openid)).toMatchObject({
      ok: false,
      error: { code: 'DIFFERENCE_CLOSED' },
    });
    const rows = await stage.workshop.read.auditRows.find({ where: { chain: differenceId }, limit: 10 });
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'bill.difference-closed',
      'bill.difference-found',
    ]);
    await compare();
    expect(await differenceOf(GHOST)).toMatchObject({ state: 'closed' });
  });

  it('closes by itself what a later comparison no longer has', async () => {
    await stage.workshop.write(async (tx) => {
      const ghost = await tx.ledger.get('led_ghost');
      if (!ghost) throw new Error('no ghost');
      await tx.ledger.create({
        ...ghost,
        id: 'led_stray',
        rows: transferRows('customer', 'wechatPay', 77_00),
        billDay: strayDay,
        billNumber: STRAY,
      });
      await tx.ledger.create({
        id: 'led_stray_issued',
        kind: 'policyIssued',
        subject: ghost.subject,
        rows: transferRows('premium', 'customer', 132_00),
        at: ghost.at,
      });
    });
    await compare();
    expect(await differenceOf(STRAY)).toMatchObject({
      state: 'closed',
      ending: { name: null, reason: null },
    });
  });
});
