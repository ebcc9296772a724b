import { recordAgreement } from '../../../shared/claim/move-case.contracts';
import { operation } from '../../_core/operation';
import { agreeAndOrder } from './agree-and-order';
import { caseViewOf } from './case-views';
import { caseToMove } from './desk-step';
import { momentOf } from './move-and-store';

/**
 * A supervisor records that a family agreed by phone or on paper, so that nobody without a phone waits for their money.
 * Guarantees: the payments are ordered in the same transaction, once.
 * Reads and writes: claims, payouts, audit, messages; one transaction.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG.
 */
export const recordAgreementOperation = operation(recordAgreement, async (context) => {
  const { input, caller, once, ports } = context;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const approved = await caseToMove(tx, caller, 'supervisor', input);
    const by = { role: 'supervisor', staffId: caller.staffId } as const;
    return agreeAndOrder(tx, approved, { by, actor: caller.staffId, moment, reason: input.reason });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
