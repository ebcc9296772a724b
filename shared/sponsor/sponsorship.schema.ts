import { z } from '../zod';
import { fen } from '../money/fen';
import { sponsorKind } from '../roster/roster.schema';

/** What one body gives for a household. */
export const sponsorShare = z.strictObject({
  kind: sponsorKind,
  /** Derived from county, kind and name. */
  sponsorId: z.string(),
  name: z.string(),
  /** The roster whose confirmed transfer the money is part of. */
  rosterId: z.string(),
  /** At most so much of the premium. */
  shareFen: fen,
  /** `pledged` waits for the family to buy · `used` paid for a policy · `returned` belongs to the body again. */
  state: z.enum(['pledged', 'used', 'returned']),
  /** What it paid for. */
  policyId: z.nullable(z.string()),
  /** What of it paid a premium. */
  usedFen: fen,
});
export type SponsorShare = z.infer<typeof sponsorShare>;

/**
 * What others pay for a household under a product line in a year. One record for all of them, so that a double subsidy
 * meets the first one whichever roster it comes from. Written only from money that was received and confirmed.
 * Source: domain R4, R11.
 */
export const sponsorship = z.strictObject({
  /** Derived from the head of the household, line and year by a keyed hash. */
  id: z.string(),
  /** Keyed hash of the head's name and number: told only to who knows both. */
  nameKey: z.string(),
  shares: z.array(sponsorShare),
});
export type Sponsorship = z.infer<typeof sponsorship>;
