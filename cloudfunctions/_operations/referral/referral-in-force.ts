import { AppError } from '../../../shared/errors/app-error';
import type { Referral } from '../../../shared/referral/referral.schema';

/** A link that still counts. Throws REFERRAL_NOT_FOUND for none and for a revoked one: the two look the same. */
export const inForce = (referral: Referral | undefined): Referral => {
  if (!referral || referral.revokedAt !== null) throw new AppError('REFERRAL_NOT_FOUND');
  return referral;
};
