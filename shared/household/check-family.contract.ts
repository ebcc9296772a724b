import { contract } from '../contract/contract';
import { z } from '../zod';
import { planId, policyId } from '../contract/fields';
import { fen } from '../money/fen';
import { copies, MAX_INSURED } from '../product/plan.schema';
import { referralCode } from '../referral/referral.schema';
import { payer } from '../order/payer.schema';
import { chinaDay } from '../time/china-day';
import { memberInput, relation } from './member.schema';

/** Checks a family for a plan and says what each person would hold. Writes nothing but the daily count of tries. */
export const checkFamily = contract({
  name: 'checkFamily',
  function: 'household',
  input: z.strictObject({
    planId,
    /** The family's policy that is to go on; its people may be of renewal age. Source: domain R1. */
    renewsPolicyId: z.optional(policyId),
    /** The link it came by: its campaign may begin cover later than tomorrow. Source: domain R4. */
    referralCode: z.optional(referralCode),
    /** One unless told. */
    copies: z.optional(copies),
    members: z
      .array(memberInput)
      .check(z.minLength(1, '请至少填一位家人。'), z.maxLength(MAX_INSURED, '人数太多了。')),
    /** Who buys, when a plan priced per person insures only others of the family. */
    holder: z.optional(memberInput),
  }),
  output: z.strictObject({
    startDay: chinaDay,
    /** For everybody named and all copies. */
    priceFen: fen,
    /** Who would pay it; adds up to the price. Source: domain R11. */
    payers: z.array(z.omit(payer, { sponsorId: true })),
    /** 0: not covered, as the persons' sums. */
    medicalLimitFen: fen,
    members: z.array(
      z.strictObject({
        name: z.string(),
        maskedIdNumber: z.string(),
        relation,
        ageYears: z.int(),
        /** An adult signs for themselves. */
        mustSign: z.boolean(),
        accidentShareFen: fen,
        allowancePerDayFen: fen,
        illnessSumFen: fen,
      }),
    ),
  }),
  errors: [
    'PLAN_UNKNOWN',
    'NAME_INVALID',
    'ID_NUMBER_WRONG',
    'ID_NUMBER_REPEATED',
    'MEMBER_TOO_YOUNG',
    'MEMBER_TOO_OLD',
    'MEMBER_WRONG_SEX',
    'TOO_MANY_COPIES',
    'MEMBER_ALREADY_INSURED',
    'TOO_MANY_TRIES',
    'TOO_MANY_MEMBERS',
    'HOLDER_MISSING',
    'HOLDER_IS_MINOR',
    'RELATION_INVALID',
    'NO_INSURABLE_INTEREST',
    'MINOR_COVER_EXCEEDED',
    'BIRTH_CERTIFICATE_WRONG',
    'BIRTH_CERTIFICATE_OUTGROWN',
    'FIELD_REQUIRED',
    'POLICY_NOT_FOUND',
    'RENEWAL_TOO_EARLY',
    'RENEWAL_OVER',
  ],
});
