import { AppError } from '../../../shared/errors/app-error';
import { sponsorReceivedRows } from '../../../shared/money/ledger.schema';
import { moveRoster } from '../../../shared/roster/roster.schema';
import { confirmTransfer } from '../../../shared/sponsor/transfer.contracts';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { rosterOfDesk } from './roster-of-desk';
import { toSponsoredRosterView } from './sponsored-roster-view';
import { sponsorIdOf } from './sponsorship-id';
import { refuseTooLittle, refuseUsedReference, transferEntryId } from './transfer-checks';

/**
 * Another person confirms a sponsor's transfer against the bank statement: from here on the money counts.
 * Guarantees: never by who entered it; exactly the figures the person saw; booked once, also when two confirm at once.
 * Reads and writes: rosters, ledger, audit; one transaction. Source: domain R4, R11, R20.
 * Errors: ROSTER_NOT_FOUND, TRANSFER_STATE_WRONG, TRANSFER_OWN, TRANSFER_CHANGED, TRANSFER_TOO_LITTLE, TRANSFER_USED.
 */
export const confirmTransferOperation = operation(confirmTransfer, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const confirmed = await once(async (tx) => {
    const roster = await rosterOfDesk(tx, caller, input.rosterId);
    const { transfer } = roster;
    if (roster.state !== 'accepted' || transfer === null) throw new AppError('TRANSFER_STATE_WRONG');
    if (transfer.recordedBy.staffId === caller.staffId) throw new AppError('TRANSFER_OWN');
    if (transfer.amountFen !== input.amountFen || transfer.reference !== input.reference) {
      throw new AppError('TRANSFER_CHANGED');
    }
    // The roster may have been sent back and checked again since.
    refuseTooLittle(roster, transfer.amountFen);
    await refuseUsedReference(tx, roster, transfer.reference);
    const confirmedBy = { staffId: caller.staffId, name: caller.staffName ?? '' };
    const funded = moveRoster(roster, 'funded', {
      transfer: { ...transfer, confirmedBy, confirmedAt: at },
      money: { ...roster.money, pledgedFen: roster.dueFen },
    });
    await tx.rosters.put(funded);
    await tx.ledger.create({
      id: transferEntryId(roster, transfer.reference),
      kind: 'sponsorReceived',
      subject: roster.id,
      rows: sponsorReceivedRows(sponsorIdOf(roster.countyCode, roster.sponsor), transfer.amountFen),
      at,
    });
    await appendAudit(tx, { action: 'roster.funded', record: funded, actor: caller.staffId, at });
    return funded;
  });
  return { roster: toSponsoredRosterView(confirmed, await planOf(context, confirmed.planId), caller) };
});
