import { AppError } from '../../../shared/errors/app-error';
import type { Referral } from '../../../shared/referral/referral.schema';
import type { ChinaDay } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';

/** A link that still counts. Throws REFERRAL_NOT_FOUND for none and for a revoked one: the two look the same. */
export const inForce = (referral: Referral | undefined): Referral => {
  if (!referral || referral.revokedAt !== null) throw new AppError('REFERRAL_NOT_FOUND');
  return referral;
};

/**
 * The first day that a link's campaign fixes; undefined when it fixes none, or there is no such link: whether it still
 * counts is seen when the family buys. Source: domain R4.
 */
export const campaignOf = async (
  { referrals }: Pick<ReadStores, 'referrals'>,
  code: string | undefined,
): Promise<ChinaDay | undefined> =>
  code === undefined ? undefined : ((await referrals.get(code))?.campaignStartDay ?? undefined);
