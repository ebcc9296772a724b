import { contract } from '../contract/contract';
import { z } from '../zod';
import { orderId } from '../contract/fields';
import { orderView, paymentParams } from './order-view';

/**
 * Opens the payment of an order for whoever calls: the buyer again, or a relative who was sent the link. The earlier
 * payer's cashier is closed. Safe to repeat: the same payer goes on with the same attempt. `payment` is null when
 * there is nothing to pay any more; the order says why.
 */
export const openPayment = contract({
  name: 'openPayment',
  function: 'household',
  input: z.strictObject({ orderId }),
  output: z.strictObject({ order: orderView, payment: z.nullable(paymentParams) }),
  errors: ['ORDER_NOT_FOUND', 'PAYMENT_REFUSED', 'UPSTREAM_UNAVAILABLE'],
});
