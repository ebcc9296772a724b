import { contract } from '../contract/contract';
import { z } from '../zod';
import { mobilePhone, planId, policyId, requestId, versionNumber } from '../contract/fields';
import { checkFamily } from '../household/check-family.contract';
import { contact } from '../household/household.schema';
import { memberInput } from '../household/member.schema';
import { fen } from '../money/fen';
import { copies, MAX_INSURED, MAX_PAGES } from '../product/plan.schema';
import { referralCode } from '../referral/referral.schema';
import { regionCode } from '../region/region.schema';
import { confirmedPage } from './confirmed-page';
import { strokes } from './order.schema';
import { orderView, paymentParams } from './order-view';

/**
 * Places an order for a family and opens its payment. Safe to repeat under the same request id: the same order and a
 * payment for it. The price is only compared with the plan's, never taken.
 */
export const buyCover = contract({
  name: 'buyCover',
  function: 'household',
  input: z.strictObject({
    requestId,
    /** The link it came from; without one the family's remembered village counts. */
    referralCode: z.optional(referralCode),
    /** The village chosen by the family, when no link is there. */
    villageCode: z.optional(regionCode),
    planId,
    /** The family's policy that is to go on: the new cover starts when it ends. Source: domain R4. */
    renewsPolicyId: z.optional(policyId),
    planVersion: versionNumber,
    /** One unless told. */
    copies: z.optional(copies),
    priceFen: fen,
    /** What the family was shown as its own part; it never pays more. All of the price unless told. */
    ownFen: z.optional(fen),
    members: z
      .array(memberInput)
      .check(z.minLength(1, '请至少填一位家人。'), z.maxLength(MAX_INSURED, '人数太多了。')),
    /** Who buys, when a plan priced per person insures only others of the family. */
    holder: z.optional(memberInput),
    phone: mobilePhone,
    /** Whom to reach about the renewal; left out: as remembered. Source: domain R41. */
    contact: z.optional(z.nullable(contact)),
    /** Each page as it was shown. Source: domain R25. */
    confirmations: z.array(confirmedPage).check(z.maxLength(MAX_PAGES)),
    /** One for each adult who does not confirm later. Source: domain R26. */
    signatures: z
      .array(z.strictObject({ memberIndex: z.int().check(z.gte(0), z.lt(MAX_INSURED)), strokes }))
      .check(z.maxLength(MAX_INSURED)),
    /** Adults who confirm in their own WeChat instead, by position; never the buyer. Source: domain R26. */
    laterConsents: z.optional(
      z.array(z.int().check(z.gte(0), z.lt(MAX_INSURED))).check(z.maxLength(MAX_INSURED)),
    ),
  }),
  output: z.strictObject({ order: orderView, payment: z.nullable(paymentParams) }),
  errors: [
    ...checkFamily.errors,
    'REFERRAL_NOT_FOUND',
    'REGION_NOT_FOUND',
    'PLAN_CHANGED',
    'PRICE_CHANGED',
    'CONFIRMATION_MISSING',
    'SIGNATURE_MISSING',
    'SIGNATURE_INVALID',
    'PAYMENT_REFUSED',
    'UPSTREAM_UNAVAILABLE',
  ],
});
