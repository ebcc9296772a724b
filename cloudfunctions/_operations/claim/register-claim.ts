import { registerClaim } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { momentOf } from './move-and-store';

/**
 * A handler registers an accepted case and records whether it is clear or disputed, with a reason.
 * Guarantees: the promised day follows the decision, counted from the report, and the family is told.
 * Reads and writes: claims, audit, messages; one transaction. Source: domain R15.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG.
 */
export const registerClaimOperation = operation(registerClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { complexity, reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const accepted = await caseToMove(tx, caller, 'handler', input);
    // What waits for papers goes on by resuming, which lets its clock run again.
    if (accepted.state !== 'accepted') throw new AppError('CLAIM_STATE_WRONG');
    const changes = { complexity };
    return storeStep(tx, accepted, { to: 'registered', caller, role: 'handler', moment, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
