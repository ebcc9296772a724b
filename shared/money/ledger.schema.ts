import { chinaDay } from '../time/china-day';
import { z } from '../zod';

/**
 * Accounts of the double-entry ledger.
 * `wechatPay` money at the insurer's merchant account · `premium` earned by issued policies · `customer` money of
 * orders neither issued nor refunded, or given back by a cancelled policy · `claimsExpense` decided claims · `claimsPayable` owed to families · `bank` the insurer's bank account.
 */
export const ledgerAccount = z.enum([
  'wechatPay',
  'customer',
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
      'claimApproved',
      'claimPaid',
    ]),
    /** The record that moved: order, policy, claim or payout id. */
    subject: z.string(),
    rows: z.array(z.strictObject({ account: ledgerAccount, amountFen: z.int() })).check(z.minLength(2)),
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
