import { sendPayout } from '../../../shared/payout/payout.contracts';
import type { Payout } from '../../../shared/payout/payout.schema';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { storeStep } from '../claim/desk-step';
import { momentOf } from '../claim/move-and-store';
import { payoutToMove } from './payout-to-move';
import { toPayoutView } from './payout-views';

/**
 * The cashier hands a payment to the bank, or hands it over again after the bank returned it.
 * Guarantees: a repeat sends nothing twice; payment and claim move together.
 * Reads and writes: payouts, claims, audit; one transaction.
 * Errors: PAYOUT_NOT_FOUND, OWN_HOUSEHOLD, OWN_ASSESSMENT, PAYOUT_STATE_WRONG.
 */
export const sendPayoutOperation = operation(sendPayout, async ({ input, caller, once, ports }) => {
  const moment = momentOf(ports);
  const { at } = moment;
  const payout = await once(async (tx) => {
    const { payout: ready, claim } = await payoutToMove(tx, caller, input.payoutId, 'sent');
    const sent: Payout = { ...ready, state: 'sent', failureReason: null, settledAt: null };
    await tx.payouts.put(sent);
    await appendAudit(tx, { action: 'payout.sent', record: sent, actor: caller.staffId, at });
    if (ready.purpose === 'claim' && claim.state !== 'paying') {
      await storeStep(tx, claim, { to: 'paying', caller, role: 'cashier', moment });
    }
    return sent;
  });
  return { payout: toPayoutView(payout) };
});
