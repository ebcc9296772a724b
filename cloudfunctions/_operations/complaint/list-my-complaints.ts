import { listMyComplaints } from '../../../shared/complaint/complaint.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toComplaintView } from './complaint-views';

const MOST = 50;

/**
 * The complaints of the caller's household with their answers, newest first.
 * Reads: complaints. Writes nothing. Source: domain R22.
 */
export const listMyComplaintsOperation = operation(listMyComplaints, async ({ read, caller, ports }) => {
  const complaints = await read.complaints.find({
    where: { householdId: caller.householdId },
    orderBy: [['raisedAt', 'desc']],
    limit: MOST,
  });
  return { today: chinaDayOf(ports.clock.now()), complaints: complaints.map(toComplaintView) };
});
