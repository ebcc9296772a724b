import type { Policy } from '../../../shared/policy/policy.schema';
import { hasMovedOn } from '../../../shared/policy/moved-on';
import { nextReminderAt, reminderAt, renewalWindow } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import { countyOf } from '../../../shared/region/region.schema';
import type { Workshop } from '../../_core/operation';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { planOf } from '../product/sale-plan';
import { heldCover } from './held-cover';
import { coveredOn } from './person-covers';
import { renewalDueMessage } from './renewal-messages';

/** Policies of one run: each is a transaction, and the timer comes again soon. */
const BATCH = 100;
/** More than any household holds that began after another. */
const MOST_POLICIES = 20;

/** What a run did, for the log. */
export interface Reminding {
  readonly reminded: number;
  /** Nothing to tell: renewed, cancelled, moved on to another policy, or renewing is over. */
  readonly passed: number;
  readonly failed: number;
}

/**
 * Whether the household holds the policy that follows, or everybody on this one has the same cover afterwards, from
 * whichever household it was bought: a daughter who married into another leaves her parents to be reminded.
 */
const isFollowed = async (tx: WriteStores, vault: Vault, policy: Policy): Promise<boolean> => {
  const following: string[][] = [];
  for (const person of policy.insured) {
    const { periods } = await heldCover(tx, vault, policy.line, coveredOn(policy, person));
    const later = periods.filter(({ startAt }) => startAt >= policy.endAt);
    following.push(later.map(({ policyId }) => policyId));
  }
  if (following.every((policyIds) => policyIds.length > 0)) return true;
  for (const policyId of new Set(following.flat())) {
    if ((await tx.policies.get(policyId))?.householdId === policy.householdId) return true;
  }
  return false;
};

/** Policies of the same household that go on longer, as they stand in the transaction. */
const othersOf = async (tx: WriteStores, ids: readonly string[]): Promise<Policy[]> => {
  const others: Policy[] = [];
  for (const id of ids) {
    const other = await tx.policies.get(id);
    if (other) others.push(other);
  }
  return others;
};

const remind = async (workshop: Workshop, due: Policy, now: number): Promise<boolean> => {
  const { read, write, vault } = workshop;
  const { householdId } = due;
  const plan = await planOf(workshop, due.planId);
  const longer = await read.policies.find({
    where: { householdId, startAt: { gte: due.startAt } },
    orderBy: [['startAt', 'desc']],
    limit: MOST_POLICIES,
  });
  const ids = longer.filter(({ id }) => id !== due.id).map(({ id }) => id);
  return write(async (tx) => {
    const policy = await tx.policies.get(due.id);
    if (!policy || policy.nextReminderAt === null || policy.nextReminderAt > now) return false;
    const terms = renewalTermsOf(countyOf(policy.regionCode));
    const day = reminderAt(policy.endAt, now, terms);
    const isOver = policy.state === 'cancelled' || (await isFollowed(tx, vault, policy));
    if (isOver || day === undefined) {
      await tx.policies.put({ ...policy, nextReminderAt: null });
      return false;
    }
    // Looked at again at the next reminder: what the family moved on to may be cancelled until then.
    const isMoved = hasMovedOn(policy, await othersOf(tx, ids), plan, terms);
    const { lastDay: closesOn } = renewalWindow(policy.endAt, terms);
    if (!isMoved) await tx.messages.create(renewalDueMessage(policy, plan, { day, closesOn, at: now }));
    await tx.policies.put({ ...policy, nextReminderAt: nextReminderAt(policy.endAt, now, terms) });
    return !isMoved;
  });
};

/**
 * Reminds families whose cover ends soon or has just ended and who have neither renewed nor moved on to another policy,
 * those due longest first.
 * Guarantees: each reminder of a policy once: the message and the time of the next are stored together, whatever runs
 * meet. One that could not be written is tried again at the next run.
 * Reads and writes: policies by the time of their next reminder and of their households, plans; person covers and messages in a transaction for
 * each. Source: domain R41.
 */
export const remindOfRenewals = async (workshop: Workshop): Promise<Reminding> => {
  const now = workshop.ports.clock.now();
  const due = await workshop.read.policies.find({
    where: { nextReminderAt: { lt: now + 1 } },
    orderBy: [['nextReminderAt', 'asc']],
    limit: BATCH,
  });
  const told = { reminded: 0, passed: 0, failed: 0 };
  for (const policy of due) {
    try {
      told[(await remind(workshop, policy, now)) ? 'reminded' : 'passed'] += 1;
    } catch {
      told.failed += 1;
    }
  }
  return told;
};
