import { returnClaim } from '../../../shared/claim/move-case.contracts';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { momentOf } from './move-and-store';

/**
 * A second person sends an assessment back to the handlers, with a reason.
 * Guarantees: nothing was drawn and nothing is; the statement stays to be seen until it is computed anew.
 * Reads and writes: claims, audit; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, OWN_ASSESSMENT, CLAIM_STATE_WRONG.
 */
export const returnClaimOperation = operation(returnClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const assessed = await caseToMove(tx, caller, 'approver', input);
    return storeStep(tx, assessed, { to: 'returned', caller, role: 'approver', moment, reason });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
