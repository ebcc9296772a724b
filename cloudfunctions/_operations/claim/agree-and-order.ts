import type { Claim, Mover } from '../../../shared/claim/claim.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { chinaDayOf, monthOf, type EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { deriveId } from '../../_core/ids';
import { payoutsFor, storePayouts } from '../payout/order-payouts';
import { moveAndStore, type Moment } from './move-and-store';

interface Agreement {
  readonly by: Mover;
  /** Whom the audit names. */
  readonly actor: string;
  readonly moment: Moment;
  readonly reason?: string;
}

/** A claim whose money came before the decision counts as paid with it. Source: domain R35. */
const paidInAdvanceEvent = ({ id, regionCode }: Claim, at: EpochMs): FigureEvent => ({
  id: deriveId('evt', 'claimPaid', id),
  kind: 'claimPaid',
  subject: id,
  regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: { ...EMPTY_TALLY, claimsPaid: 1 },
  folded: false,
});

/**
 * The family has agreed: what the decision pays beyond what was ordered before is ordered, one payment for each payee,
 * in the same transaction. When everything was paid in advance, the claim is paid; an advance that is still under way, or
 * came back, is waited for. Throws CLAIM_STATE_WRONG.
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
  if (agreed.paidFen < agreed.orderedFen) return agreed;
  if (claim.paidAt === null) await tx.figureEvents.create(paidInAdvanceEvent(claim, at));
  return moveAndStore(tx, agreed, {
    to: 'paid',
    by: { role: 'timer', staffId: null },
    actor,
    moment,
    changes: { paidAt: at },
  });
};
