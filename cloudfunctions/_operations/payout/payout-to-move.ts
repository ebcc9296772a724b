import type { Claim } from '../../../shared/claim/claim.schema';
import { AppError } from '../../../shared/errors/app-error';
import { mayMovePayout, type Payout, type PayoutState } from '../../../shared/payout/payout.schema';
import type { WriteStores } from '../../_stores/stores';
import { holdsRoleOn, type Caller } from '../../_core/caller';
import { refuseOwnHousehold } from '../claim/desk-step';

/** Everybody who assessed or approved this claim or an advance on it, in whichever of its decisions. */
const decidersOf = ({ steps, advance }: Claim): (string | null | undefined)[] => [
  ...steps.filter(({ state }) => state === 'assessed' || state === 'approved').map(({ by }) => by.staffId),
  advance?.proposedBy,
  advance?.approvedBy,
];

/**
 * Reads the payment that a cashier wants to move, with its claim, and checks what must hold: a third person, not of the
 * family, and a legal step. Source: domain R20.
 * Throws PAYOUT_NOT_FOUND (also outside the caller's region), OWN_HOUSEHOLD, OWN_ASSESSMENT, PAYOUT_STATE_WRONG.
 */
export const payoutToMove = async (
  tx: WriteStores,
  caller: Caller,
  payoutId: string,
  to: PayoutState,
): Promise<{ payout: Payout; claim: Claim }> => {
  const payout = await tx.payouts.get(payoutId);
  if (!payout || !holdsRoleOn(caller, payout.regionCode, 'cashier')) throw new AppError('PAYOUT_NOT_FOUND');
  const claim = await tx.claims.get(payout.claimId);
  if (!claim) throw new Error('a payout without its claim');
  await refuseOwnHousehold(tx, claim, caller);
  if (decidersOf(claim).includes(caller.staffId)) {
    throw new AppError('OWN_ASSESSMENT', { message: '您审核或批准过这件案子，请另一位同事付款。' });
  }
  if (!mayMovePayout(payout.state, to)) throw new AppError('PAYOUT_STATE_WRONG');
  return { payout, claim };
};
