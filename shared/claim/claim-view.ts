import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { refusedPart, statement } from './assessment.schema';
import { accidentCause, claimKind, payeeRelation } from './claim.schema';
import { claimState } from './claim-state';
import { clockBar } from './clock-bar';
import { paperKey } from './paper-key';

/** One step of the line that the family sees. */
export const timelineStep = z.strictObject({
  state: claimState,
  /** Plain words. */
  text: z.string(),
  /** `paused`: where it stands, while the clock waits for papers. */
  status: z.enum(['done', 'now', 'paused', 'next']),
  /** Null for what is still to come. */
  at: z.nullable(epochMs),
  note: z.nullable(z.string()),
});

export const promiseView = z.strictObject({
  /** The latest day for an answer; provisional when that year's holidays are not yet published. */
  day: chinaDay,
  provisional: z.boolean(),
});

/** A claim in a list. */
export const claimSummary = z.strictObject({
  claimId: z.string(),
  claimNumber: z.string(),
  personName: z.string(),
  kind: claimKind,
  state: claimState,
  stateText: z.string(),
  reportedAt: epochMs,
  accidentAt: epochMs,
  promise: promiseView,
  /** What was decided; null before. */
  decidedFen: z.nullable(fen),
});

/** What the family may do with a claim now. */
export const familyAction = z.enum([
  'withdraw',
  'sendPapers',
  'agree',
  'object',
  'correctAccount',
  'rate',
  'reopen',
]);
export type FamilyAction = z.infer<typeof familyAction>;

/** A claim as its household sees it. */
export const claimView = z.strictObject({
  ...claimSummary.shape,
  /** To be named with an answer to the decision. */
  version: z.int(),
  /** Every policy that answers, the family's own first. */
  policies: z.array(z.strictObject({ policyId: z.string(), policyNumber: z.string(), planName: z.string() })),
  cause: accidentCause,
  place: z.string(),
  description: z.string(),
  timeline: z.array(timelineStep),
  /** The time that is left, as a bar; null once it was decided. Source: domain R15. */
  clock: z.nullable(clockBar),
  payees: z.array(
    z.strictObject({
      relation: payeeRelation,
      holder: z.string(),
      maskedNumber: z.string(),
      bank: z.string(),
      weight: z.int(),
    }),
  ),
  /** Short-lived addresses. */
  photos: z.array(z.strictObject({ url: z.string() })),
  voice: z.nullable(z.strictObject({ url: z.string() })),
  /** Everything that the desk asked for and waits for, and how many photos of it have come; empty when it waits for nothing. */
  missingPapers: z.array(
    z.strictObject({ paper: z.nullable(paperKey), called: z.string(), photos: z.int() }),
  ),
  /** From the decision on. Source: domain R21. */
  statement: z.nullable(statement),
  /** Why nothing is paid; from the refusal on. */
  refusal: z.nullable(z.string()),
  /** What was not paid, part by part, when nothing was; of a decision to pay it stands in the statement. */
  refusedParts: z.array(refusedPart),
  decidedAt: z.nullable(epochMs),
  /** Who worked the decision out and who took it, by name; null before it. Source: domain R21. */
  decidedBy: z.nullable(
    z.strictObject({
      assessor: z.nullable(z.string()),
      assessedAt: z.nullable(epochMs),
      approver: z.nullable(z.string()),
    }),
  ),
  /** When the family agreed to the decision that stands. */
  agreedAt: z.nullable(epochMs),
  /** The last whole day on which a refusal can be objected to; a decision to pay has none. Source: domain R22. */
  objectBy: z.nullable(chinaDay),
  /** Ordered to be paid before this decision, advances among it: the decision pays what is more. */
  advanceFen: fen,
  payouts: z.array(
    z.strictObject({
      purpose: z.enum(['claim', 'advance']),
      /** Ordered by the decision that stands; what came before it was ordered earlier. */
      isCurrent: z.boolean(),
      payee: z.int(),
      amountFen: fen,
      state: z.enum(['ready', 'sent', 'paid', 'failed']),
      failureReason: z.nullable(z.string()),
      settledAt: z.nullable(epochMs),
    }),
  ),
  objection: z.nullable(z.strictObject({ at: epochMs, reason: z.string() })),
  rating: z.nullable(z.strictObject({ stars: z.int(), words: z.string(), at: epochMs })),
  insurerName: z.string(),
  hotline: z.string(),
  complaintChannel: z.string(),
  actions: z.array(familyAction),
});
export type ClaimView = z.infer<typeof claimView>;
