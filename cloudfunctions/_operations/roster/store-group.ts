import { sumOf } from '../../../shared/money/fen';
import {
  BATCH_HOUSEHOLDS,
  rosterBatchId,
  type Roster,
  type RosterBatch,
  type RosterFaultBatch,
} from '../../../shared/roster/roster.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { Work } from '../../_core/operation';
import type { CheckedGroup } from './check-group';
import { inPieces } from './people-held';

/** Faults in one record. */
const FAULTS_IN_RECORD = 200;
/** A check that has stored nothing for so long has died: whoever comes next goes on with it. */
export const CHECK_LEASE_MS = 60_000;

const batchesOf = (roster: Roster, { good }: CheckedGroup): RosterBatch[] =>
  inPieces(good, BATCH_HOUSEHOLDS).map((some, index) => {
    const number = roster.batchCount + index + 1;
    return {
      id: rosterBatchId(roster.id, number),
      rosterId: roster.id,
      number,
      open: true,
      personKeys: some.flatMap(({ personKeys }) => personKeys),
      households: some.map(({ household }) => household),
      outcomes: some.map(() => null),
    };
  });

const faultBatchesOf = (roster: Roster, { faults }: CheckedGroup): RosterFaultBatch[] =>
  inPieces(faults, FAULTS_IN_RECORD).map((some, index) => {
    const number = roster.faultBatchCount + index + 1;
    return { id: rosterBatchId(roster.id, number), rosterId: roster.id, number, faults: some };
  });

const counted = (roster: Roster, group: CheckedGroup, at: EpochMs): Roster => {
  const { counts, progress } = roster;
  const households = group.good.map(({ household }) => household);
  return {
    ...roster,
    nextCheckAt: at + CHECK_LEASE_MS,
    progress: {
      ...progress,
      rowsDone: progress.rowsDone + group.rows,
      householdsDone: progress.householdsDone + group.households,
      at,
    },
    counts: {
      rows: counts.rows + group.rows,
      households: counts.households + group.households,
      goodHouseholds: counts.goodHouseholds + households.length,
      goodPeople: counts.goodPeople + sumOf(households.map(({ members }) => members.length)),
      faultyRows: counts.faultyRows + new Set(group.faults.map(({ row }) => row)).size,
      faults: counts.faults + group.faults.length,
      insuredAlready: counts.insuredAlready + group.insuredAlready,
      doubleSubsidies: counts.doubleSubsidies + group.doubleSubsidies,
    },
    premiumFen: roster.premiumFen + sumOf(households.map(({ premiumFen }) => premiumFen)),
    dueFen: roster.dueFen + sumOf(households.map(({ shareFen }) => shareFen)),
  };
};

/**
 * Stores what was found about the households that come next, with the roster, in one transaction. Answers the roster
 * after it; undefined when somebody else has gone on meanwhile, or the check is over.
 */
export const storeGroup =
  (before: Roster, group: CheckedGroup, at: EpochMs): Work<Roster | undefined> =>
  async (tx) => {
    const roster = await tx.rosters.get(before.id);
    const isNext =
      roster?.state === 'checking' &&
      roster.uploadedAt === before.uploadedAt &&
      roster.progress.householdsDone === before.progress.householdsDone;
    if (!isNext) return undefined;
    const batches = batchesOf(roster, group);
    const faultBatches = faultBatchesOf(roster, group);
    for (const batch of batches) await tx.rosterBatches.put(batch);
    for (const batch of faultBatches) await tx.rosterFaults.put(batch);
    const after: Roster = {
      ...counted(roster, group, at),
      batchCount: roster.batchCount + batches.length,
      faultBatchCount: roster.faultBatchCount + faultBatches.length,
    };
    await tx.rosters.put(after);
    return after;
  };
