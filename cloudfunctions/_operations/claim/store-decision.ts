import type { Statement } from '../../../shared/claim/assessment.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { drawFrom } from '../../../shared/claim/draw';
import { AppError } from '../../../shared/errors/app-error';
import { sumOf, type Fen } from '../../../shared/money/fen';
import { transferRows } from '../../../shared/money/ledger.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';
import { partsOf, type FreedPolicy } from './adjudicate-claim';

interface Drawing {
  /** The claim as it stood: what it has drawn is given back first. */
  readonly claim: Claim;
  readonly freed: readonly FreedPolicy[];
  /** What is drawn from now on; null: nothing. */
  readonly statement: Statement | null;
  readonly actor: string;
  readonly at: EpochMs;
}

/** The change of what is owed to the family: more of it, or less when a decision is reversed. */
const owedEntry = (claim: Claim, moreFen: Fen, at: EpochMs) => ({
  id: deriveId('led', 'claimDecided', claim.id, String(claim.version)),
  kind: moreFen > 0 ? ('claimApproved' as const) : ('claimReversed' as const),
  subject: claim.id,
  rows:
    moreFen > 0
      ? transferRows('claimsPayable', 'claimsExpense', moreFen)
      : transferRows('claimsExpense', 'claimsPayable', -moreFen),
  at,
});

/**
 * Puts a new decision in the place of what a claim had drawn: policies, deductibles and ledger, each with its audit row.
 * Never draws more than is left (R9), and never decides below what was already ordered to be paid.
 * Throws BELOW_ORDERED.
 */
export const storeDrawing = async (tx: WriteStores, drawing: Drawing): Promise<void> => {
  const { claim, freed, statement, actor, at } = drawing;
  const totalFen = statement?.totalFen ?? 0;
  if (totalFen < claim.orderedFen) throw new AppError('BELOW_ORDERED');
  for (const { policy, accident } of freed) {
    const parts = partsOf(statement, policy.id);
    if (parts.length === 0 && partsOf(claim.drawn, policy.id).length === 0) continue;
    const drawn = drawFrom(policy, claim, claim.id, parts);
    await tx.policies.put(drawn);
    await appendAudit(tx, { action: 'policy.drawn', record: drawn, actor, at });
    const borneFen = sumOf(parts.map(({ deductibleFen }) => deductibleFen));
    await tx.accidents.put({ ...accident, deductibleBorneFen: accident.deductibleBorneFen + borneFen });
  }
  const moreFen = totalFen - (claim.drawn?.totalFen ?? 0);
  if (moreFen !== 0) await tx.ledger.create(owedEntry(claim, moreFen, at));
};
