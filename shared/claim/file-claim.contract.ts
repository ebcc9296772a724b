import { contract } from '../contract/contract';
import { z } from '../zod';
import { assistanceId, fileId, policyId, requestId } from '../contract/fields';
import { accountHolder, characters, tellingLines, tellingWords } from '../contract/words';
import { chinaDay } from '../time/china-day';
import { accidentCause, claimKind, payeeRelation } from './claim.schema';
import { claimView } from './claim-view';

/** File ids of uploads under `claims-inbox/`. */
const uploadedPhotos = z
  .array(fileId)
  .check(z.minLength(1, '请至少添加一张照片。'), z.maxLength(20, '最多 20 张照片。'));

/** Somebody who is to be paid, as the family enters it. Source: domain R13, R26. */
export const payeeInput = z.strictObject({
  relation: payeeRelation,
  holder: accountHolder({ max: 30, missing: '请填写户名。' }),
  number: characters({ max: 40, missing: '请填写银行卡号。' }),
  bank: tellingWords({ min: 2, max: 40, missing: '请填写开户银行。' }),
  /** Parts of the money, in proportion to the others'. */
  weight: z.int().check(z.gte(1, '份数要是 1 以上的整数。'), z.lte(10_000, '份数太大了。')),
  /** Which photo proves the relation, by its place among the photos; null where none is needed. */
  proofPhoto: z.nullable(z.int().check(z.gte(0), z.lte(19))),
});

/**
 * A family reports an accident with papers and who is to be paid. Every policy that answers on that day is claimed with
 * it. Safe to repeat: one request id, one claim.
 */
export const fileClaim = contract({
  name: 'fileClaim',
  function: 'household',
  input: z.strictObject({
    requestId,
    /** What a specialist filled in and the family now sends; nothing: the family did it all. Source: domain R40. */
    assistanceId: z.optional(z.nullable(assistanceId)),
    /** A policy of the household on which the person stands. */
    policyId,
    /** Position of the person on it. */
    personIndex: z.int().check(z.gte(0), z.lte(50)),
    kind: claimKind,
    cause: accidentCause,
    accidentDay: chinaDay,
    /** `HH:mm`, China time. */
    accidentTime: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间不对，请重新选择。')),
    place: tellingWords({ min: 2, max: 100, missing: '请写出事的地点。' }),
    /** May be short where there is a voice note. */
    description: tellingLines({ min: 0, max: 1000, missing: '' }),
    photos: uploadedPhotos,
    /** An upload too; null: nothing was spoken. */
    voice: z.nullable(fileId),
    payees: z
      .array(payeeInput)
      .check(z.minLength(1, '请填写收款人。'), z.maxLength(10, '最多 10 位收款人。')),
  }),
  output: z.strictObject({ claim: claimView }),
  errors: [
    'POLICY_NOT_FOUND',
    'PERSON_NOT_INSURED',
    'KIND_NOT_COVERED',
    'ACCIDENT_IN_FUTURE',
    'ACCIDENT_BEFORE_BIRTH',
    'NOT_COVERED_THAT_DAY',
    'CLAIM_ALREADY_FILED',
    'POLICY_CHANGED',
    'PHOTO_NOT_IMAGE',
    'PHOTO_TOO_LARGE',
    'PHOTO_MISSING',
    'ACCOUNT_INVALID',
    'ACCOUNT_NAME_WRONG',
    'PAYEES_WRONG',
    'DESCRIPTION_MISSING',
    'VOICE_MISSING',
    'VOICE_NOT_AUDIO',
    'VOICE_TOO_LONG',
    'ASSISTANCE_NOT_FOUND',
    'ASSISTANCE_OVER',
    'ASSISTANCE_CONFIRMED',
  ],
});
