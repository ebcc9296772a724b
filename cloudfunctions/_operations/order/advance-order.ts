import { isPaidByOthers } from '../../../shared/order/attempts';
import { moveOrder, type Order, type PaymentAttempt } from '../../../shared/order/order.schema';
import type { Workshop } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { issuePolicy } from './issue-policy';
import { refundAttempt } from './refund-attempt';
import { recordClosing, settleAttempt } from './settle-attempt';

/** Settles every attempt that may still be paid, and the one that WeChat speaks of; answers whether any moved. */
const settleAttempts = async (workshop: Workshop, order: Order, told?: string): Promise<boolean> => {
  let isMoved = false;
  for (const attempt of order.attempts) {
    const isTold = attempt.state === 'closed' && attempt.outTradeNo === told;
    if (attempt.state !== 'open' && !isTold) continue;
    isMoved = (await settleAttempt(workshop, order, attempt)) || isMoved;
  }
  return isMoved;
};

const refundsOf = ({ attempts }: Order): PaymentAttempt[] =>
  attempts.filter(({ state }) => state === 'refunding');

/**
 * Moves an order as far as the money at WeChat allows: the only writer of an order after it was placed. Callback,
 * client, timer and reconciliation all end here; it asks WeChat and believes none of them.
 * Guarantees: one paid order becomes one policy or one refund; every step is one transaction that looks at the order
 * again, so it may be called at any moment, any number of times, in parallel.
 * Reads and writes: orders, plans, person covers, policies, ledger, figure events, messages, audit; WeChat Pay.
 * @param told an `out_trade_no` that WeChat or its bill speaks of: asked about even if it counts as closed.
 * Throws PaymentUnavailable; the order stays where it is and is moved later. Answers undefined for no such order.
 */
export const advanceOrder = async (
  workshop: Workshop,
  orderId: string,
  told?: string,
): Promise<Order | undefined> => {
  const { read, write, ports, vault } = workshop;
  const order = await read.orders.get(orderId);
  if (!order) return undefined;
  const now = ports.clock.now();
  const isTimeUp = order.state === 'new' && now >= order.expiresAt;
  if (isTimeUp) await write(recordClosing(orderId, now));
  const isMoved = (await settleAttempts(workshop, order, told)) || isTimeUp;
  const isDue = isMoved || order.state === 'paid' || isPaidByOthers(order);
  // Most looks find nothing new: they end here and read no plan.
  if (!isDue && refundsOf(order).length === 0) return order;
  const plan = await planOf(workshop, order.planId);
  let current: Order | undefined = order;
  if (isDue) {
    current = await write(async (tx) => {
      const stored = await tx.orders.get(orderId);
      if (!stored) return undefined;
      const paid = isPaidByOthers(stored) ? moveOrder(stored, 'paid') : stored;
      return issuePolicy(tx, paid, { vault, plan, at: ports.clock.now() });
    });
  }
  // Whoever else holds a link to pay must not be let pay for what is paid.
  if (isMoved && current && current.state !== 'new' && (await settleAttempts(workshop, current))) {
    current = await read.orders.get(orderId);
  }
  const refunding = current ? refundsOf(current) : [];
  for (const attempt of refunding) if (current) await refundAttempt(workshop, current, attempt, plan);
  return refunding.length > 0 ? read.orders.get(orderId) : current;
};
