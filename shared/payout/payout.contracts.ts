import { contract } from '../contract/contract';
import { payoutId, requestId, shortReason } from '../contract/fields';
import { words } from '../contract/words';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';
import { z } from '../zod';
import { bankAccount } from '../claim/claim.schema';
import { payoutState } from './payout.schema';

/** A payment as the cashier sees it, with the full account. */
export const payoutView = z.strictObject({
  payoutId: z.string(),
  claimId: z.string(),
  claimNumber: z.string(),
  amountFen: fen,
  account: bankAccount,
  state: payoutState,
  bankReference: z.nullable(z.string()),
  failureReason: z.nullable(z.string()),
  createdAt: epochMs,
  settledAt: z.nullable(epochMs),
});
export type PayoutView = z.infer<typeof payoutView>;

/** Payments of the cashier's county: those to do first, then the settled ones, newest first. */
export const listPayouts = contract({
  name: 'listPayouts',
  function: 'desk',
  input: z.strictObject({}),
  output: z.strictObject({ payouts: z.array(payoutView) }),
  errors: [],
});

/** The cashier hands a payment to the bank. */
export const sendPayout = contract({
  name: 'sendPayout',
  function: 'desk',
  input: z.strictObject({ requestId, payoutId }),
  output: z.strictObject({ payout: payoutView }),
  errors: ['PAYOUT_NOT_FOUND', 'PAYOUT_STATE_WRONG', 'OWN_ASSESSMENT', 'OWN_HOUSEHOLD'],
});

/** The number of a transfer as the bank's receipt has it. */
export const bankReference = words({ min: 4, max: 64, missing: '请填写银行流水号。' }).check(
  z.regex(/[0-9A-Za-z]/, '请照银行回单写流水号，有数字或字母。'),
);

/** The cashier enters what the bank answered. Source: domain R20, R23. */
export const recordPayoutResult = contract({
  name: 'recordPayoutResult',
  function: 'desk',
  input: z.strictObject({
    requestId,
    payoutId,
    result: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('paid'),
        bankReference,
      }),
      z.strictObject({ outcome: z.literal('failed'), reason: shortReason }),
    ]),
  }),
  output: z.strictObject({ payout: payoutView }),
  errors: ['PAYOUT_NOT_FOUND', 'PAYOUT_STATE_WRONG', 'OWN_ASSESSMENT', 'OWN_HOUSEHOLD'],
});
