import { contract } from '../contract/contract';
import { z } from '../zod';
import { claimId, requestId, shortReason } from '../contract/fields';
import { claimView } from './claim-view';

/** A family takes its claim back before a decision. Safe to repeat. */
export const withdrawClaim = contract({
  name: 'withdrawClaim',
  function: 'household',
  input: z.strictObject({ requestId, claimId, reason: shortReason }),
  output: z.strictObject({ claim: claimView }),
  errors: ['CLAIM_NOT_FOUND', 'CLAIM_STATE_WRONG'],
});
