import { contract } from '../contract/contract';
import { personName, words } from '../contract/words';
import { orderId, policyId, requestId } from '../contract/fields';
import { fen } from '../money/fen';
import { orderView } from '../order/order-view';
import { insurer } from '../product/plan.schema';
import { chinaDay, epochMs } from '../time/china-day';
import { z } from '../zod';
import { consentKind } from './consent-record.schema';

/** The link by which somebody is asked: whose consent, until when, and a keyed hash that nobody can make up. */
const consentLink = z
  .string()
  .check(
    z.regex(
      /^(pol|ord)_[a-z0-9]{20,40}-\d{1,2}-\d{13}-[a-z0-9]{24}$/,
      '这个确认链接不完整，请让家人重新发一次。',
    ),
  );

/** A policy, or an order that waits for a parent. */
const subjectId = z.union([policyId, orderId]);

/** Whose consent is awaited under the caller's own policy or order, each with a link to be sent on. */
export const listConsents = contract({
  name: 'listConsents',
  function: 'household',
  input: z.strictObject({ subjectId }),
  output: z.strictObject({
    planName: z.string(),
    productName: z.string(),
    filingNumber: z.string(),
    insurer,
    /** The order as it stands; null for a policy. */
    order: z.nullable(orderView),
    persons: z.array(
      z.strictObject({
        personIndex: z.int(),
        name: z.string(),
        kind: consentKind,
        standing: z.enum(['awaited', 'agreed', 'refused']),
        /** Null: nothing to be asked any more. */
        link: z.nullable(consentLink),
        /** Until when that link can be opened. */
        until: epochMs,
      }),
    ),
  }),
  errors: ['POLICY_NOT_FOUND', 'ORDER_NOT_FOUND'],
});

/** What somebody with a link is asked: who insures them, under which plan, for which sum, with which insurer. */
export const getConsent = contract({
  name: 'getConsent',
  function: 'household',
  input: z.strictObject({ link: consentLink }),
  output: z.strictObject({
    kind: consentKind,
    standing: z.enum(['awaited', 'agreed', 'refused']),
    /** Masked, as is the person's: whoever has the link must know both. */
    holderName: z.string(),
    personName: z.string(),
    planName: z.string(),
    productName: z.string(),
    filingNumber: z.string(),
    isSample: z.boolean(),
    insurer,
    accidentShareFen: fen,
    startDay: chinaDay,
    /** Last day of cover, inclusive. */
    lastDay: chinaDay,
    /** What is confirmed, and the version of these words. */
    words: z.string(),
    version: z.string(),
    until: epochMs,
  }),
  errors: ['CONSENT_LINK_WRONG', 'CONSENT_LINK_EXPIRED', 'CONSENT_OVER', 'PLAN_UNKNOWN'],
});

/**
 * Consents to the sum, or refuses it for a child, in one's own WeChat. Safe to repeat. The answer counts once; name and
 * number are tried five times a day at most. Source: domain R26.
 */
export const giveConsent = contract({
  name: 'giveConsent',
  function: 'household',
  input: z.strictObject({
    requestId,
    link: consentLink,
    /** Of the insured person. */
    name: personName({ max: 30, missing: '请填写姓名。' }),
    /** Of the insured person's document. */
    lastFour: words({ max: 20, missing: '请填写证件号后 4 位。' }),
    version: words({ max: 40, missing: '请重新打开这一页。' }),
    answer: z.enum(['agreed', 'refused']),
  }),
  output: z.strictObject({ standing: z.enum(['agreed', 'refused']) }),
  errors: [
    'CONSENT_LINK_WRONG',
    'CONSENT_LINK_EXPIRED',
    'CONSENT_OVER',
    'CONSENT_GIVEN',
    'CONSENT_CHANGED',
    'CONSENT_PERSON_WRONG',
    'CONSENT_OWN_WECHAT',
    'CONSENT_OTHER_WECHAT',
    'CONSENT_NO_REFUSAL',
    'TOO_MANY_TRIES',
  ],
});
