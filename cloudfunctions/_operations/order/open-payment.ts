import { AppError } from '../../../shared/errors/app-error';
import { attemptToResume, isPayable, nextAttempt } from '../../../shared/order/attempts';
import type { Order } from '../../../shared/order/order.schema';
import { openPayment } from '../../../shared/order/open-payment.contract';
import type { Caller } from '../../_core/caller';
import { operation, type Work } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { openAttempt } from './open-attempt';
import { storeOrder } from './store-order';

/** Gives the caller an attempt of their own, unless the newest is theirs already or the order takes no more payments. */
const attemptFor =
  (orderId: string, caller: Caller, at: number): Work<Order | undefined> =>
  async (tx) => {
    const order = await tx.orders.get(orderId);
    if (!order || !isPayable(order, at) || attemptToResume(order, caller.openid, at)) return order;
    const attempts = [...order.attempts, nextAttempt(order, caller.openid, at)];
    return storeOrder(
      tx,
      { ...order, attempts },
      { action: 'order.attempt-opened', actor: caller.householdId, at },
    );
  };

/**
 * Opens the payment of an order for whoever has its link.
 * Guarantees: one attempt per payer; the first paid one issues, any other goes back to its own payer.
 * Reads and writes: orders, audit in one transaction; WeChat Pay; then whatever advanceOrder moves.
 * Errors: ORDER_NOT_FOUND, PAYMENT_REFUSED, UPSTREAM_UNAVAILABLE.
 */
export const openPaymentOperation = operation(openPayment, async (context) => {
  const { input, caller, ports, write } = context;
  const order = await write(attemptFor(input.orderId, caller, ports.clock.now()));
  if (!order) throw new AppError('ORDER_NOT_FOUND');
  return openAttempt(context, order, caller.openid, await planOf(context, order.planId));
});
