import { contract } from '../contract/contract';
import { z } from '../zod';
import { policyId } from '../contract/fields';
import { contact } from '../household/household.schema';
import { memberInput } from '../household/member.schema';
import { fen } from '../money/fen';
import { planView } from '../product/list-plans.contract';
import { copies } from '../product/plan.schema';
import { referralCode } from '../referral/referral.schema';
import { chinaDay } from '../time/china-day';

/** What renewing one of the caller's policies would give: last year's family checked again, dates, price and sums. */
export const getRenewal = contract({
  name: 'getRenewal',
  function: 'household',
  input: z.strictObject({
    policyId,
    /** The link it came by: with a gap its campaign may begin cover later than tomorrow. Source: domain R4. */
    referralCode: z.optional(referralCode),
  }),
  output: z.strictObject({
    today: chinaDay,
    /** `renewed`: the household holds the next policy already. */
    phase: z.enum(['early', 'open', 'over', 'renewed']),
    renewedByPolicyId: z.nullable(z.string()),
    /** The days on which it can be renewed, both inclusive. */
    opensOn: chinaDay,
    closesOn: chinaDay,
    /** Last day of the cover that ends, inclusive. */
    lastDay: chinaDay,
    /** First day of the new cover if it is paid now. */
    startDay: chinaDay,
    /** Days between without cover; 0: cover goes on unbroken. */
    gapDays: z.int(),
    /** The same product line as it is sold now; null: not sold. */
    plan: z.nullable(planView),
    /** Whether every page is the very version that the family confirmed last time. */
    sameDocuments: z.boolean(),
    /** As many as before. */
    copies,
    /** For everybody who can be on it, and all copies. */
    priceFen: fen,
    /** 0: not covered. */
    medicalLimitFen: fen,
    /** Who buys without being insured; null when they are one of the members. */
    holder: z.nullable(memberInput),
    phone: z.string(),
    contact: z.nullable(contact),
    /** Of the link by which a relative renews for the family. */
    relativeCode: z.string(),
    members: z.array(
      z.strictObject({
        ...memberInput.shape,
        ageYears: z.int(),
        /** `signs`: came of age. `tooOld` and `insured` cannot be on the new policy. */
        standing: z.enum(['fine', 'signs', 'tooOld', 'insured']),
        text: z.string(),
        /** 0 for who cannot be on it. */
        accidentShareFen: fen,
        allowancePerDayFen: fen,
        illnessSumFen: fen,
      }),
    ),
  }),
  errors: ['POLICY_NOT_FOUND', 'POLICY_OVER'],
});
