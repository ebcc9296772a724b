import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { relation } from '../household/member.schema';
import { insurer } from '../product/plan.schema';

/** A policy as its household sees it: the certificate. */
export const policyView = z.strictObject({
  policyId: z.string(),
  policyNumber: z.string(),
  planName: z.string(),
  productName: z.string(),
  filingNumber: z.string(),
  isSample: z.boolean(),
  insurer,
  premiumFen: fen,
  issuedAt: epochMs,
  startDay: chinaDay,
  /** Last day of cover, inclusive. */
  lastDay: chinaDay,
  state: z.enum(['notStarted', 'active', 'ended', 'cancelled']),
  /** Set for a cancelled policy; cover that never began has a last day before its first. */
  cancellation: z.nullable(z.strictObject({ day: chinaDay, refundFen: fen })),
  insured: z.array(
    z.strictObject({
      name: z.string(),
      maskedIdNumber: z.string(),
      relation,
      /** 18 or older today: decides to whose account a claim is paid. */
      isAdult: z.boolean(),
      accidentShareFen: fen,
      accidentLeftFen: fen,
    }),
  ),
  accidentSumFen: fen,
  medicalLimitFen: fen,
  medicalLeftFen: fen,
  medicalDeductibleFen: fen,
  /** Basis points. */
  medicalRatioAfterSocialInsurance: z.int(),
  medicalRatioWithoutSocialInsurance: z.int(),
});
export type PolicyView = z.infer<typeof policyView>;
