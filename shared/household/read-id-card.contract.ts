import { contract } from '../contract/contract';
import { words } from '../contract/words';
import { z } from '../zod';

/** Readings of cards that one person may ask for in a day: a large family, several tries each. */
export const MAX_CARDS_A_DAY = 30;

/** Reads name and number from a photo of an ID card, which is deleted at once, read or not. Safe to repeat with a new photo. */
export const readIdCard = contract({
  name: 'readIdCard',
  function: 'household',
  /** File id of an upload under `claims-inbox/`. */
  input: z.strictObject({ fileId: words({ max: 300, missing: '照片没有传上来，请重新拍。' }) }),
  /** As printed; the family looks it over and may change it. */
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
