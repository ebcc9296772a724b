import { acceptClaim } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { momentOf } from './move-and-store';

/**
 * A handler takes a reported case on.
 * Guarantees: exactly one colleague accepts; a repeat answers the first result.
 * Reads and writes: claims, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG.
 */
export const acceptClaimOperation = operation(acceptClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const reported = await caseToMove(tx, caller, 'handler', input);
    // What waits for papers goes on by resuming, which lets its clock run again.
    if (reported.state !== 'reported') throw new AppError('CLAIM_STATE_WRONG');
    const changes = { handlerId: caller.staffId };
    return storeStep(tx, reported, { to: 'accepted', caller, role: 'handler', moment, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
