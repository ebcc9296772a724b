import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { orderState } from './order.schema';
import { payer } from './payer.schema';

/** An order as its buyer sees it. */
export const orderView = z.strictObject({
  orderId: z.string(),
  state: orderState,
  priceFen: fen,
  /** Adds up to the price; the family's own part goes through WeChat. Source: domain R11. */
  payers: z.array(z.omit(payer, { sponsorId: true })),
  planName: z.string(),
  /** Full name of who receives the money. */
  payeeName: z.string(),
  createdAt: epochMs,
  expiresAt: epochMs,
  /** First day of cover if paid today, or of the issued policy. */
  startDay: chinaDay,
  policyId: z.nullable(z.string()),
  /** Nothing can be paid before a parent has confirmed. Source: domain R26. */
  waitsForParent: z.boolean(),
  /** Why the money goes back, in words; null otherwise. */
  refundText: z.nullable(z.string()),
});
export type OrderView = z.infer<typeof orderView>;

/** What `wx.requestPayment` takes. Source: WeChat Pay "JSAPI调起支付". */
export const paymentParams = z.strictObject({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
});
export type PaymentParams = z.infer<typeof paymentParams>;
