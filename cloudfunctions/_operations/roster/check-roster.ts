import { checkRoster } from '../../../shared/roster/roster.contracts';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { continueCheck } from './continue-check';
import { ownRoster, toRosterView } from './roster-views';

/** New work is begun so long; what is under way then, and the workbook of faults, fit into the function's minute. */
const CALL_MS = 35_000;

/**
 * Goes on with the check of a roster of the caller's county, and answers how far it is; see `continueCheck`.
 * Errors: ROSTER_NOT_FOUND, ROSTER_FILE_MISSING.
 */
export const checkRosterOperation = operation(checkRoster, async (context) => {
  const { input, caller, read } = context;
  const before = ownRoster(await read.rosters.get(input.rosterId), caller);
  const after = (await continueCheck(context, before.id, CALL_MS)) ?? before;
  const { name } = await planOf(context, after.planId);
  return { roster: toRosterView(after, name) };
});
