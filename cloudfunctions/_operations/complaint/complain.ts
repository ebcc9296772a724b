import { complain } from '../../../shared/complaint/complaint.contracts';
import { complaintDueDay, complaintKey, type Complaint } from '../../../shared/complaint/complaint.schema';
import { staffBehind } from '../../../shared/complaint/staff-behind';
import type { ParsedInputOf } from '../../../shared/contract/contract';
import { AppError } from '../../../shared/errors/app-error';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId, readableNumber } from '../../_core/ids';
import { operation, type OperationContext } from '../../_core/operation';
import { ownClaim } from '../claim/own-claim';
import { holderNameOf } from '../policy/holder-name';
import { ownPolicy } from '../policy/own-policy';
import { toComplaintView } from './complaint-views';

type Context = OperationContext<ParsedInputOf<typeof complain>>;
type Subject = Pick<Complaint, 'about' | 'name' | 'regionCode' | 'involvedIds'>;

/** Complaints about one thing: whoever is not content after so many is talked to on the phone. */
const MOST = 5;

/** What the complaint is about. Throws CLAIM_NOT_FOUND, POLICY_NOT_FOUND, also for another family's. */
const subjectOf = async ({ read, caller, input }: Context): Promise<Subject> => {
  const { about } = input;
  if (about.kind === 'claim') {
    const claim = await ownClaim(read, caller, about.claimId);
    const { id, number, personName: name, regionCode } = claim;
    return { about: { kind: 'claim', id, number }, name, regionCode, involvedIds: staffBehind(claim) };
  }
  const policy = await ownPolicy(read, caller, about.policyId);
  const { id, number, regionCode } = policy;
  const name = await holderNameOf(read, policy);
  return { about: { kind: 'policy', id, number }, name, regionCode, involvedIds: [] };
};

/** The id of the next complaint about something. Throws COMPLAINT_OPEN while the last one waits, TOO_MANY_COMPLAINTS. */
const nextId = async (tx: WriteStores, aboutId: string): Promise<string> => {
  for (let count = 1; count <= MOST; count += 1) {
    const id = deriveId('cmp', aboutId, String(count));
    const earlier = await tx.complaints.get(id);
    if (!earlier) return id;
    if (earlier.state === 'open') throw new AppError('COMPLAINT_OPEN');
  }
  throw new AppError('TOO_MANY_COMPLAINTS');
};

/**
 * A family complains about a claim or policy of its own.
 * Guarantees: one open complaint about one thing, also when two are sent at once; the last day for an answer stands from
 * the start; the supervisors are told by the clock within minutes.
 * Reads and writes: claims or policies, orders; complaints, audit in one transaction.
 * Errors: CLAIM_NOT_FOUND, POLICY_NOT_FOUND (also another family's), COMPLAINT_OPEN, TOO_MANY_COMPLAINTS.
 * Source: domain R22.
 */
export const complainOperation = operation(complain, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const subject = await subjectOf(context);
  const raised = await once(async (tx): Promise<Complaint> => {
    const id = await nextId(tx, subject.about.id);
    const dueDay = complaintDueDay(at);
    const complaint: Complaint = {
      ...subject,
      id,
      number: readableNumber(subject.regionCode, chinaDayOf(at), id),
      householdId: caller.householdId,
      openid: caller.openid,
      countyCode: countyOf(subject.regionCode),
      words: input.words,
      phone: input.phone,
      state: 'open',
      raisedAt: at,
      dueDay,
      queueKey: complaintKey({ dueDay, raisedAt: at, id }),
      alarm: 'none',
      nextLookAt: at,
      answer: null,
    };
    await tx.complaints.create(complaint);
    await appendAudit(tx, {
      action: 'complaint.raised',
      record: complaint,
      actor: caller.householdId,
      at,
      first: true,
    });
    return complaint;
  });
  return { complaint: toComplaintView(raised) };
});
