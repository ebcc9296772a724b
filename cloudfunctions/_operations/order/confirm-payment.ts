import { AppError } from '../../../shared/errors/app-error';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { operation } from '../../_core/operation';
import { PaymentUnavailable } from '../../_core/ports/payment';
import { planOf } from '../product/sale-plan';
import { advanceOrder } from './advance-order';
import { toOrderView } from './order-views';

/**
 * Called when the payment sheet closes, whatever it said: asks WeChat and moves the order on.
 * Guarantees: safe to repeat; the client's word counts for nothing.
 * Errors: ORDER_NOT_FOUND (also for who neither bought nor pays), UPSTREAM_UNAVAILABLE.
 */
export const confirmPaymentOperation = operation(confirmPayment, async (context) => {
  const { read, caller, input, ports } = context;
  const order = await read.orders.get(input.orderId);
  const isPayer = order?.attempts.some(({ payerOpenid }) => payerOpenid === caller.openid);
  if (!order || (order.householdId !== caller.householdId && !isPayer)) throw new AppError('ORDER_NOT_FOUND');
  const plan = await planOf(context, order.planId);
  try {
    const advanced = await advanceOrder(context, order.id);
    return { order: toOrderView(advanced ?? order, plan, ports.clock.now()) };
  } catch (thrown) {
    if (thrown instanceof PaymentUnavailable) throw new AppError('UPSTREAM_UNAVAILABLE', { cause: thrown });
    throw thrown;
  }
});
