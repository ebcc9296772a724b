import { COMPLAINTS_PAGE, listComplaints } from '../../../shared/complaint/complaint.contracts';
import type { Complaint } from '../../../shared/complaint/complaint.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { holdsRoleOn } from '../../_core/caller';
import { operation, type Workshop } from '../../_core/operation';
import { toDeskComplaints } from './complaint-views';

type Asked = Pick<Complaint, 'state'> & { readonly after?: string | undefined };

/** Complaints of one county behind a place, and one more than a page: whether another page follows. */
const complaintsOf = (
  { read }: Pick<Workshop, 'read'>,
  countyCode: string,
  { state, after }: Asked,
): Promise<Complaint[]> => {
  const isOpen = state === 'open';
  // A blank sorts before whatever a longer key could go on with.
  const behind = after === undefined ? {} : { queueKey: isOpen ? { gte: `${after} ` } : { lt: after } };
  return read.complaints.find({
    where: { countyCode, state, ...behind },
    orderBy: [['queueKey', isOpen ? 'asc' : 'desc']],
    limit: COMPLAINTS_PAGE + 1,
  });
};

/**
 * The complaints of the counties of a supervisor, a page at a time: open ones by the day they are due, answered ones the
 * latest first.
 * Guarantees: pages follow one another without a gap and without a complaint twice, as long as none is answered; however
 * many a county has, only a page of them is read.
 * Reads: complaints by county, state and place, staff. Writes nothing. Source: domain R22.
 */
export const listComplaintsOperation = operation(listComplaints, async (context) => {
  const { input, caller, ports } = context;
  const supervised = caller.roles.filter(({ role }) => role === 'supervisor');
  const counties = [...new Set(supervised.map(({ regionCode }) => countyOf(regionCode)))];
  const found = await Promise.all(counties.map((countyCode) => complaintsOf(context, countyCode, input)));
  const direction = input.state === 'open' ? 1 : -1;
  const merged = found.flat().sort((one, other) => direction * (one.queueKey < other.queueKey ? -1 : 1));
  const page = merged.slice(0, COMPLAINTS_PAGE);
  const last = page[page.length - 1];
  const shown = page.filter(({ regionCode }) => holdsRoleOn(caller, regionCode, 'supervisor'));
  return {
    today: chinaDayOf(ports.clock.now()),
    complaints: await toDeskComplaints(context, caller, shown),
    next: merged.length > COMPLAINTS_PAGE && last ? last.queueKey : null,
  };
});
