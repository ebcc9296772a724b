import { sumOf } from '../../../shared/money/fen';
import type { Plan } from '../../../shared/product/plan.schema';
import {
  rosterBatchId,
  type Roster,
  type RosterBatch,
  type RosterOutcome,
} from '../../../shared/roster/roster.schema';
import type { Work } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { issueHousehold, operationsOf } from './issue-household';

/** Operations that a transaction may hold, less those for the roster and its batch. Source: CloudBase "事务", 100. */
const MOST_OPERATIONS = 96;

/** What a call left of a batch: more to do, nothing, or its roster is halted. */
export type BatchStanding = 'more' | 'done' | 'halted';

type Kind = NonNullable<RosterOutcome>['kind'];

/** A roster after one of its batches is done: its households are counted, and their money is promised no more. */
const counted = (roster: Roster, { households, outcomes }: RosterBatch): Roster => {
  const of = (kind: Kind) => households.filter((_, position) => outcomes[position]?.kind === kind);
  const sharesOf = (kind: Kind): number => sumOf(of(kind).map(({ shareFen }) => shareFen));
  const { issuing, money } = roster;
  return {
    ...roster,
    issuing: {
      doneBatches: issuing.doneBatches + 1,
      issued: issuing.issued + of('issued').length,
      pledged: issuing.pledged + of('pledged').length,
      skipped: issuing.skipped + of('skipped').length,
    },
    money: {
      ...money,
      pledgedFen: money.pledgedFen - sharesOf('issued') - sharesOf('skipped'),
      usedFen: money.usedFen + sharesOf('issued'),
    },
  };
};

/**
 * Issues the next households of a batch, as many as one transaction holds.
 * Guarantees: a household's outcome is written with its policy or not at all, so that a crash, a repeat or another runner
 * at the same moment never issues it twice; a halted roster is left alone.
 * Reads and writes: rosters, roster batches, sponsorships, person and minor covers, policies, orders, ledger, figure events,
 * messages, audit. Source: domain R5, R11.
 */
export const issueSome =
  (
    rosterId: string,
    number: number,
    { vault, plan, now }: { readonly vault: Vault; readonly plan: Plan; readonly now: () => number },
  ): Work<BatchStanding> =>
  async (tx) => {
    const roster = await tx.rosters.get(rosterId);
    if (roster?.state !== 'issuing') return 'halted';
    const batch = await tx.rosterBatches.get(rosterBatchId(rosterId, number));
    if (!batch?.open) return 'done';
    const at = now();
    const outcomes = [...batch.outcomes];
    let left = MOST_OPERATIONS;
    for (const [position, household] of batch.households.entries()) {
      if (outcomes[position]) continue;
      left -= operationsOf(household, at);
      if (left < 0) break;
      outcomes[position] = await issueHousehold(tx, roster, household, { vault, plan, at });
    }
    const open = outcomes.some((outcome) => outcome === null);
    const after = { ...batch, outcomes, open };
    await tx.rosterBatches.put(after);
    if (!open) await tx.rosters.put(counted(roster, after));
    return open ? 'more' : 'done';
  };
