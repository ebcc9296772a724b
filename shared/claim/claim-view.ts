import { z } from '../zod';
import { fen } from '../money/fen';
import { chinaDay, epochMs } from '../time/china-day';
import { statement } from './assessment.schema';
import { accidentCause, claimKind } from './claim.schema';
import { claimState } from './claim-state';

/** One step of the line that the family sees. */
export const timelineStep = z.strictObject({
  state: claimState,
  /** Plain words. */
  text: z.string(),
  status: z.enum(['done', 'now', 'next']),
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

/** A claim as its household sees it. */
export const claimView = z.strictObject({
  ...claimSummary.shape,
  policyId: z.string(),
  policyNumber: z.string(),
  planName: z.string(),
  cause: accidentCause,
  place: z.string(),
  description: z.string(),
  timeline: z.array(timelineStep),
  account: z.strictObject({ holder: z.string(), maskedNumber: z.string(), bank: z.string() }),
  /** Short-lived addresses. */
  photos: z.array(z.strictObject({ url: z.string() })),
  /** From the approval on. */
  statement: z.nullable(statement),
  payout: z.nullable(
    z.strictObject({
      amountFen: fen,
      state: z.enum(['ready', 'sent', 'paid', 'failed']),
      settledAt: z.nullable(epochMs),
    }),
  ),
  insurerName: z.string(),
  hotline: z.string(),
  mayWithdraw: z.boolean(),
});
export type ClaimView = z.infer<typeof claimView>;
