import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { assessmentFacts, statement } from './assessment.schema';
import { accidentCause, claimAlarm, claimKind, payeeRelation } from './claim.schema';
import { duplicateWarning } from './duplicates';
import { claimMover, claimState } from './claim-state';
import { promiseView } from './claim-view';

/** A row of the desk's queue. */
export const queueRow = z.strictObject({
  claimId: z.string(),
  claimNumber: z.string(),
  maskedName: z.string(),
  kind: claimKind,
  state: claimState,
  stateText: z.string(),
  townshipName: z.string(),
  promise: promiseView,
  /** By when the desk must have done its part: the family's date, or the last day to pay. */
  dueDay: chinaDay,
  reportedAt: epochMs,
  /** Comes before others. Source: domain R19. */
  isGreen: z.boolean(),
  alarm: claimAlarm,
  /** Whether the caller may do the next step. */
  mine: z.boolean(),
  /** Of the caller's own household: others do it, whatever the caller's role. Source: domain R20. */
  isOwnHousehold: z.boolean(),
});
export type QueueRow = z.infer<typeof queueRow>;

/** What the caller may do with a case now. */
export const deskAction = z.enum([
  'accept',
  'register',
  'resume',
  'assess',
  'askPapers',
  'investigate',
  'proposeAdvance',
  'approve',
  'return',
  'refuse',
  'approveAdvance',
  'markGreen',
  'openPanel',
  'vote',
  'agree',
  'allowNotice',
  'reopen',
]);

/** One policy that answers for a case. */
const casePolicy = z.strictObject({
  policyNumber: z.string(),
  planName: z.string(),
  startDay: chinaDay,
  lastDay: chinaDay,
  coveredAtAccident: z.boolean(),
  insuredCount: z.int(),
  accidentShareFen: fen,
  accidentPaidFen: fen,
  medicalLimitFen: fen,
  medicalPaidFen: fen,
  allowancePerDayFen: fen,
  allowanceDaysPaid: z.int(),
  illnessSumFen: fen,
  illnessPaidFen: fen,
});

/** A colleague's name behind an id; null for one who is no longer known. */
const staffName = z.nullable(z.string());

/** A case as the insurer's desk sees it. */
export const caseView = z.strictObject({
  claimId: z.string(),
  claimNumber: z.string(),
  version: z.int(),
  state: claimState,
  stateText: z.string(),
  personName: z.string(),
  /** The person has not consented to the sum: a death claim goes to the panel. Source: domain R26. */
  consentAwaited: z.boolean(),
  maskedIdNumber: z.string(),
  ageAtAccident: z.int(),
  kind: claimKind,
  cause: accidentCause,
  accidentAt: epochMs,
  place: z.string(),
  description: z.string(),
  complexity: z.enum(['clear', 'disputed']),
  promise: promiseView,
  alarm: claimAlarm,
  greenChannel: z.nullable(z.strictObject({ reason: z.string() })),
  /** The specialist who filled it in for the family, and when the family sent it; null: the family filled it in. Source: domain R40. */
  assistedBy: z.nullable(
    z.strictObject({
      /** Hidden but for its ends: the desk need not know more. */
      maskedName: staffName,
      sentAt: epochMs,
    }),
  ),
  /** The family's own first. */
  policies: z.array(casePolicy),
  payees: z.array(
    z.strictObject({
      relation: payeeRelation,
      holder: z.string(),
      maskedNumber: z.string(),
      bank: z.string(),
      weight: z.int(),
      /** Position among the papers; null: none is needed, or it is not there. */
      proof: z.nullable(z.int()),
    }),
  ),
  papers: z.array(z.strictObject({ url: z.string(), at: epochMs })),
  voice: z.nullable(z.strictObject({ url: z.string() })),
  /** Whether the caller may be told who looked at them. */
  tellsLooks: z.boolean(),
  notices: z.array(
    z.strictObject({
      at: epochMs,
      /** Each by its name, with the positions of its photos among the papers. */
      papers: z.array(z.strictObject({ called: z.string(), photos: z.array(z.int()) })),
      answeredAt: z.nullable(epochMs),
      /** Why a second one was let be. */
      allowedReason: z.nullable(z.string()),
    }),
  ),
  noticeAllowed: z.boolean(),
  facts: z.nullable(assessmentFacts),
  /** What was seen in another case too, of the facts or, while there are none, of the advance. */
  warnings: z.array(duplicateWarning),
  statement: z.nullable(statement),
  advance: z.nullable(
    z.strictObject({
      statement,
      reason: z.string(),
      proposedAt: epochMs,
      proposedBy: staffName,
      approvedAt: z.nullable(epochMs),
    }),
  ),
  panel: z.nullable(
    z.strictObject({
      reason: z.string(),
      openedAt: epochMs,
      votes: z.array(
        z.strictObject({
          staffName,
          choice: z.enum(['pay', 'refuse']),
          reason: z.string(),
          at: epochMs,
        }),
      ),
      outcome: z.nullable(z.enum(['pay', 'refuse'])),
    }),
  ),
  objection: z.nullable(z.strictObject({ at: epochMs, reason: z.string() })),
  /** Ordered to be paid so far. */
  orderedFen: fen,
  paidFen: fen,
  steps: z.array(
    z.strictObject({
      state: claimState,
      stateText: z.string(),
      at: epochMs,
      role: claimMover,
      /** Null for the family and the clock. */
      staffName,
      reason: z.nullable(z.string()),
    }),
  ),
  actions: z.array(deskAction),
  /** Of the caller's own household: no step of it is the caller's. Source: domain R20. */
  isOwnHousehold: z.boolean(),
});
export type CaseView = z.infer<typeof caseView>;
