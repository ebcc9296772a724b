import { contract } from '../contract/contract';
import { claimId, fileId, requestId, shortReason, versionNumber } from '../contract/fields';
import { characters, lines, tellingWords } from '../contract/words';
import { z } from '../zod';
import { claimView } from './claim-view';

const output = z.strictObject({ claim: claimView });

/**
 * The family agrees to a decision, or objects to it, once: then a different handler reviews. The version is the one that
 * was on the screen, so that nobody agrees to what they did not see. Source: domain R16, R22.
 */
export const answerDecision = contract({
  name: 'answerDecision',
  function: 'household',
  input: z.strictObject({
    requestId,
    claimId,
    version: versionNumber,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('agree') }),
      z.strictObject({ kind: z.literal('object'), reason: shortReason }),
    ]),
  }),
  output,
  errors: ['CLAIM_NOT_FOUND', 'CLAIM_STATE_WRONG', 'VERSION_CHANGED', 'OBJECTED_ALREADY'],
});

/** A photo, and which of the papers that were asked for it shows, by its place among them; null: another. */
const sentPhoto = z.strictObject({ fileId, place: z.nullable(z.int().check(z.gte(0), z.lt(30))) });

/** The family sends papers: those that a notice asked for, or any others before the decision. Source: domain R17. */
export const sendPapers = contract({
  name: 'sendPapers',
  function: 'household',
  input: z.strictObject({
    requestId,
    claimId,
    photos: z
      .array(sentPhoto)
      .check(z.minLength(1, '请至少添加一张照片。'), z.maxLength(20, '最多 20 张照片。')),
  }),
  output,
  errors: [
    'CLAIM_NOT_FOUND',
    'CLAIM_STATE_WRONG',
    'PHOTO_NOT_IMAGE',
    'PHOTO_TOO_LARGE',
    'PHOTO_MISSING',
    'TOO_MANY_PHOTOS',
  ],
});

/** The family has a case opened again that was over, within two years of its end. */
export const reopenClaim = contract({
  name: 'reopenClaim',
  function: 'household',
  input: z.strictObject({ requestId, claimId, reason: shortReason }),
  output,
  errors: ['CLAIM_NOT_FOUND', 'CLAIM_STATE_WRONG', 'REOPEN_TOO_LATE', 'CLAIM_ALREADY_FILED'],
});

/** The bank returned a payment: the family gives a better account for the same payee. Source: domain R23. */
export const correctAccount = contract({
  name: 'correctAccount',
  function: 'household',
  input: z.strictObject({
    requestId,
    claimId,
    /** Position of the payee. */
    payee: z.int().check(z.gte(0), z.lte(9)),
    number: characters({ max: 40, missing: '请填写银行卡号。' }),
    bank: tellingWords({ min: 2, max: 40, missing: '请填写开户银行。' }),
  }),
  output,
  errors: ['CLAIM_NOT_FOUND', 'CLAIM_STATE_WRONG', 'ACCOUNT_INVALID', 'PAYEES_WRONG'],
});

/** How content the family is: 1 to 5 stars, and words if it likes. Source: domain R36. */
export const rateClaim = contract({
  name: 'rateClaim',
  function: 'household',
  input: z.strictObject({
    requestId,
    claimId,
    stars: z.int().check(z.gte(1, '请选 1 到 5 颗星。'), z.lte(5, '请选 1 到 5 颗星。')),
    words: lines({ min: 0, max: 500, missing: '' }),
  }),
  output,
  errors: ['CLAIM_NOT_FOUND', 'CLAIM_STATE_WRONG', 'RATED_ALREADY'],
});
