import { answerComplaint } from '../../../shared/complaint/complaint.contracts';
import type { Complaint } from '../../../shared/complaint/complaint.schema';
import { AppError } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { appendAudit } from '../../_core/audit';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { complaintAnsweredMessage } from '../message/complaint-messages';
import { toDeskComplaints, whyNotMine } from './complaint-views';

const REFUSALS = {
  answered: 'COMPLAINT_ANSWERED',
  ownWork: 'COMPLAINT_OWN_WORK',
  ownHousehold: 'OWN_HOUSEHOLD',
} as const satisfies Record<string, ErrorCode>;

/**
 * A supervisor answers a complaint.
 * Guarantees: answered once, by somebody who had no part in what it is about and is not of that household; the family's
 * message is stored with it.
 * Reads and writes: complaints, messages, audit; one transaction; staff after it.
 * Errors: COMPLAINT_NOT_FOUND (also another county's), COMPLAINT_ANSWERED, COMPLAINT_OWN_WORK, OWN_HOUSEHOLD.
 * Source: domain R20, R22.
 */
export const answerComplaintOperation = operation(answerComplaint, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const answered = await once(async (tx): Promise<Complaint> => {
    const open = await tx.complaints.get(input.complaintId);
    if (!open || !holdsRoleOn(caller, open.regionCode, 'supervisor')) {
      throw new AppError('COMPLAINT_NOT_FOUND');
    }
    const notMine = whyNotMine(open, caller);
    if (notMine) throw new AppError(REFUSALS[notMine]);
    const complaint: Complaint = {
      ...open,
      state: 'answered',
      nextLookAt: null,
      answer: { staffId: caller.staffId, at, words: input.words },
    };
    await tx.complaints.put(complaint);
    await tx.messages.create(complaintAnsweredMessage(complaint, at));
    await appendAudit(tx, { action: 'complaint.answered', record: complaint, actor: caller.staffId, at });
    return complaint;
  });
  const [complaint] = await toDeskComplaints(context, caller, [answered]);
  if (!complaint) throw new AppError('COMPLAINT_NOT_FOUND');
  return { complaint };
});
