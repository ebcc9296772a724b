import type { Payout } from '../../../shared/payout/payout.schema';
import type { PayoutView } from '../../../shared/payout/payout.contracts';

/** A payment as the cashier sees it, with the full account: that is what gets typed into the bank's form. */
export const toPayoutView = (payout: Payout): PayoutView => ({
  payoutId: payout.id,
  claimId: payout.claimId,
  claimNumber: payout.claimNumber,
  amountFen: payout.amountFen,
  account: payout.account,
  state: payout.state,
  bankReference: payout.bankReference,
  failureReason: payout.failureReason,
  createdAt: payout.createdAt,
  settledAt: payout.settledAt,
});
