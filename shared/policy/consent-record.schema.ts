import { z } from '../zod';
import { fen } from '../money/fen';
import { epochMs } from '../time/china-day';

/** Who is asked: the insured adult, or a parent of an insured minor. Source: domain R26. */
export const consentKind = z.enum(['adult', 'parent']);
export type ConsentKind = z.infer<typeof consentKind>;

/** An answer given in somebody's own WeChat, as it is kept: what was shown, in which version, to whom, when. */
export const consentRecord = z.strictObject({
  /** Derived from policy or order and the person's position: answered once. */
  id: z.string(),
  /** The policy, or the order that waited. */
  subjectId: z.string(),
  personIndex: z.int(),
  kind: consentKind,
  answer: z.enum(['agreed', 'refused']),
  /** Keyed hash of the openid that answered. */
  actor: z.string(),
  /** Of the words that were confirmed. */
  version: z.string(),
  planId: z.string(),
  planVersion: z.int(),
  /** Death and disability sum of the person, as shown. */
  accidentShareFen: fen,
  at: epochMs,
});
export type ConsentRecord = z.infer<typeof consentRecord>;
