import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { staffRole } from '../identity/role';
import { assessmentFacts, statement } from './assessment.schema';
import { accidentCause, claimKind } from './claim.schema';
import { claimState } from './claim-state';
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
  reportedAt: epochMs,
  /** Whether the caller may do the next step. */
  mine: z.boolean(),
});
export type QueueRow = z.infer<typeof queueRow>;

/** What the caller may do with a case now. */
export const deskAction = z.enum(['accept', 'register', 'assess', 'approve', 'return', 'refuse']);

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
  policy: z.strictObject({
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
  }),
  account: z.strictObject({ holder: z.string(), maskedNumber: z.string(), bank: z.string() }),
  photos: z.array(z.strictObject({ url: z.string() })),
  facts: z.nullable(assessmentFacts),
  statement: z.nullable(statement),
  steps: z.array(
    z.strictObject({
      state: claimState,
      stateText: z.string(),
      at: epochMs,
      role: z.union([staffRole, z.literal('member')]),
      /** Name of a colleague; null for the family. */
      staffName: z.nullable(z.string()),
      reason: z.nullable(z.string()),
    }),
  ),
  actions: z.array(deskAction),
});
export type CaseView = z.infer<typeof caseView>;
