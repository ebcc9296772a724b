import { AppError } from '../../../shared/errors/app-error';
import { decideRoster } from '../../../shared/roster/roster.contracts';
import { moveRoster, ROSTER_TRANSITIONS } from '../../../shared/roster/roster.schema';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { ownRoster, toRosterView } from './roster-views';

/**
 * Keeps a checked roster's households without a fault, or refuses all of it: before its check is done too, and an
 * accepted one until its money is entered.
 * Guarantees: who decided is kept; from here on the file with its ID numbers is not needed and is removed.
 * Reads and writes: rosters, audit; one transaction; file storage. Source: domain R11.
 * Errors: ROSTER_NOT_FOUND, ROSTER_STATE_WRONG, ROSTER_NOTHING_GOOD.
 */
export const decideRosterOperation = operation(decideRoster, async (context) => {
  const { input, caller, once, read, ports } = context;
  const fileId = ownRoster(await read.rosters.get(input.rosterId), caller).fileId;
  const at = ports.clock.now();
  const state = input.decision === 'keepGood' ? 'accepted' : 'refused';
  const decided = await once(async (tx) => {
    const roster = ownRoster(await tx.rosters.get(input.rosterId), caller);
    if (!ROSTER_TRANSITIONS[roster.state].includes(state) || roster.transfer !== null) {
      throw new AppError('ROSTER_STATE_WRONG');
    }
    if (state === 'accepted' && roster.counts.goodHouseholds === 0) throw new AppError('ROSTER_NOTHING_GOOD');
    const after = moveRoster(roster, state, {
      fileId: null,
      nextCheckAt: null,
      decidedBy: { staffId: caller.staffId, name: caller.staffName ?? '' },
      decidedAt: at,
    });
    await tx.rosters.put(after);
    await appendAudit(tx, { action: `roster.${state}`, record: after, actor: caller.staffId, at });
    return after;
  });
  if (fileId !== null) await ports.files.remove([fileId]);
  return { roster: toRosterView(decided, (await planOf(context, decided.planId)).name) };
});
