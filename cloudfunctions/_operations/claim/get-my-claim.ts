import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { AppError } from '../../../shared/errors/app-error';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { claimViewOf } from './claim-views';

/**
 * One claim of the caller's household: its progress, and its statement once the decision to pay is taken.
 * Reads: claims, policies, plans, payouts, staff, files. Writes: paper views.
 * Errors: CLAIM_NOT_FOUND (also another family's).
 */
export const getMyClaimOperation = operation(getMyClaim, async (context) => {
  const { read, caller, input, ports } = context;
  const claim = await read.claims.get(input.claimId);
  if (claim?.householdId !== caller.householdId) throw new AppError('CLAIM_NOT_FOUND');
  return { today: chinaDayOf(ports.clock.now()), claim: await claimViewOf(context, claim) };
});
