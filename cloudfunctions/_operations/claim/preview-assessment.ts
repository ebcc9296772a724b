import { factsFaults } from '../../../shared/claim/facts-faults';
import { previewAssessment } from '../../../shared/claim/move-case.contracts';
import { refuseFaults } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { adjudicateClaim } from './adjudicate-claim';
import { caseAtDesk } from './desk-step';

/**
 * What the rules say about entered facts, from the limit that is left now.
 * Reads: claims, policies, plans, accidents. Writes nothing.
 * Errors: CLAIM_NOT_FOUND (also a case outside the caller's region), AMOUNT_INVALID.
 */
export const previewAssessmentOperation = operation(previewAssessment, async ({ input, caller, read }) => {
  const claim = caseAtDesk(await read.claims.get(input.claimId), caller);
  refuseFaults(factsFaults(input.facts, claim.kind));
  const { statement } = await adjudicateClaim(read, claim, input.facts);
  return { statement };
});
