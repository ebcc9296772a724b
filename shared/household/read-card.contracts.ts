import { contract } from '../contract/contract';
import { words } from '../contract/words';
import { z } from '../zod';

/** Readings of cards that one person may ask for in a day: a large family, several tries each. */
export const MAX_CARDS_A_DAY = 30;

/** The photo of a card. */
const photo = z.strictObject({
  /** File id of an upload under `claims-inbox/`. */
  fileId: words({ max: 300, missing: '照片没有传上来，请重新拍。' }),
});

/** Reads name and number from a photo of an ID card, which is deleted at once, read or not. Safe to repeat with a new photo. */
export const readIdCard = contract({
  name: 'readIdCard',
  function: 'household',
  input: photo,
  /** As printed, '' for what could not be read; the family looks it over and may change it. */
  output: z.strictObject({ name: z.string(), idNumber: z.string() }),
  errors: [
    'PHOTO_MISSING',
    'PHOTO_TOO_LARGE',
    'PHOTO_NOT_IMAGE',
    'CARD_UNREADABLE',
    'TOO_MANY_TRIES',
    'UPSTREAM_UNAVAILABLE',
  ],
});

/** Reads the number from a photo of a bank card, which is deleted at once, read or not. Safe to repeat with a new photo. */
export const readBankCard = contract({
  name: 'readBankCard',
  function: 'household',
  input: photo,
  /** Digits alone; the family looks them over and may change them. WeChat does not tell the bank. */
  output: z.strictObject({ number: z.string() }),
  errors: [
    'PHOTO_MISSING',
    'PHOTO_TOO_LARGE',
    'PHOTO_NOT_IMAGE',
    'BANK_CARD_UNREADABLE',
    'TOO_MANY_TRIES',
    'UPSTREAM_UNAVAILABLE',
  ],
});
