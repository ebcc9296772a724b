import type { ComplaintView, DeskComplaint } from '../../../shared/complaint/complaint.contracts';
import type { Complaint } from '../../../shared/complaint/complaint.schema';
import { maskName } from '../../../shared/identity/masking';
import type { Caller } from '../../_core/caller';
import type { Workshop } from '../../_core/operation';

/** As the family sees it. */
export const toComplaintView = ({
  id,
  number,
  about,
  words,
  state,
  raisedAt,
  dueDay,
  answer,
}: Complaint): ComplaintView => ({
  complaintId: id,
  complaintNumber: number,
  about,
  words,
  state,
  raisedAt,
  dueDay,
  answer: answer && { at: answer.at, words: answer.words },
});

/** Why somebody does not answer a complaint; null: nothing is against it. Source: domain R20, R22. */
export const whyNotMine = (
  { state, householdId, involvedIds }: Complaint,
  caller: Pick<Caller, 'householdId' | 'staffId'>,
): DeskComplaint['notMine'] => {
  if (state === 'answered') return 'answered';
  if (householdId === caller.householdId) return 'ownHousehold';
  return involvedIds.includes(caller.staffId) ? 'ownWork' : null;
};

/** As supervisors see them, with the names of who answered; one read. */
export const toDeskComplaints = async (
  { read }: Pick<Workshop, 'read'>,
  caller: Caller,
  complaints: readonly Complaint[],
): Promise<DeskComplaint[]> => {
  const ids = [...new Set(complaints.flatMap(({ answer }) => (answer ? [answer.staffId] : [])))];
  const staff =
    ids.length > 0 ? await read.staff.find({ where: { id: { in: ids } }, limit: ids.length }) : [];
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return complaints.map((complaint) => ({
    ...toComplaintView(complaint),
    maskedName: maskName(complaint.name),
    phone: complaint.phone,
    alarm: complaint.alarm,
    answer: complaint.answer && {
      at: complaint.answer.at,
      words: complaint.answer.words,
      staffName: names.get(complaint.answer.staffId) ?? null,
    },
    notMine: whyNotMine(complaint, caller),
  }));
};
