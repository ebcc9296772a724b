import { moveOrder, type Order, type PaymentAttempt } from '../../../shared/order/order.schema';
import { transferRows, type LedgerEntry } from '../../../shared/money/ledger.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import { PaymentRefused, type PaidTransaction, type PaymentStanding } from '../../_core/ports/payment';
import { planOf } from '../product/sale-plan';
import { issuePolicy } from './issue-policy';
import { orderRefundedMessage } from './order-messages';

const ACTOR = 'advance-order';

const outRefundNoOf = (attempt: PaymentAttempt): string => `${attempt.outTradeNo}-r`;

const withAttempt = (order: Order, changed: PaymentAttempt): PaymentAttempt[] =>
  order.attempts.map((attempt) => (attempt.number === changed.number ? changed : attempt));

const received = (order: Order, paid: PaidTransaction, at: number): LedgerEntry => ({
  id: deriveId('led', 'premiumReceived', paid.outTradeNo),
  kind: 'premiumReceived',
  subject: order.id,
  rows: transferRows('customer', 'wechatPay', paid.totalFen),
  at,
});

/** What becomes of an order when one of its attempts turns out to be paid. */
const paidOrder = (order: Order, paid: PaymentAttempt, matches: boolean): Order => {
  const back: PaymentAttempt = { ...paid, state: 'refunding' };
  if (order.state === 'new' || order.state === 'closing') {
    const moved = moveOrder(order, 'paid', { attempts: withAttempt(order, paid) });
    if (matches) return moved;
    return moveOrder(moved, 'refunding', {
      attempts: withAttempt(moved, back),
      refundReason: 'amountMismatch',
    });
  }
  if (order.state === 'closed') {
    return moveOrder(order, 'refunding', {
      attempts: withAttempt(order, back),
      refundReason: 'paidAfterClosing',
    });
  }
  return { ...order, attempts: withAttempt(order, back), refundReason: order.refundReason ?? 'paidTwice' };
};

const recordPaid =
  (orderId: string, number: number, paid: PaidTransaction, at: number) =>
  async (tx: WriteStores): Promise<void> => {
    const order = await tx.orders.get(orderId);
    const attempt = order?.attempts.find((candidate) => candidate.number === number);
    if (!order || (attempt?.state !== 'open' && attempt?.state !== 'closed')) return;
    const matches = paid.totalFen === order.priceFen && paid.payerOpenid === attempt.payerOpenid;
    const changed: PaymentAttempt = {
      ...attempt,
      state: 'paid',
      transactionId: paid.transactionId,
      paidAt: paid.paidAt,
      paidFen: paid.totalFen,
    };
    const moved = paidOrder(order, changed, matches);
    await tx.orders.put(moved);
    await tx.ledger.create(received(order, paid, at));
    await appendAudit(tx, { action: 'order.paid', record: moved, actor: ACTOR, at });
  };

const recordClosing =
  (orderId: string, at: number) =>
  async (tx: WriteStores): Promise<void> => {
    const order = await tx.orders.get(orderId);
    if (order?.state !== 'new') return;
    const moved = moveOrder(order, 'closing');
    await tx.orders.put(moved);
    await appendAudit(tx, { action: 'order.closing', record: moved, actor: ACTOR, at });
  };

const recordAttemptClosed =
  (orderId: string, number: number, at: number) =>
  async (tx: WriteStores): Promise<void> => {
    const order = await tx.orders.get(orderId);
    const attempt = order?.attempts.find((candidate) => candidate.number === number);
    if (!order || attempt?.state !== 'open') return;
    const attempts = withAttempt(order, { ...attempt, state: 'closed' });
    const allClosed = attempts.every((candidate) => candidate.state === 'closed');
    const moved =
      allClosed && order.state === 'closing'
        ? moveOrder(order, 'closed', { attempts })
        : { ...order, attempts };
    await tx.orders.put(moved);
    await appendAudit(tx, { action: 'order.attempt-closed', record: moved, actor: ACTOR, at });
  };

