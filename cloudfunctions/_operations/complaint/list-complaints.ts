import { listComplaints } from '../../../shared/complaint/complaint.contracts';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { toDeskComplaints } from './complaint-views';

/** Of one county; a desk with more open complaints has other worries than a second page. */
const MOST = 100;

/**
 * The complaints of the counties of a supervisor: open ones by the day they are due, answered ones the latest first.
 * Reads: complaints by county, state and day, staff. Writes nothing. Source: domain R22.
 */
export const listComplaintsOperation = operation(listComplaints, async (context) => {
  const { input, read, caller, ports } = context;
  const supervised = caller.roles.filter(({ role }) => role === 'supervisor');
  const counties = [...new Set(supervised.map(({ regionCode }) => countyOf(regionCode)))];
  const isOpen = input.state === 'open';
  const found = await Promise.all(
    counties.map((countyCode) =>
      read.complaints.find({
        where: { countyCode, state: input.state },
        orderBy: [['dueDay', isOpen ? 'asc' : 'desc']],
        limit: MOST,
      }),
    ),
  );
  const sorted = found
    .flat()
    .filter(({ regionCode }) => holdsRoleOn(caller, regionCode, 'supervisor'))
    .sort((one, other) => (isOpen ? 1 : -1) * (one.raisedAt - other.raisedAt));
  return {
    today: chinaDayOf(ports.clock.now()),
    complaints: await toDeskComplaints(context, caller, sorted),
  };
});
