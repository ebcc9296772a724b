import { z } from '../zod';
import { epochMs } from '../time/china-day';

/** By which right somebody sees the papers of a claim: as its family, or in a role of the desk of its region. */
export const paperViewer = z.enum(['member', 'handler', 'approver', 'supervisor', 'panelist']);
export type PaperViewer = z.infer<typeof paperViewer>;

/** One look at the papers of a claim: their addresses were handed out. Several within a minute are one. */
export const paperView = z.strictObject({
  /** Derived from the claim, who looks, in which role, and the minute. */
  id: z.string(),
  claimId: z.string(),
  /** The household or the colleague, by id. */
  by: z.string(),
  role: paperViewer,
  /** When the first address of the minute was handed out. */
  at: epochMs,
  /** SHA-256 of each paper and of the voice note. */
  papers: z.array(z.string()),
});
export type PaperView = z.infer<typeof paperView>;
