import { FAULTS_SHOWN, getRoster } from '../../../shared/roster/roster.contracts';
import type { Roster, RosterFault } from '../../../shared/roster/roster.schema';
import type { ReadStores } from '../../_stores/stores';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { faultsOf } from './faults-workbook';
import { ownRoster, toRosterView } from './roster-views';

const firstFaults = async (read: ReadStores, roster: Roster): Promise<RosterFault[]> => {
  const shown: RosterFault[] = [];
  for await (const faults of faultsOf(read, roster, 1)) {
    shown.push(...faults.slice(0, FAULTS_SHOWN - shown.length));
    if (shown.length === FAULTS_SHOWN) break;
  }
  return shown;
};

/**
 * A roster of the caller's county. Reads: rosters, plans, roster faults; file storage. Writes nothing.
 * Errors: ROSTER_NOT_FOUND.
 */
export const getRosterOperation = operation(getRoster, async (context) => {
  const { input, caller, read, ports } = context;
  const roster = ownRoster(await read.rosters.get(input.rosterId), caller);
  const { name } = await planOf(context, roster.planId);
  const isChecking = roster.state === 'checking';
  const [faultsUrl = null] =
    roster.faultsFileId === null ? [] : await ports.files.temporaryUrls([roster.faultsFileId]);
  return {
    roster: toRosterView(roster, name),
    isAttended: isChecking && (roster.nextCheckAt ?? 0) > ports.clock.now(),
    faults: isChecking ? [] : await firstFaults(read, roster),
    faultsUrl,
  };
});
