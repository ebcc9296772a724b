import { z } from '../zod';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { member } from '../household/member.schema';
import { payer } from './payer.schema';
import { consent } from '../policy/consent';
import { copies } from '../product/plan.schema';

/**
 * The life of an order. NEW → PAID → ISSUED; NEW → CLOSING → CLOSED; PAID → REFUNDING → REFUNDED; money that arrives
 * while closing still counts (CLOSING → PAID), and after closing it is given back (CLOSED → REFUNDING).
 * Source: WeChat Pay API v3 order life cycle; domain R4, R5.
 */
export const orderState = z.enum(['new', 'paid', 'issued', 'closing', 'closed', 'refunding', 'refunded']);
export type OrderState = z.infer<typeof orderState>;

export const ORDER_TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  new: ['paid', 'closing'],
  paid: ['issued', 'refunding'],
  issued: [],
  closing: ['closed', 'paid'],
  closed: ['refunding'],
  refunding: ['refunded'],
  refunded: [],
};

/** Money of a paid attempt on its way back to its payer, or there. */
const attemptRefund = z.strictObject({
  /** How much goes back: all of it, or the rest of the premium of a cancelled policy. Source: domain R12. */
  fen,
  /** `notIssued`: this money bought no cover. */
  because: z.enum(['notIssued', 'cancelled']),
  /** When it was decided. */
  at: epochMs,
  /** Part of the refund's number: a refund that WeChat closed is begun anew under the next one. */
  number: z.int().check(z.gte(1)),
  /** The payer's account cannot take the money back; a person must act in the merchant platform. */
  isAbnormal: z.boolean(),
});
export type AttemptRefund = z.infer<typeof attemptRefund>;

/** One try to pay, bound to its payer; out_trade_no = order + number. Source: WeChat Pay, a prepay belongs to its openid. */
export const paymentAttempt = z.strictObject({
  number: z.int().check(z.gte(1)),
  outTradeNo: z.string(),
  payerOpenid: z.string(),
  /** `refunding` and `refunded` give this attempt's money, or a part of it, back to its own payer. */
  state: z.enum(['open', 'paid', 'closed', 'refunding', 'refunded']),
  openedAt: epochMs,
  /** WeChat's `time_expire`: after it nothing new can be paid, so an order that WeChat does not know never will be. */
  expiresAt: epochMs,
  transactionId: z.nullable(z.string()),
  paidAt: z.nullable(epochMs),
  /** What WeChat says was paid. */
  paidFen: z.nullable(fen),
  /** Null while all of it is kept. */
  refund: z.nullable(attemptRefund),
});
export type PaymentAttempt = z.infer<typeof paymentAttempt>;

/** Far beyond any pad and any patience: ten thousand pixels, an hour. */
const padPixels = z.number().check(z.gte(-10_000), z.lte(10_000));
const padMilliseconds = z.number().check(z.gte(0), z.lte(3_600_000));

/** A signature on the phone: strokes of [x, y, milliseconds since the first point], in pixels of the pad. */
export const strokes = z
  .array(z.array(z.tuple([padPixels, padPixels, padMilliseconds])).check(z.minLength(1), z.maxLength(2000)))
  .check(z.maxLength(200));
export type Strokes = z.infer<typeof strokes>;

/** Which version of which page was confirmed, and when; when that came to us is the order's time. Source: domain R25. */
const confirmation = z.strictObject({
  documentId: z.string(),
  version: z.string(),
  sha256: z.string(),
  /** When the button was pressed, by the phone's clock as far as it can be believed; null: not known. */
  confirmedAt: z.nullable(epochMs),
});

/** An adult's own consent to the sum. Source: domain R26. */
const signature = z.strictObject({ memberIndex: z.int().check(z.gte(0)), strokes });

export const order = z.strictObject({
  /** Derived from openid and request id: double taps land on the same order. */
  id: z.string(),
  /** Hash of the whole request: another one under the same request id is a conflict. Null for a gift, which nobody requested. */
  requestHash: z.nullable(z.string()),
  householdId: z.string(),
  /** Null for a gift that nobody has opened yet. */
  openid: z.nullable(z.string()),
  regionCode,
  referralCode: z.nullable(z.string()),
  planId: z.string(),
  planVersion: z.int(),
  copies,
  /** The premium: the plan's price for these people and copies. */
  priceFen: fen,
  /** Source: domain R11. Always adds up to the price. */
  payers: z.array(payer),
  /** Personal: sealed by the store. */
  members: z.array(member),
  /** Who buys without being insured; null when they are one of the members. Personal: sealed by the store. */
  holder: z.nullable(member),
  phone: z.string(),
  confirmations: z.array(confirmation),
  /** Personal: sealed by the store. */
  signatures: z.array(signature),
  /** By position of the member: consent to the sum given so far; null: awaited. Source: domain R26. */
  consents: z.array(z.nullable(consent)),
  /** A grandparent buys: nothing can be paid before a parent has confirmed. Source: domain R26. */
  waitsForParent: z.boolean(),
  campaignStartDay: z.nullable(z.string()),
  /** The policy whose cover is to go on, and its end when the order was placed; null for a first purchase. Source: domain R4. */
  renews: z.nullable(z.strictObject({ policyId: z.string(), endAt: epochMs })),
  state: orderState,
  attempts: z.array(paymentAttempt),
  policyId: z.nullable(z.string()),
  /** Why the money went back. */
  refundReason: z.nullable(
    z.enum([
      'alreadyInsured',
      'paidAfterClosing',
      'paidTwice',
      'amountMismatch',
      'notEligible',
      'shareGone',
      'refundedByHand',
    ]),
  ),
  createdAt: epochMs,
  /** After this instant the order is closed. */
  expiresAt: epochMs,
  /** When the timer looks at it again; null once nothing is awaited. */
  nextLookAt: z.nullable(epochMs),
});
export type Order = z.infer<typeof order>;

/** Moves an order along a legal transition; throws on an illegal one, which is a fault of ours. */
export const moveOrder = (from: Order, state: OrderState, changes: Partial<Order> = {}): Order => {
  if (!ORDER_TRANSITIONS[from.state].includes(state)) {
    throw new Error(`illegal order transition ${from.state} to ${state}`);
  }
  return { ...from, ...changes, state };
};
