import { sumOf } from '../../../shared/money/fen';
import type { Plan } from '../../../shared/product/plan.schema';
import type { RosterHeader } from '../../../shared/roster/columns';
import type { CellFault } from '../../../shared/roster/given-cell';
import { faultAt } from '../../../shared/roster/read-row';
import { rosterBatchId, type Roster, type RosterBatch } from '../../../shared/roster/roster.schema';
import type { Work, Workshop } from '../../_core/operation';
import { doubleSubsidies } from './double-subsidies';

/** Rosters of a county that are looked at; older ones were checked long before. */
const MOST_ROSTERS = 100;

const isBefore = (one: Roster, other: Roster): boolean =>
  one.uploadedAt < other.uploadedAt || (one.uploadedAt === other.uploadedAt && one.id < other.id);

/**
 * Rosters that stored households since this one was uploaded and before which it gives way: those whose check is done,
 * and of two that are still checked the one that came first.
 */
const rivalsOf = async ({ read }: Workshop, roster: Roster): Promise<ReadonlySet<string>> => {
  const rosters = await read.rosters.find({
    where: { countyCode: roster.countyCode },
    orderBy: [['uploadedAt', 'desc']],
    limit: MOST_ROSTERS,
  });
  const rivals = rosters.filter(
    (other) =>
      other.id !== roster.id &&
      other.batchCount > 0 &&
      other.progress.at >= roster.uploadedAt &&
      (other.state !== 'checking' || isBefore(other, roster)),
  );
  return new Set(rivals.map(({ id }) => id));
};

/** A batch as double subsidies are looked for in it: its people's keys stand by household. */
const householdsOf = ({ households, personKeys }: RosterBatch) => {
  let first = 0;
  return households.map((household) => {
    const keys = personKeys.slice(first, first + household.members.length);
    first += household.members.length;
    return { ...household, personKeys: keys };
  });
};

/** Takes households out of a batch and writes why, with the roster's counts, in one transaction. */
const takeOut =
  (
    before: Roster,
    batchId: string,
    doubled: ReadonlyMap<number, CellFault>,
    header: RosterHeader,
  ): Work<Roster> =>
  async (tx) => {
    const [roster, batch] = [await tx.rosters.get(before.id), await tx.rosterBatches.get(batchId)];
    if (roster?.state !== 'checking' || roster.uploadedAt !== before.uploadedAt || !batch) {
      return roster ?? before;
    }
    const households = householdsOf(batch);
    const kept = households.filter((_household, position) => !doubled.has(position));
    const out = households.filter((_household, position) => doubled.has(position));
    await tx.rosterBatches.put({
      ...batch,
      households: batch.households.filter((_household, position) => !doubled.has(position)),
      personKeys: kept.flatMap(({ personKeys }) => personKeys),
      outcomes: kept.map(() => null),
    });
    const number = roster.faultBatchCount + 1;
    const faults = [...doubled].map(([position, fault]) => {
      const { row = 1, number: called = '' } = households[position] ?? {};
      return faultAt(header, { number: row, texts: { household: called } }, 'household', fault);
    });
    await tx.rosterFaults.put({ id: rosterBatchId(roster.id, number), rosterId: roster.id, number, faults });
    const { counts } = roster;
    const after: Roster = {
      ...roster,
      faultBatchCount: number,
      counts: {
        ...counts,
        goodHouseholds: counts.goodHouseholds - out.length,
        goodPeople: counts.goodPeople - sumOf(out.map(({ members }) => members.length)),
        faultyRows: counts.faultyRows + out.length,
        faults: counts.faults + out.length,
        doubleSubsidies: counts.doubleSubsidies + out.length,
      },
      premiumFen: roster.premiumFen - sumOf(out.map(({ premiumFen }) => premiumFen)),
      dueFen: roster.dueFen - sumOf(out.map(({ shareFen }) => shareFen)),
    };
    await tx.rosters.put(after);
    return after;
  };

/**
 * Looks once more for double subsidies when another roster was checked at the same time: each looked before the other
 * had stored its households. Every household of this one is stored by now, so whoever looks last sees both. What of it
 * slips through all the same is skipped when policies are issued. Safe to repeat. Source: domain R11.
 */
export const lookAgain = async (
  workshop: Workshop,
  checked: Roster,
  { plan, header }: { readonly plan: Plan; readonly header: RosterHeader },
): Promise<Roster> => {
  const rivals = await rivalsOf(workshop, checked);
  let roster = checked;
  for (let number = 1; rivals.size > 0 && number <= checked.batchCount; number += 1) {
    const batch = await workshop.read.rosterBatches.get(rosterBatchId(checked.id, number));
    if (!batch) continue;
    const doubled = await doubleSubsidies(workshop, roster, plan, householdsOf(batch), rivals);
    if (doubled.size > 0) roster = await workshop.write(takeOut(roster, batch.id, doubled, header));
  }
  return roster;
};
