import { registerClaim } from '../../../shared/claim/move-case.contracts';
import { promisedDay } from '../../../shared/claim/promise';
import { servicePromiseOf } from '../../../shared/claim/service-promise.config';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';

/**
 * A handler registers an accepted case and records whether it is clear or disputed, with a reason.
 * Guarantees: the promised day follows the decision, counted from the report, and the family is told.
 * Reads and writes: claims, audit, messages; one transaction. Source: domain R15.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG.
 */
export const registerClaimOperation = operation(registerClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { complexity, reason } = input;
  const at = ports.clock.now();
  const claim = await once(async (tx) => {
    const accepted = await caseToMove(tx, caller, 'handler', input);
    const service = servicePromiseOf(accepted.countyCode);
    const promise = promisedDay(ports.calendar, service, accepted.reportedAt, complexity);
    const changes = { complexity, promise };
    return storeStep(tx, accepted, { to: 'registered', caller, role: 'handler', at, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
