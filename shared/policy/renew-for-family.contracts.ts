import { contract } from '../contract/contract';
import { planId, requestId, versionNumber } from '../contract/fields';
import { checkFamily } from '../household/check-family.contract';
import { relation } from '../household/member.schema';
import { fen } from '../money/fen';
import { confirmedPage } from '../order/confirmed-page';
import { orderView, paymentParams } from '../order/order-view';
import { planView } from '../product/list-plans.contract';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';

/** What stands in a link by which a relative renews: for this policy alone, and for nobody who has not been sent it. */
const relativeCode = z.string().check(z.regex(/^[0-9a-z]{32}$/, '这个续保链接不完整，请让家人重新发一次。'));

/** A policy that somebody else of the family may renew: everybody's name masked, no number, no phone. */
export const getFamilyRenewal = contract({
  name: 'getFamilyRenewal',
  function: 'household',
  input: z.strictObject({ code: relativeCode }),
  output: z.strictObject({
    today: chinaDay,
    phase: z.enum(['early', 'open', 'over', 'renewed']),
    opensOn: chinaDay,
    closesOn: chinaDay,
    lastDay: chinaDay,
    startDay: chinaDay,
    gapDays: z.int(),
    maskedHolderName: z.string(),
    /** Null: not sold any more, or the holder cannot be on it: the family must buy anew. */
    plan: z.nullable(planView),
    priceFen: fen,
    medicalLimitFen: fen,
    /** Pages to be read and confirmed one by one. */
    pages: z.array(z.string()),
    people: z.array(
      z.strictObject({
        maskedName: z.string(),
        relation,
        ageYears: z.int(),
        standing: z.enum(['fine', 'signs', 'tooOld', 'insured']),
        accidentShareFen: fen,
      }),
    ),
  }),
  errors: ['RENEWAL_LINK_WRONG', 'POLICY_OVER', 'TOO_MANY_TRIES'],
});

/**
 * A relative renews for the same holder and household and pays. Every adult's consent is then awaited in their own
 * WeChat. Safe to repeat under the same request id.
 */
export const renewForFamily = contract({
  name: 'renewForFamily',
  function: 'household',
  input: z.strictObject({
    requestId,
    code: relativeCode,
    planId,
    planVersion: versionNumber,
    /** What the relative saw; only compared, never taken. */
    priceFen: fen,
    confirmations: z.array(confirmedPage).check(z.maxLength(10)),
  }),
  output: z.strictObject({ order: orderView, payment: z.nullable(paymentParams) }),
  errors: [
    ...getFamilyRenewal.errors,
    ...checkFamily.errors,
    'RENEWED_ALREADY',
    'PLAN_CHANGED',
    'PRICE_CHANGED',
    'CONFIRMATION_MISSING',
    'PAYMENT_REFUSED',
    'UPSTREAM_UNAVAILABLE',
  ],
});
