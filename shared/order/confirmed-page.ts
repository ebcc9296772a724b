import { documentId, documentVersion, sha256 } from '../contract/fields';
import { DAY_MS, type EpochMs } from '../time/china-day';
import { z } from '../zod';

/**
 * A page as it was shown and confirmed on the phone, and the moment of the press by the phone's clock; left out by who
 * does not know it any more. Source: domain R25.
 */
export const confirmedPage = z.strictObject({
  documentId,
  version: documentVersion,
  sha256,
  confirmedAt: z.optional(z.number()),
});
export type ConfirmedPage = z.infer<typeof confirmedPage>;

/** A purchase that lies on the phone longer is begun anew. */
export const LONGEST_DRAFT_MS = 30 * DAY_MS;
/** By so much a phone's clock may be ahead of ours. */
const CLOCK_AHEAD_MS = 5 * 60_000;

/**
 * The moment of a press as far as the phone can be believed: never after its order came, never longer before it than a
 * purchase lies unfinished. Null for any other and for none: then only the order's own time is known. Source: domain R25.
 */
const believedMoment = (told: number | undefined, orderedAt: EpochMs): EpochMs | null => {
  if (told === undefined || !Number.isSafeInteger(told)) return null;
  if (told < orderedAt - LONGEST_DRAFT_MS || told > orderedAt + CLOCK_AHEAD_MS) return null;
  return Math.min(told, orderedAt);
};

/** Pages as an order keeps them, with each moment that can be believed; the order's own time stands beside them. */
export const keptPages = (pages: readonly ConfirmedPage[], orderedAt: EpochMs) =>
  pages.map(({ confirmedAt, ...shown }) => ({
    ...shown,
    confirmedAt: believedMoment(confirmedAt, orderedAt),
  }));
