import type { Claim } from '../../../shared/claim/claim.schema';
import type { Fen } from '../../../shared/money/fen';
import type { Payout } from '../../../shared/payout/payout.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';

/** One claim, one payout: an approval repeated lands on the same. */
export const payoutIdOf = (claimId: string): string => deriveId('pay', claimId);

/** The payment that an approval orders. */
export const newPayout = (claim: Claim, amountFen: Fen, at: EpochMs): Payout => ({
  id: payoutIdOf(claim.id),
  claimId: claim.id,
  claimNumber: claim.number,
  regionCode: claim.regionCode,
  countyCode: claim.countyCode,
  openid: claim.openid,
  amountFen,
  account: claim.account,
  state: 'ready',
  bankReference: null,
  failureReason: null,
  enteredBy: null,
  createdAt: at,
  settledAt: null,
});
