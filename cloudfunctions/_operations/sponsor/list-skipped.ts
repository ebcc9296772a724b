import { maskName } from '../../../shared/identity/masking';
import type { RosterBatch } from '../../../shared/roster/roster.schema';
import { SKIP_REASONS, type SkipReason } from '../../../shared/sponsor/outcome-reasons';
import { listSkipped } from '../../../shared/sponsor/transfer.contracts';
import { operation } from '../../_core/operation';
import { rosterOfDesk } from './roster-of-desk';

/** Batches read at once, and households shown: a person looks into so many. */
const BATCHES_AT_ONCE = 20;
const MOST = 100;

const isReason = (reason: string): reason is SkipReason =>
  Object.prototype.hasOwnProperty.call(SKIP_REASONS, reason);

const skippedIn = ({ households, outcomes }: RosterBatch) =>
  households.flatMap(({ number, row, members }, position) => {
    const outcome = outcomes[position];
    if (outcome?.kind !== 'skipped') return [];
    const reason = isReason(outcome.reason) ? SKIP_REASONS[outcome.reason] : outcome.reason;
    return [{ number, row, holderName: maskName(members[0]?.name ?? ''), reason }];
  });

/**
 * Households of a roster that got nothing, with the reason, for whoever answers the sponsor.
 * Guarantees: masked names and nothing else of a person. Reads: rosters, roster batches. Errors: ROSTER_NOT_FOUND.
 */
export const listSkippedOperation = operation(listSkipped, async ({ read, input, caller }) => {
  const roster = await rosterOfDesk(read, caller, input.rosterId);
  const found: ReturnType<typeof skippedIn> = [];
  for (let first = 1; first <= roster.batchCount && found.length <= MOST; first += BATCHES_AT_ONCE) {
    // Whoever is counted as skipped was found already.
    if (found.length >= roster.issuing.skipped) break;
    const batches = await read.rosterBatches.find({
      where: { rosterId: roster.id, number: { gte: first, lt: first + BATCHES_AT_ONCE } },
      orderBy: [['number', 'asc']],
      limit: BATCHES_AT_ONCE,
    });
    found.push(...batches.flatMap(skippedIn));
  }
  return { households: found.slice(0, MOST), hasMore: roster.issuing.skipped > Math.min(found.length, MOST) };
});
