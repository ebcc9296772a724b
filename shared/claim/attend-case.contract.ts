import { contract } from '../contract/contract';
import { claimId } from '../contract/fields';
import { z } from '../zod';

/** A page's sign that its colleague has a case open, given again while it is shown; answers who else has. */
export const attendCase = contract({
  name: 'attendCase',
  function: 'desk',
  input: z.strictObject({ claimId }),
  output: z.strictObject({
    /** The case's newest version: the page knows when what it shows is old. */
    version: z.int(),
    /** Names of the other colleagues who have it open now. */
    others: z.array(z.string()),
  }),
  errors: ['CLAIM_NOT_FOUND'],
});
