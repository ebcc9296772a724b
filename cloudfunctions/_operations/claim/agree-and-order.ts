import type { Claim, Mover } from '../../../shared/claim/claim.schema';
import type { WriteStores } from '../../_stores/stores';
import { payoutsFor, storePayouts } from '../payout/order-payouts';
import { moveAndStore, type Moment } from './move-and-store';

interface Agreement {
  readonly by: Mover;
  /** Whom the audit names. */
  readonly actor: string;
  readonly moment: Moment;
  readonly reason?: string;
}

/**
 * The family has agreed: what the decision pays beyond what was ordered before is ordered, one payment for each payee,
 * in the same transaction. When everything was paid in advance, the claim is paid. Throws CLAIM_STATE_WRONG.
 */
export const agreeAndOrder = async (tx: WriteStores, claim: Claim, agreement: Agreement): Promise<Claim> => {
  const { actor, moment } = agreement;
  const { at } = moment;
  const totalFen = claim.statement?.totalFen ?? 0;
  const dueFen = Math.max(0, totalFen - claim.orderedFen);
  const payouts = payoutsFor(claim, { purpose: 'claim', totalFen: dueFen, at });
  const changes = { orderedFen: claim.orderedFen + dueFen, payoutIds: payouts.map(({ id }) => id) };
  const agreed = await moveAndStore(tx, claim, { to: 'agreed', ...agreement, changes });
  await storePayouts(tx, payouts, { actor, at });
  if (dueFen > 0) return agreed;
  return moveAndStore(tx, agreed, {
    to: 'paid',
    by: { role: 'timer', staffId: null },
    actor,
    moment,
    changes: { paidAt: at },
  });
};
