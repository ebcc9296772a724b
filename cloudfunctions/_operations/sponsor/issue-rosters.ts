import { moveRoster, type Roster } from '../../../shared/roster/roster.schema';
import { appendAudit } from '../../_core/audit';
import type { Work, Workshop } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { issueSome, type BatchStanding } from './issue-batch';
import { ROSTER_ISSUER } from './issue-household';

/** A function may run 60 s: what is left is for the transactions under way. Source: CloudBase "云函数超时时间". */
const RUN_MS = 45_000;

/** Batches issued at the same time: each is a transaction of its own and mostly waits for the database. */
const LANES = 4;

/** Rosters looked at in one run, those that came first first. */
const MOST_ROSTERS = 20;

/** What a run did, for the log. */
export interface IssuingRun {
  readonly transactions: number;
  readonly finished: number;
  readonly failed: number;
}

const isOver = (workshop: Workshop, until: number): boolean => workshop.ports.clock.now() >= until;

/** The numbers of some batches with households left: from a random place on, so that two runners rarely meet. */
const openBatches = async ({ read, ports }: Workshop, roster: Roster): Promise<number[]> => {
  const start = 1 + (ports.randomBytes(4).readUInt32BE(0) % Math.max(1, roster.batchCount));
  const from = async (first: number): Promise<number[]> => {
    const batches = await read.rosterBatches.find({
      where: { rosterId: roster.id, open: true, number: { gte: first, lt: roster.batchCount + 1 } },
      orderBy: [['number', 'asc']],
      limit: LANES,
    });
    return batches.map(({ number }) => number);
  };
  const found = await from(start);
  return found.length > 0 || start === 1 ? found : from(1);
};

const finished =
  (rosterId: string, at: number): Work<boolean> =>
  async (tx) => {
    const roster = await tx.rosters.get(rosterId);
    if (roster?.state !== 'issuing' || roster.issuing.doneBatches < roster.batchCount) return false;
    const issued = moveRoster(roster, 'issued');
    await tx.rosters.put(issued);
    await appendAudit(tx, { action: 'roster.issued', record: issued, actor: ROSTER_ISSUER, at });
    return true;
  };

/** Issues a roster's batches until nothing is left, it is halted, or the time is over. */
const issueRoster = async (workshop: Workshop, roster: Roster, until: number): Promise<IssuingRun> => {
  const { write, ports, vault } = workshop;
  const plan = await planOf(workshop, roster.planId);
  const run = { transactions: 0, finished: 0, failed: 0 };
  const issue = async (number: number): Promise<BatchStanding> => {
    let standing: BatchStanding = 'more';
    while (standing === 'more' && !isOver(workshop, until)) {
      standing = await write(issueSome(roster.id, number, { vault, plan, now: () => ports.clock.now() }));
      run.transactions += 1;
    }
    return standing;
  };
  while (!isOver(workshop, until)) {
    const numbers = await openBatches(workshop, roster);
    if (numbers.length === 0) {
      if (await write(finished(roster.id, ports.clock.now()))) run.finished += 1;
      return run;
    }
    const standings = await Promise.allSettled(numbers.map(issue));
    const broken = standings.filter(({ status }) => status === 'rejected').length;
    run.failed += broken;
    const isHalted = standings.some((one) => one.status === 'fulfilled' && one.value === 'halted');
    // What fails is left for the next run; the others of this roster may still go on.
    if (isHalted || broken === numbers.length) return run;
  }
  return run;
};

/**
 * The timer's turn: issues policies for rosters that are being issued, and goes on where the last run stopped.
 * Guarantees: however many run at once and wherever one dies, each household is issued once.
 * Reads and writes: rosters, plans; then what `issueSome` does.
 */
export const issueRosters = async (workshop: Workshop): Promise<IssuingRun> => {
  const until = workshop.ports.clock.now() + RUN_MS;
  const rosters = await workshop.read.rosters.find({
    where: { state: 'issuing' },
    orderBy: [['uploadedAt', 'asc']],
    limit: MOST_ROSTERS,
  });
  const total = { transactions: 0, finished: 0, failed: 0 };
  for (const roster of rosters) {
    const run = await issueRoster(workshop, roster, until);
    total.transactions += run.transactions;
    total.finished += run.finished;
    total.failed += run.failed;
  }
  return total;
};
