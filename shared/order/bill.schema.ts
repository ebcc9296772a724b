import { fen } from '../money/fen';
import { chinaDay, DAY_MS, HOUR_MS, MINUTE_MS, epochMs, startOfChinaDay } from '../time/china-day';
import type { ChinaDay, EpochMs } from '../time/china-day';
import { z } from '../zod';

/** A day's bill is surely there by half past ten the next morning. Source: WeChat Pay API v3, "申请交易账单". */
const THERE_AFTER_MS = DAY_MS + 10 * HOUR_MS + 30 * MINUTE_MS;

/** Whether WeChat must have made the bill of a day. */
export const isBillDue = (day: ChinaDay, now: EpochMs): boolean =>
  now >= startOfChinaDay(day) + THERE_AFTER_MS;

/**
 * `unknownToUs`: WeChat took or gave money that our books do not have. `notInBill`: the other way round.
 * `otherAmount`: both know of it, with different sums. `unfinished`: paid, and neither a policy nor a refund.
 * `stuck`: the payer's account cannot take the refund.
 */
export const billFault = z.enum(['unknownToUs', 'notInBill', 'otherAmount', 'unfinished', 'stuck']);
export type BillFault = z.infer<typeof billFault>;

/** One side's sums of a day. */
export const billTotals = z.strictObject({
  payments: z.int().check(z.gte(0)),
  paidFen: fen,
  refunds: z.int().check(z.gte(0)),
  refundedFen: fen,
});
export type BillTotals = z.infer<typeof billTotals>;

/** How the last comparison of a day ended. */
export const billDay = z.strictObject({
  /** Derived from the day. */
  id: z.string(),
  day: chinaDay,
  /** `none`: WeChat had no trade on that day. */
  bill: z.enum(['ready', 'none']),
  /** SHA-1 of WeChat's file. */
  hash: z.nullable(z.string()),
  wechat: billTotals,
  ours: billTotals,
  /** Lines that wait for a refund to arrive. */
  underWay: z.int().check(z.gte(0)),
  comparedAt: epochMs,
  /** Nothing was left open: the day need not be compared again. */
  settled: z.boolean(),
});

/** How a difference ended: by itself when a later comparison no longer has it, or by a cashier's word. */
const ending = z.strictObject({
  at: epochMs,
  /** Id and name of the cashier; null when it went away by itself. */
  by: z.nullable(z.strictObject({ staffId: z.string(), name: z.string() })),
  reason: z.nullable(z.string()),
});

/** A difference that asking WeChat did not mend. */
export const storedDifference = z.strictObject({
  /** Derived from day, kind and number. */
  id: z.string(),
  day: chinaDay,
  kind: z.enum(['payment', 'refund']),
  number: z.string(),
  outTradeNo: z.string(),
  transactionId: z.nullable(z.string()),
  /** Null when the number is none of ours. */
  orderId: z.nullable(z.string()),
  fault: billFault,
  wechatFen: z.nullable(fen),
  oursFen: z.nullable(fen),
  state: z.enum(['open', 'closed']),
  foundAt: epochMs,
  ending: z.nullable(ending),
});
export type StoredDifference = z.infer<typeof storedDifference>;
