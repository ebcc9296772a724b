import { refuseClaim } from '../../../shared/claim/move-case.contracts';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';

/**
 * A second person refuses an assessed case; the family reads the reason.
 * Guarantees: nothing is drawn or paid; the accident may be reported again.
 * Reads and writes: claims, audit, messages; one transaction. Source: domain R16.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, OWN_ASSESSMENT, CLAIM_STATE_WRONG.
 */
export const refuseClaimOperation = operation(refuseClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const at = ports.clock.now();
  const claim = await once(async (tx) => {
    const assessed = await caseToMove(tx, caller, 'approver', input);
    const changes = { approverId: caller.staffId };
    return storeStep(tx, assessed, { to: 'refused', caller, role: 'approver', at, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
