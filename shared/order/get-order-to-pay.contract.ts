import { contract } from '../contract/contract';
import { z } from '../zod';
import { orderId } from '../contract/fields';
import { insurer } from '../product/plan.schema';
import { orderView } from './order-view';

/** What a relative with the link sees before paying: for whom in masked names, for what, to whom, until when. */
export const getOrderToPay = contract({
  name: 'getOrderToPay',
  function: 'household',
  input: z.strictObject({ orderId }),
  output: z.strictObject({
    order: orderView,
    /** Masked name of who buys. */
    holderName: z.string(),
    /** Masked names of everybody insured. */
    insuredNames: z.array(z.string()),
    productName: z.string(),
    filingNumber: z.string(),
    isSample: z.boolean(),
    insurer,
    /** Whether the caller is the buyer. */
    isOwn: z.boolean(),
    isPayable: z.boolean(),
  }),
  errors: ['ORDER_NOT_FOUND'],
});
