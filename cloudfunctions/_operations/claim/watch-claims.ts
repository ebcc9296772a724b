import {
  awaitsFamily,
  closesAt,
  dueDayOf,
  withAlarmOf,
  type RaisedAlarm,
} from '../../../shared/claim/claim-clocks';
import type { Claim } from '../../../shared/claim/claim.schema';
import type { StaffRecord } from '../../../shared/identity/role';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Workshop } from '../../_core/operation';
import { claimReminderMessage } from '../message/claim-messages';
import { caseDueMessage } from '../message/desk-messages';
import { staffOfCounty, toldOf } from './desk-staff';
import { momentOf, moveAndStore, type Moment } from './move-and-store';

/** Who acts when the clock does. */
const CLOCK = 'watch-claims';
/** Claims of one run: each is a transaction, and the timer comes again soon. */
const BATCH = 200;

/** What a run did, for the log. */
export interface Watching {
  readonly warned: number;
  readonly escalated: number;
  readonly advanceDue: number;
  readonly closed: number;
  /** Nothing to tell yet: the date had moved, or somebody was faster. */
  readonly passed: number;
  readonly failed: number;
}

interface Look {
  readonly moment: Moment;
  readonly staff: readonly StaffRecord[];
  readonly vault: Workshop['vault'];
}

/** Whose claim it is, and whose policies pay it: husband and wife may report under each other's. Source: domain R20. */
const householdsOf = async (tx: WriteStores, { householdId, policyIds }: Claim): Promise<string[]> => {
  const households = [householdId];
  for (const id of policyIds) households.push((await tx.policies.get(id))?.householdId ?? householdId);
  return households;
};

/** Stores an alarm with its audit row and tells the desk. The version stays: what a colleague is typing is not outdated by it. */
const storeAlarm = async (
  tx: WriteStores,
  claim: Claim,
  alarm: RaisedAlarm,
  { moment: { at }, staff, vault }: Look,
): Promise<void> => {
  await tx.claims.put(claim);
  await appendAudit(tx, { action: `claim.${alarm}`, record: claim, actor: CLOCK, at });
  if (awaitsFamily(claim)) await tx.messages.create(claimReminderMessage(claim, alarm, at));
  const dueDay = dueDayOf(claim) ?? claim.promise.day;
  const households = await householdsOf(tx, claim);
  for (const colleague of toldOf(vault, staff, claim, { alarm, at, households })) {
    await tx.messages.create(caseDueMessage(claim, { alarm, dueDay, at }, colleague));
  }
};

const lookAt = async (
  tx: WriteStores,
  claimId: string,
  look: Look,
): Promise<RaisedAlarm | 'closed' | 'passed'> => {
  const { at, calendar } = look.moment;
  const claim = await tx.claims.get(claimId);
  if (!claim || claim.nextLookAt === null || claim.nextLookAt > at) return 'passed';
  if ((closesAt(claim) ?? Infinity) <= at) {
    const by = { role: 'timer', staffId: null } as const;
    await moveAndStore(tx, claim, { to: 'closed', by, actor: CLOCK, moment: look.moment });
    return 'closed';
  }
  const { claim: looked, raised } = withAlarmOf(claim, calendar, at);
  if (!raised) {
    await tx.claims.put(looked);
    return 'passed';
  }
  await storeAlarm(tx, looked, raised, look);
  return raised;
};

/**
 * The clock's turn at the desk: warns whoever has a case that is due on the next working day, tells the supervisors of one
 * whose date has passed, says when an advance will be due, reminds a family that is asked for something and has a supervisor call it,
 * and closes what was paid or refused long ago.
 * Guarantees: each alarm once, stored with its audit row, its messages and the time of the next look, whatever runs meet;
 * a run that comes a week late says what holds then. One that could not be written is tried again at the next run.
 * Reads and writes: claims by the time of their next look, staff; claims, policies, audit, messages in a transaction for each.
 * Source: domain R15–R18.
 */
export const watchClaims = async (workshop: Workshop): Promise<Watching> => {
  const { read, write, vault, ports } = workshop;
  const moment = momentOf(ports);
  const due = await read.claims.find({
    where: { nextLookAt: { lt: moment.at + 1 } },
    orderBy: [['nextLookAt', 'asc']],
    limit: BATCH,
  });
  const desks = new Map<string, Promise<StaffRecord[]>>();
  const deskOf = (countyCode: string): Promise<StaffRecord[]> => {
    const desk = desks.get(countyCode) ?? staffOfCounty(workshop, countyCode);
    desks.set(countyCode, desk);
    return desk;
  };
  const done = { warned: 0, escalated: 0, advanceDue: 0, closed: 0, passed: 0, failed: 0 };
  for (const { id, countyCode } of due) {
    try {
      const look = { moment, vault, staff: await deskOf(countyCode) };
      done[await write((tx) => lookAt(tx, id, look))] += 1;
    } catch {
      done.failed += 1;
    }
  }
  return done;
};
