import { contract } from '../contract/contract';
import { claimId, requestId, shortReason, versionNumber } from '../contract/fields';
import { z } from '../zod';
import { assessmentFacts, statement } from './assessment.schema';
import { caseView } from './case-view';

/** Every step of the desk names the version it was decided on: saving over a newer one is refused. */
const move = { requestId, claimId, version: versionNumber };
const output = z.strictObject({ case: caseView });
const moveErrors = ['CLAIM_NOT_FOUND', 'CLAIM_STATE_WRONG', 'VERSION_CHANGED', 'OWN_HOUSEHOLD'] as const;

/** A handler takes the case on. */
export const acceptClaim = contract({
  name: 'acceptClaim',
  function: 'desk',
  input: z.strictObject(move),
  output,
  errors: moveErrors,
});

/** A handler registers the case and records whether it is clear or disputed, with a reason. Source: domain R15. */
export const registerClaim = contract({
  name: 'registerClaim',
  function: 'desk',
  input: z.strictObject({ ...move, complexity: z.enum(['clear', 'disputed']), reason: shortReason }),
  output,
  errors: moveErrors,
});

/** What the rules say about entered facts; writes nothing. */
export const previewAssessment = contract({
  name: 'previewAssessment',
  function: 'desk',
  input: z.strictObject({ claimId, facts: assessmentFacts }),
  output: z.strictObject({ statement }),
  errors: ['CLAIM_NOT_FOUND', 'AMOUNT_INVALID'],
});

/** A handler records the facts; the rules compute the statement. Source: domain R21. */
export const assessClaim = contract({
  name: 'assessClaim',
  function: 'desk',
  input: z.strictObject({ ...move, facts: assessmentFacts, reason: shortReason }),
  output,
  errors: [...moveErrors, 'AMOUNT_INVALID'],
});

/**
 * A second person approves: the money is drawn from the limit left now, the payout and its ledger rows are written.
 * Source: domain R9, R20.
 */
export const approveClaim = contract({
  name: 'approveClaim',
  function: 'desk',
  input: z.strictObject(move),
  output,
  errors: [...moveErrors, 'OWN_ASSESSMENT', 'DECISION_CHANGED'],
});

/** A second person sends the assessment back to the handler. */
export const returnClaim = contract({
  name: 'returnClaim',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: [...moveErrors, 'OWN_ASSESSMENT'],
});

/** A second person refuses the claim, with the reason the family reads. Source: domain R16. */
export const refuseClaim = contract({
  name: 'refuseClaim',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: [...moveErrors, 'OWN_ASSESSMENT'],
});
