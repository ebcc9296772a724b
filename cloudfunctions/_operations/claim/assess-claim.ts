import type { Claim } from '../../../shared/claim/claim.schema';
import { isOwnReview } from '../../../shared/claim/desk-actions';
import { assessClaim } from '../../../shared/claim/move-case.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { adjudicateClaim } from './adjudicate-claim';
import { caseViewOf } from './case-views';
import { caseToMove, storeStep } from './desk-step';
import { marksOf } from './duplicates';
import { momentOf } from './move-and-store';

/** Whoever decided what the family objected to does not review it. Source: domain R22. */
const refuseReviewer = (claim: Claim, staffId: string): void => {
  if (isOwnReview(claim, { staffId })) throw new AppError('REVIEW_BY_ANOTHER');
};

/**
 * A handler enters the facts of a case in hand; the rules compute the statement.
 * Guarantees: amounts come from the rules and the policies read in the transaction, never from the caller; nothing is
 * drawn yet; an objection is reviewed by somebody else.
 * Reads and writes: policies, plans, accidents, person covers; claims, audit; one transaction. Source: domain R9, R21, R22.
 * Errors: CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED, CLAIM_STATE_WRONG, REVIEW_BY_ANOTHER, AMOUNT_INVALID,
 * FACTS_WRONG.
 */
export const assessClaimOperation = operation(assessClaim, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const { facts, reason } = input;
  const moment = momentOf(ports);
  const claim = await once(async (tx) => {
    const inHand = await caseToMove(tx, caller, 'handler', input);
    refuseReviewer(inHand, caller.staffId);
    const { statement } = await adjudicateClaim({ stores: tx, vault, now: moment.at }, inHand, facts);
    const marks = marksOf(vault, { ...inHand, facts });
    const changes = { facts, marks, statement, assessorId: caller.staffId };
    return storeStep(tx, inHand, { to: 'assessed', caller, role: 'handler', moment, reason, changes });
  });
  return { case: await caseViewOf(context, caller, claim) };
});
