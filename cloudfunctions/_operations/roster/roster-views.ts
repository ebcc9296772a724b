import { AppError } from '../../../shared/errors/app-error';
import type { RosterView } from '../../../shared/roster/roster.contracts';
import type { Roster } from '../../../shared/roster/roster.schema';
import { holdsRoleOn, type Caller } from '../../_core/caller';

/** A roster as it is shown. */
export const toRosterView = (roster: Roster, planName: string): RosterView => ({
  id: roster.id,
  planName,
  sponsor: roster.sponsor,
  shareFen: roster.shareFen,
  isFullGift: roster.isFullGift,
  campaignStartDay: roster.campaignStartDay,
  fileName: roster.fileName,
  uploadedBy: roster.uploadedBy.name,
  uploadedAt: roster.uploadedAt,
  state: roster.state,
  rowsDone: roster.progress.rowsDone,
  rowsTotal: roster.progress.rowsTotal,
  counts: roster.counts,
  premiumFen: roster.premiumFen,
  dueFen: roster.dueFen,
  issuing: {
    issued: roster.issuing.issued,
    pledged: roster.issuing.pledged,
    skipped: roster.issuing.skipped,
  },
  decidedBy: roster.decidedBy?.name ?? null,
  decidedAt: roster.decidedAt,
});

/** A roster of the caller's county. Throws ROSTER_NOT_FOUND, also for another county's. */
export const ownRoster = (roster: Roster | undefined, caller: Caller): Roster => {
  if (!roster || !holdsRoleOn(caller, roster.countyCode, 'countyManager')) {
    throw new AppError('ROSTER_NOT_FOUND');
  }
  return roster;
};
