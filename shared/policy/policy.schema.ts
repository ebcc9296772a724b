import { z } from '../zod';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { member } from '../household/member.schema';
import { payerKind } from '../order/order.schema';

/** A person on a policy. */
export const insured = z.strictObject({
  ...member.shape,
  /** Keyed hash of the ID number: the same person in any household. */
  personKey: z.string(),
  /** The person's share of the accident sum. Source: domain R3. */
  accidentShareFen: fen,
  /** Death and disability already approved in this period; never above the share. Source: domain R3, R6. */
  accidentPaidFen: fen,
});
export type Insured = z.infer<typeof insured>;

/** How a policy ended before its time. Source: domain R12. */
const cancellation = z.strictObject({
  at: epochMs,
  /** Days of cover used up, the day of the cancellation among them; 0 before the start. */
  elapsedDays: z.int(),
  daysInPeriod: z.int(),
  refundFen: fen,
  /** What each payer gets back, in payer order. */
  shares: z.array(z.strictObject({ kind: payerKind, amountFen: fen })),
});

const named = z.strictObject({ name: z.string(), idNumber: z.string() });
/** A name or number put right before cover started. */
const correction = z.strictObject({
  at: epochMs,
  personIndex: z.int(),
  before: named,
  after: named,
});

export const policy = z.strictObject({
  /** Derived from the order's id: one paid order, one policy. */
  id: z.string(),
  /** What the family reads out on the phone. */
  number: z.string(),
  orderId: z.string(),
  householdId: z.string(),
  openid: z.string(),
  regionCode,
  planId: z.string(),
  /** The plan's product line: under it the family is insured, and renews. */
  line: z.string(),
  planVersion: z.int(),
  premiumFen: fen,
  startAt: epochMs,
  /** Brought forward by a cancellation; equal to the start when cover never began. */
  endAt: epochMs,
  issuedAt: epochMs,
  /** When the household first looked at it: the receipt. Source: domain R42. */
  openedAt: z.nullable(epochMs),
  /** Personal: sealed by the store. */
  insured: z.array(insured),
  medicalLimitFen: fen,
  /** Drawn by approved claims in order of approval; never above the limit. Source: domain R9. */
  medicalPaidFen: fen,
  state: z.enum(['issued', 'cancelled']),
  /** When its family is reminded of the end next; null: not any more. Source: domain R41. */
  nextReminderAt: z.nullable(epochMs),
  /** Set with the state. */
  cancellation: z.nullable(cancellation),
  /** Oldest first. Personal: sealed by the store. */
  corrections: z.array(correction),
});
export type Policy = z.infer<typeof policy>;

/** All cover of one person under one plan; read and written in the issuing transaction. Source: domain R5. */
export const personCover = z.strictObject({
  /** Derived from person key and plan. */
  id: z.string(),
  /** Keyed hash of name and number: "already insured" is told only to who knows both. */
  nameKey: z.string(),
  periods: z.array(z.strictObject({ policyId: z.string(), startAt: epochMs, endAt: epochMs })),
});
export type PersonCover = z.infer<typeof personCover>;
