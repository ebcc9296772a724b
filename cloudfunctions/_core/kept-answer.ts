import { z } from '../../shared/zod';
import { epochMs } from '../../shared/time/china-day';

/** The first answer to a write request, kept so that a repeat gets the same one. */
export const keptAnswer = z.strictObject({
  /** Derived from person, operation and request id. */
  id: z.string(),
  /** A different body under the same request id is a conflict. */
  bodyHash: z.string(),
  answer: z.unknown(),
  at: epochMs,
});
