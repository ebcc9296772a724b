import { AppError } from '../../../shared/errors/app-error';
import type { Roster } from '../../../shared/roster/roster.schema';
import { holdsRoleOn, type Caller } from '../../_core/caller';

interface Rosters {
  readonly rosters: { get(id: string): Promise<Roster | undefined> };
}

/** A roster of a county on which the caller watches the money. Throws ROSTER_NOT_FOUND, also for another county's. */
export const rosterOfDesk = async (
  { rosters }: Rosters,
  caller: Caller,
  rosterId: string,
): Promise<Roster> => {
  const roster = await rosters.get(rosterId);
  if (!roster || !holdsRoleOn(caller, roster.countyCode, 'cashier', 'approver')) {
    throw new AppError('ROSTER_NOT_FOUND');
  }
  return roster;
};
