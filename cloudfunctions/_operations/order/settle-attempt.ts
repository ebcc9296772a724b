import { goingBackWhole, isOver, isPastOpening, ownShareFen } from '../../../shared/order/attempts';
import { moveOrder, type Order, type PaymentAttempt } from '../../../shared/order/order.schema';
import { transferRows, type LedgerEntry } from '../../../shared/money/ledger.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { deriveId } from '../../_core/ids';
import type { Work, Workshop } from '../../_core/operation';
import { PaymentRefused, type PaidTransaction, type PaymentStanding } from '../../_core/ports/payment';
import { MOVED_BY_ITSELF, storeOrder, withAttempt } from './store-order';

const received = (order: Order, paid: PaidTransaction, at: number): LedgerEntry => ({
  id: deriveId('led', 'premiumReceived', paid.outTradeNo),
  kind: 'premiumReceived',
  subject: order.id,
  rows: transferRows('customer', 'wechatPay', paid.totalFen),
  at,
  billDay: chinaDayOf(paid.paidAt),
  billNumber: paid.outTradeNo,
});

/** Where an attempt stands that was paid. */
type PaidStanding = Extract<PaymentStanding, PaidTransaction>;
type Unfit = Extract<Order['refundReason'], 'amountMismatch' | 'refundedByHand'>;

/** Why a payment buys nothing though its order waited for one; undefined: it does. */
const unfitness = (order: Order, attempt: PaymentAttempt, paid: PaidStanding): Unfit | undefined => {
  // No refund of ours begins before a payment is recorded: somebody gave this one back at WeChat's own pages.
  if (paid.state === 'refunded') return 'refundedByHand';
  const matches = paid.totalFen === ownShareFen(order) && paid.payerOpenid === attempt.payerOpenid;
  return matches ? undefined : 'amountMismatch';
};

/** What becomes of an order when one of its attempts turns out to be paid. */
const paidOrder = (order: Order, paid: PaymentAttempt, unfit: Unfit | undefined, at: number): Order => {
  const back = goingBackWhole(paid, at);
  if (order.state === 'new' || order.state === 'closing') {
    const moved = moveOrder(order, 'paid', { attempts: withAttempt(order, paid) });
    if (unfit === undefined) return moved;
    return moveOrder(moved, 'refunding', { attempts: withAttempt(moved, back), refundReason: unfit });
  }
  if (order.state === 'closed') {
    return moveOrder(order, 'refunding', {
      attempts: withAttempt(order, back),
      refundReason: 'paidAfterClosing',
    });
  }
  return { ...order, attempts: withAttempt(order, back), refundReason: order.refundReason ?? 'paidTwice' };
};

const attemptIn = async (
  tx: WriteStores,
  orderId: string,
  number: number,
): Promise<{ order: Order; attempt: PaymentAttempt } | undefined> => {
  const order = await tx.orders.get(orderId);
  const attempt = order?.attempts.find((candidate) => candidate.number === number);
  return order && attempt ? { order, attempt } : undefined;
};

const recordPaid =
  (orderId: string, number: number, paid: PaidStanding, at: number): Work<void> =>
  async (tx) => {
    const found = await attemptIn(tx, orderId, number);
    if (!found) return;
    const { order, attempt } = found;
    if (attempt.state !== 'open' && attempt.state !== 'closed') return;
    const changed: PaymentAttempt = {
      ...attempt,
      state: 'paid',
      transactionId: paid.transactionId,
      paidAt: paid.paidAt,
      paidFen: paid.totalFen,
    };
    await storeOrder(tx, paidOrder(order, changed, unfitness(order, attempt, paid), at), {
      action: 'order.paid',
      actor: MOVED_BY_ITSELF,
      at,
    });
    await tx.ledger.create(received(order, paid, at));
  };

/** An order that is closing is closed once none of its attempts can be paid. */
const closedWhenNothingIsOpen = (order: Order): Order =>
  order.state === 'closing' && order.attempts.every(({ state }) => state === 'closed')
    ? moveOrder(order, 'closed')
    : order;

const recordAttemptClosed =
  (orderId: string, number: number, at: number): Work<void> =>
  async (tx) => {
    const found = await attemptIn(tx, orderId, number);
    if (found?.attempt.state !== 'open') return;
    const { order, attempt } = found;
    const attempts = withAttempt(order, { ...attempt, state: 'closed' });
    await storeOrder(tx, closedWhenNothingIsOpen({ ...order, attempts }), {
      action: 'order.attempt-closed',
      actor: MOVED_BY_ITSELF,
      at,
    });
  };

/** Ends the time of an order: from here on nobody can open another attempt. */
export const recordClosing =
  (orderId: string, at: number): Work<void> =>
  async (tx) => {
    const order = await tx.orders.get(orderId);
    if (order?.state !== 'new' || at < order.expiresAt) return;
    await storeOrder(tx, closedWhenNothingIsOpen(moveOrder(order, 'closing')), {
      action: 'order.closing',
      actor: MOVED_BY_ITSELF,
      at,
    });
  };

/** Closes an attempt at WeChat; answers how it stands afterwards: it may have been paid at the last moment. */
const closeAtWechat = async ({ ports }: Workshop, outTradeNo: string): Promise<PaymentStanding> => {
  try {
    await ports.payment.close(outTradeNo);
    return { state: 'closed' };
  } catch (thrown) {
    if (!(thrown instanceof PaymentRefused)) throw thrown;
    return thrown.reason === 'notFound' ? { state: 'unknown' } : ports.payment.query(outTradeNo);
  }
};

/**
 * Asks WeChat how an attempt stands, closes it there when it must not be paid any more, and records what is true.
 * Guarantees: an attempt counts as closed only when WeChat can take no money for it ever again.
 * Answers whether there was anything to record. Throws PaymentUnavailable; nothing is recorded then.
 */
export const settleAttempt = async (
  workshop: Workshop,
  order: Order,
  attempt: PaymentAttempt,
): Promise<boolean> => {
  const { ports, write } = workshop;
  let standing = await ports.payment.query(attempt.outTradeNo);
  const now = ports.clock.now();
  const mayBePaid = standing.state === 'notPaid' || standing.state === 'payError';
  if (mayBePaid && isOver(order, attempt, now)) {
    standing = await closeAtWechat(workshop, attempt.outTradeNo);
  }
  if (standing.state === 'paid' || standing.state === 'refunded') {
    await write(recordPaid(order.id, attempt.number, standing, now));
    return true;
  }
  if (standing.state === 'closed' || (standing.state === 'unknown' && isPastOpening(attempt, now))) {
    await write(recordAttemptClosed(order.id, attempt.number, now));
    return true;
  }
  return false;
};
