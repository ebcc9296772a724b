import type { Claim } from '../../../shared/claim/claim.schema';
import { refuseClaim } from '../../../shared/claim/move-case.contracts';
import { operation } from '../../_core/operation';
import { freedPolicies } from './adjudicate-claim';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { momentOf } from './move-and-store';
import { refuseAgainstPanel } from './panel-gate';
import { storeDrawing } from './store-decision';

/**
 * A bill that the deductible used up is borne by the family: the next of the same accident has so much less taken off.
 * Null where the money was refused for another reason. Source: domain R9.
 */
const borneBy = ({ statement }: Claim): Claim['drawn'] => (statement?.totalFen === 0 ? statement : null);

/**
 * A second person refuses an assessed case; the family reads the reason.
 * Guarantees: nothing is paid, and what an earlier decision had drawn is given back; what was borne of the deductible
 * counts for the accident, which may be reported again.
 * Reads and writes: claims, policies, accidents, ledger, audit, messages; one transaction. Source: domain R9, R16.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, OWN_ASSESSMENT, CLAIM_STATE_WRONG, PANEL_AWAITED,
 * PANEL_SAYS_OTHERWISE, BELOW_ORDERED (something was paid already).
 */
export const refuseClaimOperation = operation(refuseClaim, async (context) => {
  const { input, caller, once, ports } = context;
  const { reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const assessed = await caseToMove(tx, caller, 'approver', input);
    const freed = await freedPolicies(tx, assessed);
    refuseAgainstPanel(assessed, freed, 'refuse');
    const drawn = borneBy(assessed);
    const changes = { approverId: caller.staffId, drawn };
    const step = { to: 'refused', caller, role: 'approver', moment, reason, changes } as const;
    const refused = await storeStep(tx, assessed, step);
    await storeDrawing(tx, {
      claim: assessed,
      freed,
      statement: drawn,
      actor: caller.staffId,
      at: moment.at,
    });
    return refused;
  });
  return { case: await caseViewOf(context, caller, claim) };
});
