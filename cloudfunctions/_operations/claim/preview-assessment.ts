import { previewAssessment } from '../../../shared/claim/move-case.contracts';
import { operation } from '../../_core/operation';
import { adjudicateClaim } from './adjudicate-claim';
import { caseAtDesk } from './desk-step';
import { duplicateWarnings } from './duplicates';

/**
 * What the rules say about entered facts, from the limits that are left now, and what of them was seen in another case.
 * Reads: claims, policies, plans, accidents, person covers. Writes nothing.
 * Errors: CLAIM_NOT_FOUND (also a case outside the caller's region), AMOUNT_INVALID, FACTS_WRONG.
 */
export const previewAssessmentOperation = operation(
  previewAssessment,
  async ({ input, caller, read, vault, ports }) => {
    const { facts } = input;
    const claim = caseAtDesk(await read.claims.get(input.claimId), caller);
    const now = ports.clock.now();
    const { statement } = await adjudicateClaim({ stores: read, vault, now }, claim, facts);
    return { statement, warnings: await duplicateWarnings({ read, vault }, claim, facts) };
  },
);
