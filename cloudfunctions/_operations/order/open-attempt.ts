import { AppError } from '../../../shared/errors/app-error';
import { attemptToResume, ownShareFen } from '../../../shared/order/attempts';
import type { Order } from '../../../shared/order/order.schema';
import type { OrderView, PaymentParams } from '../../../shared/order/order-view';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Workshop } from '../../_core/operation';
import { PaymentRefused, PaymentUnavailable } from '../../_core/ports/payment';
import { advanceOrder } from './advance-order';
import { toOrderView } from './order-views';
import { settleAttempt } from './settle-attempt';

/** Where an order stands, and what the payer's phone needs to pay it; null when there is nothing to pay. */
interface OpenedAttempt {
  readonly order: OrderView;
  readonly payment: PaymentParams | null;
}

const openAtWechat = async (
  workshop: Workshop,
  order: Order,
  payerOpenid: string,
  plan: Plan,
): Promise<PaymentParams | null> => {
  const { ports } = workshop;
  const attempt = attemptToResume(order, payerOpenid, ports.clock.now());
  if (!attempt) return null;
  // Nobody else may pay any more once somebody takes over.
  const earlier = order.attempts.filter(({ number, state }) => number < attempt.number && state === 'open');
  for (const superseded of earlier) await settleAttempt(workshop, order, superseded);
  const { state } = (earlier.length > 0 ? await workshop.read.orders.get(order.id) : order) ?? order;
  if (state !== 'new') return null;
  const opened = await ports.payment.open({
    outTradeNo: attempt.outTradeNo,
    description: plan.name,
    totalFen: ownShareFen(order),
    payerOpenid,
    expiresAt: attempt.expiresAt,
  });
  return opened.params;
};

/** Null also for an order that was paid or closed at WeChat meanwhile. */
const openUnlessSettled: typeof openAtWechat = async (...how) => {
  try {
    return await openAtWechat(...how);
  } catch (thrown) {
    const isSettled =
      thrown instanceof PaymentRefused && (thrown.reason === 'alreadyPaid' || thrown.reason === 'closed');
    if (isSettled) return null;
    throw thrown;
  }
};

/**
 * Opens the newest attempt of an order at WeChat for its payer, after closing the earlier ones there; the same attempt
 * may be opened again and again. When there is nothing to pay any more, the order is moved on instead.
 * Throws UPSTREAM_UNAVAILABLE, PAYMENT_REFUSED.
 */
export const openAttempt = async (
  workshop: Workshop,
  order: Order,
  payerOpenid: string,
  plan: Plan,
): Promise<OpenedAttempt> => {
  try {
    const payment = await openUnlessSettled(workshop, order, payerOpenid, plan);
    const current = payment ? order : ((await advanceOrder(workshop, order.id)) ?? order);
    return { order: toOrderView(current, plan, workshop.ports.clock.now()), payment };
  } catch (thrown) {
    if (thrown instanceof PaymentUnavailable) throw new AppError('UPSTREAM_UNAVAILABLE', { cause: thrown });
    if (thrown instanceof PaymentRefused) throw new AppError('PAYMENT_REFUSED', { cause: thrown });
    throw thrown;
  }
};
