import { moveClaim } from '../../../shared/claim/claim.schema';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { AppError } from '../../../shared/errors/app-error';
import { appendAudit } from '../../_core/audit';
import { operation } from '../../_core/operation';
import { claimViewOf } from './claim-views';

/**
 * Ends a claim at the family's wish, before it is decided.
 * Guarantees: the claim is `withdrawn`, its papers stay on record, nothing is ever paid for it, and the accident may be
 * reported again. A repeat answers the first result.
 * Reads and writes: claims, audit; one transaction.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG.
 */
export const withdrawClaimOperation = operation(withdrawClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const claim = await once(async (tx) => {
    const before = await tx.claims.get(input.claimId);
    if (before?.householdId !== caller.householdId) throw new AppError('CLAIM_NOT_FOUND');
    const by = { role: 'member', staffId: null } as const;
    const withdrawn = moveClaim(before, 'withdrawn', { at, by, reason: input.reason });
    if (!withdrawn) throw new AppError('CLAIM_STATE_WRONG');
    await tx.claims.put(withdrawn);
    await appendAudit(tx, { action: 'claim.withdrawn', record: withdrawn, actor: caller.householdId, at });
    return withdrawn;
  });
  return { claim: await claimViewOf(context, claim) };
});
