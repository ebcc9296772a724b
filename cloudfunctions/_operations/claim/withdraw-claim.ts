import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { operation } from '../../_core/operation';
import { freedPolicies } from './adjudicate-claim';
import { claimViewOf } from './claim-views';
import { moveAndStore, momentOf } from './move-and-store';
import { FAMILY, ownClaim } from './own-claim';
import { storeDrawing } from './store-decision';

/**
 * Ends a claim at the family's wish, before it is decided.
 * Guarantees: the claim is `withdrawn`, its papers stay on record, nothing is ever paid for it, and the accident may be
 * reported again. A repeat answers the first result.
 * Reads and writes: claims, policies, accidents, ledger, audit; one transaction.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG, BELOW_ORDERED (an advance was paid).
 */
export const withdrawClaimOperation = operation(withdrawClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const moment = momentOf(ports);
  const actor = caller.householdId;
  const claim = await once(async (tx) => {
    const before = await ownClaim(tx, caller, input.claimId);
    const { reason } = input;
    const changes = { drawn: null };
    const withdrawn = await moveAndStore(tx, before, {
      to: 'withdrawn',
      by: FAMILY,
      actor,
      moment,
      reason,
      changes,
    });
    const freed = await freedPolicies(tx, before);
    await storeDrawing(tx, { claim: before, freed, statement: null, actor, at: moment.at });
    return withdrawn;
  });
  return { claim: await claimViewOf(context, claim) };
});
