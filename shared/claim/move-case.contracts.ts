import { contract } from '../contract/contract';
import { claimId, requestId, shortReason, versionNumber } from '../contract/fields';
import { tellingWords } from '../contract/words';
import { z } from '../zod';
import { assessmentFacts, statement } from './assessment.schema';
import { caseView } from './case-view';
import { duplicateWarning } from './duplicates';
import { paperKey } from './paper-key';

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

/** A paper that is missing, in the family's words. */
const missingPaper = tellingWords({ min: 2, max: 60, missing: '请写缺什么。' });

/** The one complete notice of missing papers; the clock stops. A second one needs a supervisor. Source: domain R17. */
export const askPapers = contract({
  name: 'askPapers',
  function: 'desk',
  input: z.strictObject({
    ...move,
    papers: z.array(paperKey).check(z.maxLength(20)),
    /** What is no standard paper, by its name. */
    others: z.array(missingPaper).check(z.maxLength(10, '别的材料最多写 10 样。')),
    reason: shortReason,
  }),
  output,
  errors: [...moveErrors, 'SECOND_NOTICE', 'NOTHING_ASKED'],
});

/** A supervisor lets the handler send another notice, and says why. Source: domain R17. */
export const allowSecondNotice = contract({
  name: 'allowSecondNotice',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: moveErrors,
});

/** The case goes on: the papers came on paper, or it is decided without them; or an investigation has its finding. */
export const resumeCase = contract({
  name: 'resumeCase',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: moveErrors,
});

/** A handler looks into what happened. The clock goes on. */
export const investigateClaim = contract({
  name: 'investigateClaim',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: moveErrors,
});

/** What the rules say about entered facts, and what of them was seen in another case; writes nothing. */
export const previewAssessment = contract({
  name: 'previewAssessment',
  function: 'desk',
  input: z.strictObject({ claimId, facts: assessmentFacts }),
  output: z.strictObject({ statement, warnings: z.array(duplicateWarning) }),
  errors: ['CLAIM_NOT_FOUND', 'AMOUNT_INVALID', 'FACTS_WRONG'],
});

/** A handler records the facts; the rules compute the statement. Source: domain R21. */
export const assessClaim = contract({
  name: 'assessClaim',
  function: 'desk',
  input: z.strictObject({ ...move, facts: assessmentFacts, reason: shortReason }),
  output,
  errors: [...moveErrors, 'AMOUNT_INVALID', 'FACTS_WRONG', 'REVIEW_BY_ANOTHER'],
});

const decisionErrors = [...moveErrors, 'OWN_ASSESSMENT', 'PANEL_AWAITED', 'PANEL_SAYS_OTHERWISE'] as const;

/**
 * A second person approves: the money is drawn from the limits left now; the family is asked to agree.
 * Source: domain R9, R20.
 */
export const approveClaim = contract({
  name: 'approveClaim',
  function: 'desk',
  input: z.strictObject(move),
  output,
  errors: [...decisionErrors, 'DECISION_CHANGED', 'OVER_LIMIT', 'BELOW_ORDERED'],
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
  errors: [...decisionErrors, 'BELOW_ORDERED'],
});

/** A supervisor records that the family agreed by phone or on paper. */
export const recordAgreement = contract({
  name: 'recordAgreement',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: moveErrors,
});

/** A supervisor opens a case again that was over, with the reason. */
export const reopenCase = contract({
  name: 'reopenCase',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: [...moveErrors, 'CLAIM_ALREADY_FILED'],
});

/** A disputed case goes to the panel for a second opinion. Source: domain R26. */
export const openPanel = contract({
  name: 'openPanel',
  function: 'desk',
  input: z.strictObject({ ...move, reason: shortReason }),
  output,
  errors: [...moveErrors, 'PANEL_OPEN'],
});

/** A member of the panel votes once, with the reason; two equal votes decide. */
export const votePanel = contract({
  name: 'votePanel',
  function: 'desk',
  input: z.strictObject({ ...move, choice: z.enum(['pay', 'refuse']), reason: shortReason }),
  output,
  errors: [...moveErrors, 'PANEL_NOT_OPEN', 'VOTED_ALREADY', 'OWN_ASSESSMENT'],
});

/** A handler proposes to pay what is certain before the rest is decided. Source: domain R16. */
export const proposeAdvance = contract({
  name: 'proposeAdvance',
  function: 'desk',
  input: z.strictObject({ ...move, facts: assessmentFacts, reason: shortReason }),
  output,
  errors: [...moveErrors, 'AMOUNT_INVALID', 'FACTS_WRONG', 'ADVANCE_MADE'],
});

/** A second person approves the advance: it is drawn and ordered to be paid. */
export const approveAdvance = contract({
  name: 'approveAdvance',
  function: 'desk',
  input: z.strictObject(move),
  output,
  errors: [...decisionErrors, 'ADVANCE_NOT_PROPOSED', 'DECISION_CHANGED', 'OVER_LIMIT', 'BELOW_ORDERED'],
});

/** A handler lets a case come before others, with the reason; null takes it back. Source: domain R19. */
export const markGreenChannel = contract({
  name: 'markGreenChannel',
  function: 'desk',
  input: z.strictObject({ ...move, reason: z.nullable(shortReason) }),
  output,
  errors: moveErrors,
});
