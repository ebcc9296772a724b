import { contract } from '../contract/contract';
import { z } from '../zod';
import { claimId } from '../contract/fields';
import { chinaDay } from '../time/china-day';
import { caseView } from './case-view';

/** One case in full, in one call. */
export const openCase = contract({
  name: 'openCase',
  function: 'desk',
  input: z.strictObject({ claimId }),
  output: z.strictObject({ today: chinaDay, case: caseView }),
  errors: ['CLAIM_NOT_FOUND'],
});
