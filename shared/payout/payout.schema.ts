import { z } from '../zod';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { bankAccount } from '../claim/claim.schema';

/** `ready`: approved · `sent`: with the bank · `paid` and `failed`: what the bank answered. */
export const payoutState = z.enum(['ready', 'sent', 'paid', 'failed']);
export type PayoutState = z.infer<typeof payoutState>;

/** Every legal step; a payment that the bank returned is sent again under the same id. Source: domain R23. */
export const PAYOUT_TRANSITIONS: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  ready: ['sent'],
  sent: ['paid', 'failed'],
  paid: [],
  failed: ['sent'],
};

/** Whether a payment may go from one state to another. */
export const mayMovePayout = (from: PayoutState, to: PayoutState): boolean =>
  PAYOUT_TRANSITIONS[from].includes(to);

/** One payment to one payee of one claim. Source: domain R23, R26. */
export const payout = z.strictObject({
  /** Derived from claim, purpose, what was ordered before and payee: an order repeated lands on the same payout. */
  id: z.string(),
  claimId: z.string(),
  claimNumber: z.string(),
  /** The decision as a whole, or the certain part of it in advance. Source: domain R16. */
  purpose: z.enum(['claim', 'advance']),
  /** Position of the payee on the claim. */
  payee: z.int(),
  regionCode,
  countyCode: z.string(),
  openid: z.string(),
  amountFen: fen,
  /** Sealed by the store. */
  account: bankAccount,
  state: payoutState,
  /** The bank's own number of the transfer. */
  bankReference: z.nullable(z.string()),
  /** In the bank's words, a name among them. Sealed by the store. */
  failureReason: z.nullable(z.string()),
  /** Who entered the result: never who assessed or approved. Source: domain R20. */
  enteredBy: z.nullable(z.string()),
  createdAt: epochMs,
  settledAt: z.nullable(epochMs),
});
export type Payout = z.infer<typeof payout>;