const recordRefunded =
  (orderId: string, number: number, plan: Plan, at: number) =>
  async (tx: WriteStores): Promise<void> => {
    const order = await tx.orders.get(orderId);
    const attempt = order?.attempts.find((candidate) => candidate.number === number);
    if (!order || attempt?.state !== 'refunding') return;
    const attempts = withAttempt(order, { ...attempt, state: 'refunded' });
    const moved =
      order.state === 'refunding' ? moveOrder(order, 'refunded', { attempts }) : { ...order, attempts };
    await tx.orders.put(moved);
    await tx.ledger.create({
      id: deriveId('led', 'premiumRefunded', attempt.outTradeNo),
      kind: 'premiumRefunded',
      subject: order.id,
      rows: transferRows('wechatPay', 'customer', attempt.paidFen ?? order.priceFen),
      at,
    });
    await tx.messages.create(orderRefundedMessage(moved, attempt, plan, at));
    await appendAudit(tx, { action: 'order.refunded', record: moved, actor: ACTOR, at });
  };

/** Closes an attempt at WeChat; answers how it stands afterwards: it may have been paid at the last moment. */
const closeAtWechat = async ({ ports }: Workshop, attempt: PaymentAttempt): Promise<PaymentStanding> => {
  try {
    await ports.payment.close(attempt.outTradeNo);
    return { state: 'closed' };
  } catch (thrown) {
    if (!(thrown instanceof PaymentRefused)) throw thrown;
    if (thrown.reason === 'notFound') return { state: 'closed' };
    return ports.payment.query(attempt.outTradeNo);
  }
};

const settleAttempt = async (workshop: Workshop, order: Order, attempt: PaymentAttempt): Promise<void> => {
  const { ports, write } = workshop;
  let standing = await ports.payment.query(attempt.outTradeNo);
  const now = ports.clock.now();
  const unpaid =
    standing.state === 'notPaid' || standing.state === 'unknown' || standing.state === 'payError';
  if (unpaid && now >= order.expiresAt) {
    await write(recordClosing(order.id, now));
    standing = await closeAtWechat(workshop, attempt);
  }
  if (standing.state === 'paid' || standing.state === 'refunded') {
    await write(recordPaid(order.id, attempt.number, standing, now));
  }
  if (standing.state === 'closed') {
    await write(recordClosing(order.id, now));
    await write(recordAttemptClosed(order.id, attempt.number, now));
  }
};

const refundAttempt = async (
  workshop: Workshop,
  order: Order,
  attempt: PaymentAttempt,
  plan: Plan,
): Promise<void> => {
  const { ports, write } = workshop;
  const paidFen = attempt.paidFen ?? order.priceFen;
  const standing = await ports.payment.refund({
    outTradeNo: attempt.outTradeNo,
    outRefundNo: outRefundNoOf(attempt),
    totalFen: paidFen,
    refundFen: paidFen,
    reason: '未能承保，原路退回',
  });
  if (standing.state === 'success') {
    await write(recordRefunded(order.id, attempt.number, plan, ports.clock.now()));
  }
};

/**
 * Moves an order as far as the money at WeChat allows: the only writer of an order after it was placed. Callback,
 * client, timer and reconciliation all end here; it asks WeChat and believes none of them.
 * Guarantees: one paid order becomes one policy or one refund; every step is one transaction that looks at the order
 * again, so it may be called at any moment, any number of times, in parallel.
 * Reads and writes: orders, plans, person covers, policies, ledger, figure events, messages, audit; WeChat Pay.
 * Throws PaymentUnavailable; the order stays where it is and is moved later. Answers undefined for no such order.
 */
export const advanceOrder = async (workshop: Workshop, orderId: string): Promise<Order | undefined> => {
  const { read, write, ports, vault } = workshop;
  const order = await read.orders.get(orderId);
  if (!order) return undefined;
  const plan = await planOf(workshop, order.planId);
  for (const attempt of order.attempts.filter(({ state }) => state === 'open')) {
    await settleAttempt(workshop, order, attempt);
  }
  const issued = await write(async (tx) => {
    const current = await tx.orders.get(orderId);
    return current && issuePolicy(tx, current, { vault, plan, at: ports.clock.now() });
  });
  const refunding = issued?.attempts.filter(({ state }) => state === 'refunding') ?? [];
  for (const attempt of refunding) await refundAttempt(workshop, order, attempt, plan);
  return refunding.length > 0 ? read.orders.get(orderId) : issued;
};
