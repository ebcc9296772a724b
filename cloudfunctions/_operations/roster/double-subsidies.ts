import type { RosterRow } from '../../../shared/roster/read-row';
import type { Roster, RosterBatch, RosterHousehold } from '../../../shared/roster/roster.schema';
import type { CellFault } from '../../../shared/roster/given-cell';
import { doublesPromise, doublesShare } from '../../../shared/roster/double-share';
import { doubledShare } from '../../../shared/sponsor/shares';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Workshop } from '../../_core/operation';
import { sponsorshipIdOf } from '../sponsor/sponsorship-id';
import { inPieces } from './people-held';

/** Keys in one query; each key may lie in several rosters' batches of some 25 KB. */
const KEYS_AT_A_TIME = 300;
const MOST_BATCHES = 1000;

type Given = Pick<RosterHousehold, 'members'> & {
  readonly headKey: string;
  readonly personKeys: readonly string[];
};

const words = (name: string, { sponsor }: Pick<Roster, 'sponsor'>): CellFault => ({
  reason: `${name}已经给这一户出了钱，不能重复补助。`,
  advice:
    name === sponsor.name
      ? '这一户在本单位的另一份名单里，不用再报，请从这一份里去掉。'
      : '请和那家单位核对，由一家出钱，另一家把这一户去掉。',
});

/** Under which record a finished roster promised its share to a person's household, by the person's key. */
const promisesIn = ({ personKeys, households, outcomes }: RosterBatch): ReadonlyMap<string, string> => {
  const promises = new Map<string, string>();
  let first = 0;
  households.forEach(({ members }, position) => {
    const outcome = outcomes[position];
    for (const key of personKeys.slice(first, first + members.length)) {
      if (outcome?.kind === 'pledged') promises.set(key, outcome.sponsorshipId);
    }
    first += members.length;
  });
  return promises;
};

/** Rosters as they stand now, read once each. */
const rosterReader = ({ read }: Pick<Workshop, 'read'>) => {
  const known = new Map<string, Promise<Roster | undefined>>();
  return (id: string): Promise<Roster | undefined> => {
    const roster = known.get(id) ?? read.rosters.get(id);
    known.set(id, roster);
    return roster;
  };
};

/** A promise that somebody of a household may have, and where the household stands among those that are checked. */
interface FoundPromise {
  readonly index: number;
  readonly sponsorshipId: string;
  readonly roster: Roster;
}

/** Those of the promises that still wait for the family to buy. */
const stillPromised = async (
  { read }: Pick<Workshop, 'read'>,
  promises: readonly FoundPromise[],
): Promise<FoundPromise[]> => {
  const waiting: FoundPromise[] = [];
  for (const some of inPieces(promises, KEYS_AT_A_TIME)) {
    const ids = [...new Set(some.map(({ sponsorshipId }) => sponsorshipId))];
    const records = await read.sponsorships.find({ where: { id: { in: ids } }, limit: ids.length });
    const shares = new Set(
      records.flatMap(({ id, shares: all }) =>
        all.flatMap(({ rosterId, state }) => (state === 'pledged' ? [`${id} ${rosterId}`] : [])),
      ),
    );
    waiting.push(...some.filter(({ sponsorshipId, roster }) => shares.has(`${sponsorshipId} ${roster.id}`)));
  }
  return waiting;
};

/**
 * Who else gives for households of a roster: shares that are pledged or used, and other rosters on their way that name
 * somebody of the household. By position of the household. Reads outside any transaction. Source: domain R11.
 *
 * @param among ids of the other rosters that count; all of them unless told.
 */
export const doubleSubsidies = async (
  workshop: Workshop,
  roster: Roster,
  plan: Plan,
  households: readonly (Given | undefined)[],
  among?: ReadonlySet<string>,
): Promise<ReadonlyMap<number, CellFault>> => {
  const { read, vault } = workshop;
  const found = new Map<number, CellFault>();
  const heads = households.flatMap((household, index) =>
    household ? [{ index, id: sponsorshipIdOf(vault, household.headKey, plan) }] : [],
  );
  for (const some of inPieces(heads, KEYS_AT_A_TIME)) {
    const ids = some.map(({ id }) => id);
    const pledged = await read.sponsorships.find({ where: { id: { in: ids } }, limit: ids.length });
    const byId = new Map(pledged.map((sponsorship) => [sponsorship.id, sponsorship]));
    for (const { index, id } of some) {
      const share = doubledShare(byId.get(id), roster.sponsor.kind);
      if (share) found.set(index, words(share.name, roster));
    }
  }

  const rosterOf = rosterReader(workshop);
  const holders = new Map(
    households.flatMap((household, index) =>
      (household?.personKeys ?? []).map((key) => [key, index] as const),
    ),
  );
  const promised: FoundPromise[] = [];
  for (const keys of inPieces([...holders.keys()], KEYS_AT_A_TIME)) {
    const batches = await read.rosterBatches.find({
      where: { personKeys: { in: keys } },
      limit: MOST_BATCHES,
    });
    for (const batch of batches) {
      if (batch.rosterId === roster.id || among?.has(batch.rosterId) === false) continue;
      const other = await rosterOf(batch.rosterId);
      // A batch beyond the other roster's count is left from an earlier check.
      if (!other || batch.number > other.batchCount) continue;
      if (doublesPromise(roster, other)) {
        for (const [key, sponsorshipId] of promisesIn(batch)) {
          const index = holders.get(key);
          if (index !== undefined) promised.push({ index, sponsorshipId, roster: other });
        }
      }
      if (!doublesShare(roster, other, plan.priceFen)) continue;
      for (const key of batch.personKeys) {
        const index = holders.get(key);
        if (index !== undefined && !found.has(index)) found.set(index, words(other.sponsor.name, roster));
      }
    }
  }
  for (const { index, roster: other } of await stillPromised(workshop, promised)) {
    if (!found.has(index)) found.set(index, words(other.sponsor.name, roster));
  }
  return found;
};

/** The row at which a household's double subsidy is told. */
export const headRowOf = (
  rows: readonly RosterRow[],
  household: Pick<RosterHousehold, 'row'>,
): RosterRow | undefined => rows.find(({ number }) => number === household.row);
