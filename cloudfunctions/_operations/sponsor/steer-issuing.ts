import { AppError } from '../../../shared/errors/app-error';
import { moveRoster, ROSTER_TRANSITIONS } from '../../../shared/roster/roster.schema';
import { steerIssuing } from '../../../shared/sponsor/transfer.contracts';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { rosterOfDesk } from './roster-of-desk';
import { toSponsoredRosterView } from './sponsored-roster-view';

/**
 * Starts issuing for a funded roster, halts it, or goes on; the timer does the work.
 * Guarantees: a halted roster issues nothing more than what was under way in that very moment.
 * Reads and writes: rosters, audit; one transaction. Errors: ROSTER_NOT_FOUND, ROSTER_STATE_WRONG.
 */
export const steerIssuingOperation = operation(steerIssuing, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const steered = await once(async (tx) => {
    const roster = await rosterOfDesk(tx, caller, input.rosterId);
    if (!ROSTER_TRANSITIONS[roster.state].includes(input.to)) throw new AppError('ROSTER_STATE_WRONG');
    const after = moveRoster(roster, input.to);
    await tx.rosters.put(after);
    await appendAudit(tx, { action: `roster.${input.to}`, record: after, actor: caller.staffId, at });
    return after;
  });
  return { roster: toSponsoredRosterView(steered, await planOf(context, steered.planId), caller) };
});
