import { z } from '../zod';
import { basisPoints, fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { relation } from '../household/member.schema';
import { insurer } from '../product/plan.schema';
import { correctable } from './correction';

/** A policy as its household sees it: the certificate. */
export const policyView = z.strictObject({
  policyId: z.string(),
  policyNumber: z.string(),
  planName: z.string(),
  productName: z.string(),
  filingNumber: z.string(),
  isSample: z.boolean(),
  insurer,
  copies: z.int(),
  premiumFen: fen,
  issuedAt: epochMs,
  startDay: chinaDay,
  /** Last day of cover, inclusive. */
  lastDay: chinaDay,
  state: z.enum(['notStarted', 'active', 'ended', 'cancelled']),
  /** Last day on which it can be renewed, while that can be done today; null: too early, too late, or cancelled. */
  renewableUntil: z.nullable(chinaDay),
  /** Whether anything on it can be put right today. */
  correctable: z.boolean(),
  /** Set for a cancelled policy; cover that never began has a last day before its first. */
  cancellation: z.nullable(z.strictObject({ day: chinaDay, refundFen: fen })),
  insured: z.array(
    z.strictObject({
      name: z.string(),
      maskedIdNumber: z.string(),
      relation,
      /** What of this person can be put right today. */
      correctable,
      /** 18 or older today: decides to whose account a claim is paid. */
      isAdult: z.boolean(),
      /** Consent to the sum is awaited: 身故保障待本人确认. Source: domain R26. */
      consentAwaited: z.boolean(),
      /** Each of these is 0 when the plan does not cover it. */
      accidentShareFen: fen,
      accidentLeftFen: fen,
      allowancePerDayFen: fen,
      illnessSumFen: fen,
    }),
  ),
  /** Of everybody together; 0: not covered. */
  accidentSumFen: fen,
  /** Null, as the next two: the plan does not cover it. */
  medical: z.nullable(
    z.strictObject({
      limitFen: fen,
      leftFen: fen,
      deductibleFen: fen,
      ratioAfterSocialInsurance: basisPoints,
      ratioWithoutSocialInsurance: basisPoints,
    }),
  ),
  allowance: z.nullable(z.strictObject({ waitingDays: z.int(), maxDays: z.int() })),
  illness: z.nullable(z.strictObject({ waitingDays: z.int(), diseasesDocumentId: z.string() })),
});
export type PolicyView = z.infer<typeof policyView>;
