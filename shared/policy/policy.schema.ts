import { z } from '../zod';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { member } from '../household/member.schema';

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
  planVersion: z.int(),
  premiumFen: fen,
  startAt: epochMs,
  endAt: epochMs,
  issuedAt: epochMs,
  /** Personal: sealed by the store. */
  insured: z.array(insured),
  medicalLimitFen: fen,
  /** Drawn by approved claims in order of approval; never above the limit. Source: domain R9. */
  medicalPaidFen: fen,
  state: z.enum(['issued', 'cancelled']),
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
