import { factsFaults } from '../../../shared/claim/facts-faults';
import { assessClaim } from '../../../shared/claim/move-case.contracts';
import { refuseFaults } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { adjudicateClaim } from './adjudicate-claim';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';

/**
 * A handler enters the facts of a registered or returned case; the rules compute the statement.
 * Guarantees: amounts come from the rules and the policy read in the transaction, never from the caller; nothing is
 * drawn yet.
 * Reads and writes: policies, plans, accidents; claims, audit; one transaction. Source: domain R9, R21.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG, AMOUNT_INVALID.
 */
export const assessClaimOperation = operation(assessClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { facts, reason } = input;
  const at = ports.clock.now();
  const claim = await once(async (tx) => {
    const registered = await caseToMove(tx, caller, 'handler', input);
    refuseFaults(factsFaults(facts, registered.kind));
    const { statement } = await adjudicateClaim(tx, registered, facts);
    const changes = { facts, statement, assessorId: caller.staffId };
    return storeStep(tx, registered, { to: 'assessed', caller, role: 'handler', at, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
