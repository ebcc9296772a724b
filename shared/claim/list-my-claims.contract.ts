import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';
import { claimSummary } from './claim-view';

/** All claims of the caller's household, newest first. */
export const listMyClaims = contract({
  name: 'listMyClaims',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({ today: chinaDay, claims: z.array(claimSummary) }),
  errors: [],
});
