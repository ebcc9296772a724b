import { sumOf } from './fen';
import { chinaDay } from '../time/china-day';
import type { Payer } from '../order/payer.schema';
import { z } from '../zod';

/**
 * Accounts of the double-entry ledger.
 * `wechatPay` money at the insurer's merchant account · `premium` earned by issued policies · `customer` money of
 * orders neither issued nor refunded, or given back by a cancelled policy · `sponsor` money of paying bodies: not yet premium, or theirs
 * again · `claimsExpense` decided claims · `claimsPayable` owed to families · `bank` the insurer's bank account.
 */
export const ledgerAccount = z.enum([
  'wechatPay',
  'customer',
  'sponsor',
  'premium',
  'claimsExpense',
  'claimsPayable',
  'bank',
]);
export type LedgerAccount = z.infer<typeof ledgerAccount>;

/** One change of money: its rows always sum to zero. Debits are positive, credits negative, in fen. */
export const ledgerEntry = z
  .strictObject({
    /** Derived from what it tells of, so that a repeat lands on the same entry. */
    id: z.string(),
    kind: z.enum([
      'premiumReceived',
      'policyIssued',
      'policyCancelled',
      'premiumRefunded',
      'sponsorReceived',
      'claimApproved',
      'claimReversed',
      'claimPaid',
    ]),
    /** The record that moved: order, policy, roster, claim or payout id. */
    subject: z.string(),
    rows: z
      .array(
        z.strictObject({
          account: ledgerAccount,
          amountFen: z.int(),
          /** Whose money it is, in the account of the paying bodies. */
          sponsorId: z.optional(z.string()),
        }),
      )
      .check(z.minLength(2)),
    /** Epoch ms. */
    at: z.int(),
    /** Of money at WeChat: the China day of the bill that must show it, by WeChat's own time, … */
    billDay: z.optional(chinaDay),
    /** … and its number there: `out_trade_no` of a payment, `out_refund_no` of a refund. */
    billNumber: z.optional(z.string()),
  })
  .check(
    z.refine(
      (entry) => entry.rows.reduce((sum, row) => sum + row.amountFen, 0) === 0,
      'ledger rows must sum to zero',
    ),
    z.refine(
      (entry) =>
        entry.rows.every(({ account, sponsorId }) => (account === 'sponsor') === (sponsorId !== undefined)),
      'money of paying bodies names the body, and no other',
    ),
    z.refine(
      (entry) =>
        entry.rows.some(({ account }) => account === 'wechatPay') ===
        (entry.billDay !== undefined && entry.billNumber !== undefined),
      'money at WeChat must be found in a bill, and nothing else',
    ),
  );
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** The two rows of a simple transfer: `amountFen` from one account to another. */
export const transferRows = (
  from: LedgerAccount,
  to: LedgerAccount,
  amountFen: number,
): LedgerEntry['rows'] => [
  { account: to, amountFen },
  { account: from, amountFen: amountFen === 0 ? 0 : -amountFen },
];

type LedgerRow = LedgerEntry['rows'][number];

const totalOf = (payers: readonly Payer[]): number => sumOf(payers.map(({ amountFen }) => amountFen));

const credit = (amountFen: number): number => (amountFen === 0 ? 0 : -amountFen);

/** Where a payer's money is before it becomes premium, and after a cancellation gave it back. */
const placeOf = ({ sponsorId }: Payer): Pick<LedgerRow, 'account' | 'sponsorId'> =>
  sponsorId === null ? { account: 'customer' } : { account: 'sponsor', sponsorId };

/** The payers' money becomes premium. Source: domain R11. */
export const premiumRows = (payers: readonly Payer[]): LedgerEntry['rows'] => [
  { account: 'premium', amountFen: credit(totalOf(payers)) },
  ...payers.map((payer) => ({ ...placeOf(payer), amountFen: payer.amountFen })),
];

/** Premium goes back to the payers. Source: domain R12. */
export const premiumBackRows = (shares: readonly Payer[]): LedgerEntry['rows'] => [
  { account: 'premium', amountFen: totalOf(shares) },
  ...shares.map((share) => ({ ...placeOf(share), amountFen: credit(share.amountFen) })),
];

/** A paying body's transfer arrives at the bank. */
export const sponsorReceivedRows = (sponsorId: string, amountFen: number): LedgerEntry['rows'] => [
  { account: 'bank', amountFen },
  { account: 'sponsor', amountFen: credit(amountFen), sponsorId },
];
