import { contract } from '../contract/contract';
import { mobilePhone, requestId } from '../contract/fields';
import { characters, personName } from '../contract/words';
import { relation } from '../household/member.schema';
import { fen } from '../money/fen';
import { strokes } from '../order/order.schema';
import { insurer } from '../product/plan.schema';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';

/** Who asks for a gift: name and ID number of the head of the household, as the sponsor's roster has them. */
const head = {
  name: personName({ max: 30, missing: '请填写户主的姓名。' }),
  idNumber: characters({ max: 40, missing: '请填写户主的身份证号。' }),
};

/** A policy that others paid for and nobody has opened, as who knows its head may see it: other names masked. */
export const giftView = z.strictObject({
  planName: z.string(),
  productName: z.string(),
  filingNumber: z.string(),
  isSample: z.boolean(),
  insurer,
  /** Who pays. */
  sponsorName: z.string(),
  premiumFen: fen,
  startDay: chinaDay,
  /** Last day of cover, inclusive. */
  lastDay: chinaDay,
  persons: z.array(z.strictObject({ name: z.string(), relation, accidentShareFen: fen })),
  /** What the head consents to with a signature. Source: domain R26. */
  consentWords: z.string(),
});
export type GiftView = z.infer<typeof giftView>;

/** Gifts that wait for the household of a person; five persons a day may be asked about. Source: domain R5. */
export const findGift = contract({
  name: 'findGift',
  function: 'household',
  input: z.strictObject(head),
  output: z.strictObject({ gifts: z.array(giftView) }),
  errors: ['GIFT_NOT_FOUND', 'TOO_MANY_TRIES'],
});

/**
 * Takes the gifts of a household over: from here on they are the caller's policies as if bought. The head signs at once;
 * other adults confirm in their own WeChat. Safe to repeat. Source: domain R26, R42.
 */
export const openGift = contract({
  name: 'openGift',
  function: 'household',
  input: z.strictObject({ requestId, ...head, phone: mobilePhone, strokes }),
  output: z.strictObject({ policyIds: z.array(z.string()) }),
  errors: ['GIFT_NOT_FOUND', 'TOO_MANY_TRIES', 'SIGNATURE_INVALID'],
});

/** Gifts in a specialist's villages that nobody has opened: whom to tell. */
export const listUntoldGifts = contract({
  name: 'listUntoldGifts',
  function: 'staff',
  input: z.strictObject({}),
  output: z.strictObject({
    villages: z.array(
      z.strictObject({
        regionCode: z.string(),
        villageName: z.string(),
        gifts: z.array(
          z.strictObject({
            policyId: z.string(),
            /** Masked. */
            holderName: z.string(),
            persons: z.int(),
            planName: z.string(),
            sponsorName: z.string(),
            startDay: chinaDay,
          }),
        ),
      }),
    ),
  }),
  errors: [],
});
