import { contract } from '../contract/contract';
import { z } from '../zod';
import { fileId, policyId, requestId } from '../contract/fields';
import { characters, lines, personName, words } from '../contract/words';
import { chinaDay } from '../time/china-day';
import { accidentCause, claimKind } from './claim.schema';
import { claimView } from './claim-view';

/** A family reports an accident with photos and an account. Safe to repeat: one request id, one claim. */
export const fileClaim = contract({
  name: 'fileClaim',
  function: 'household',
  input: z.strictObject({
    requestId,
    policyId,
    /** Position of the person on the policy. */
    personIndex: z.int().check(z.gte(0), z.lte(50)),
    kind: claimKind,
    cause: accidentCause,
    accidentDay: chinaDay,
    /** `HH:mm`, China time. */
    accidentTime: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间不对，请重新选择。')),
    place: words({ min: 2, max: 100, missing: '请写出事的地点。' }),
    description: lines({ min: 4, max: 1000, missing: '请写几句经过。' }),
    /** File ids of uploads under `claims-inbox/`. */
    photos: z
      .array(fileId)
      .check(z.minLength(1, '请至少添加一张照片。'), z.maxLength(20, '最多 20 张照片。')),
    account: z.strictObject({
      holder: personName({ max: 30, missing: '请填写户名。' }),
      number: characters({ max: 40, missing: '请填写银行卡号。' }),
      bank: words({ min: 2, max: 40, missing: '请填写开户银行。' }),
    }),
  }),
  output: z.strictObject({ claim: claimView }),
  errors: [
    'POLICY_NOT_FOUND',
    'PERSON_NOT_INSURED',
    'KIND_NOT_COVERED',
    'ACCIDENT_IN_FUTURE',
    'NOT_COVERED_THAT_DAY',
    'CLAIM_ALREADY_FILED',
    'PHOTO_NOT_IMAGE',
    'PHOTO_TOO_LARGE',
    'PHOTO_MISSING',
    'ACCOUNT_INVALID',
    'ACCOUNT_NAME_WRONG',
  ],
});
