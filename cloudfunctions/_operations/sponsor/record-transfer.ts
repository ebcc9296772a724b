import { AppError } from '../../../shared/errors/app-error';
import type { Roster } from '../../../shared/roster/roster.schema';
import { recordTransfer } from '../../../shared/sponsor/transfer.contracts';
import { addDays, chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { rosterOfDesk } from './roster-of-desk';
import { toSponsoredRosterView } from './sponsored-roster-view';
import { refuseTooLittle, refuseUsedReference } from './transfer-checks';

/** Older money is looked for in the books, not entered anew. */
const OLDEST_DAYS = 400;

const refuseDay = (receivedDay: ChinaDay, today: ChinaDay): void => {
  if (receivedDay <= today && receivedDay >= addDays(today, -OLDEST_DAYS)) return;
  throw new AppError('TRANSFER_DAY_WRONG', {
    places: [{ path: 'receivedDay', code: 'TRANSFER_DAY_WRONG' }],
  });
};

/**
 * Enters a sponsor's transfer for an accepted roster; entering it again corrects it until it is confirmed.
 * Guarantees: it covers every household of the roster; what is more is named and stays the sponsor's; nothing is issued
 * and nothing is booked before another person has confirmed it.
 * Reads and writes: rosters, ledger (read), audit; one transaction. Source: domain R11, R20.
 * Errors: ROSTER_NOT_FOUND, TRANSFER_STATE_WRONG, TRANSFER_TOO_LITTLE, TRANSFER_DAY_WRONG, TRANSFER_USED.
 */
export const recordTransferOperation = operation(recordTransfer, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const recorded = await once(async (tx) => {
    const roster = await rosterOfDesk(tx, caller, input.rosterId);
    if (roster.state !== 'accepted') throw new AppError('TRANSFER_STATE_WRONG');
    const { amountFen, reference, receivedDay } = input;
    refuseTooLittle(roster, amountFen);
    refuseDay(receivedDay, chinaDayOf(at));
    await refuseUsedReference(tx, roster, reference);
    const after: Roster = {
      ...roster,
      transfer: {
        amountFen,
        reference,
        receivedDay,
        recordedBy: { staffId: caller.staffId, name: caller.staffName ?? '' },
        recordedAt: at,
        confirmedBy: null,
        confirmedAt: null,
      },
    };
    await tx.rosters.put(after);
    await appendAudit(tx, {
      action: roster.transfer ? 'roster.transfer-corrected' : 'roster.transfer-recorded',
      record: after,
      actor: caller.staffId,
      at,
    });
    return after;
  });
  return { roster: toSponsoredRosterView(recorded, await planOf(context, recorded.planId), caller) };
});
