import { contract } from '../contract/contract';
import { z } from '../zod';
import { orderId } from '../contract/fields';
import { orderView } from './order-view';

/** Asks WeChat how the order stands and moves it on: called when the payment sheet closes. Safe to repeat. */
export const confirmPayment = contract({
  name: 'confirmPayment',
  function: 'household',
  input: z.strictObject({ orderId }),
  output: z.strictObject({ order: orderView }),
  errors: ['ORDER_NOT_FOUND', 'UPSTREAM_UNAVAILABLE'],
});
