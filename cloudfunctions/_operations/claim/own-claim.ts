import type { Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import type { Caller } from '../../_core/caller';

interface Claims {
  readonly claims: { get(id: string): Promise<Claim | undefined> };
}

/** A claim of the caller's household. Throws CLAIM_NOT_FOUND, also for another family's. */
export const ownClaim = async (stores: Claims, caller: Caller, claimId: string): Promise<Claim> => {
  const claim = await stores.claims.get(claimId);
  if (claim?.householdId !== caller.householdId) throw new AppError('CLAIM_NOT_FOUND');
  return claim;
};

/** The family, as whoever moves its claim. */
export const FAMILY = { role: 'member', staffId: null } as const;
