import { contract } from '../contract/contract';
import { z } from '../zod';
import { claimId } from '../contract/fields';
import { chinaDay } from '../time/china-day';
import { claimView } from './claim-view';

/** One claim of the caller's household with its progress and, once decided, its statement. */
export const getMyClaim = contract({
  name: 'getMyClaim',
  function: 'household',
  input: z.strictObject({ claimId }),
  output: z.strictObject({ today: chinaDay, claim: claimView }),
  errors: ['CLAIM_NOT_FOUND'],
});
