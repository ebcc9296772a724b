import { complaintClock, type Complaint } from '../../../shared/complaint/complaint.schema';
import { rolesHeldAt, type StaffRecord } from '../../../shared/identity/role';
import { isWithin } from '../../../shared/region/region.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveSecretId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { staffOfCounty } from '../claim/desk-staff';
import { complaintDueMessage } from '../message/complaint-messages';
import { whyNotMine } from './complaint-views';

/** Who acts when the clock does. */
const CLOCK = 'watch-complaints';
/** Complaints of one run: each is a transaction, and the timer comes again soon. */
const BATCH = 200;

/** What a run did, for the log. */
export interface WatchedComplaints {
  readonly told: number;
  readonly warned: number;
  readonly escalated: number;
  /** Nothing to tell: somebody was faster. */
  readonly passed: number;
  readonly failed: number;
}

/** The supervisors of the place; those who may answer, unless there is none: then all of them must find somebody. */
const toldOf = (
  vault: Vault,
  staff: readonly StaffRecord[],
  complaint: Complaint,
  at: EpochMs,
): StaffRecord[] => {
  const supervisors = staff.filter((person) =>
    rolesHeldAt(person, at).some(
      ({ role, regionCode }) => role === 'supervisor' && isWithin(complaint.regionCode, regionCode),
    ),
  );
  const free = supervisors.filter(
    ({ id, openid }) =>
      whyNotMine(complaint, { staffId: id, householdId: deriveSecretId(vault, 'hh', openid) }) === null,
  );
  return free.length > 0 ? free : supervisors;
};

interface Look {
  readonly at: EpochMs;
  readonly staff: readonly StaffRecord[];
  readonly vault: Vault;
}

const lookAt = async (
  tx: WriteStores,
  complaintId: string,
  { at, staff, vault }: Look,
): Promise<'told' | 'warned' | 'escalated' | 'passed'> => {
  const complaint = await tx.complaints.get(complaintId);
  if (!complaint || complaint.nextLookAt === null || complaint.nextLookAt > at) return 'passed';
  const clock = complaintClock(complaint.dueDay, at);
  const looked: Complaint = { ...complaint, ...clock };
  await tx.complaints.put(looked);
  await appendAudit(tx, { action: `complaint.${clock.alarm}`, record: looked, actor: CLOCK, at });
  for (const colleague of toldOf(vault, staff, looked, at)) {
    await tx.messages.create(complaintDueMessage(looked, clock.alarm, colleague, at));
  }
  return clock.alarm;
};

/**
 * Tells the supervisors of a new complaint, three days before it is due, and when the day has passed.
 * Guarantees: each of them once, stored with its audit row and the time of the next look; a run that comes late says what
 * holds then. One that could not be written is tried again at the next run.
 * Reads and writes: complaints by the time of their next look, staff; complaints, audit, messages in a transaction each.
 * Source: domain R22.
 */
export const watchComplaints = async (workshop: Workshop): Promise<WatchedComplaints> => {
  const { read, write, vault, ports } = workshop;
  const at = ports.clock.now();
  const due = await read.complaints.find({
    where: { nextLookAt: { lt: at + 1 } },
    orderBy: [['nextLookAt', 'asc']],
    limit: BATCH,
  });
  const done = { told: 0, warned: 0, escalated: 0, passed: 0, failed: 0 };
  for (const { id, countyCode } of due) {
    try {
      const staff = await staffOfCounty(workshop, countyCode);
      done[await write((tx) => lookAt(tx, id, { at, staff, vault }))] += 1;
    } catch {
      done.failed += 1;
    }
  }
  return done;
};
