import { z } from '../zod';

/** Answers "already insured" that one person may get in a day: enough for a family, too few to search. Source: domain R5. */
export const MAX_TRIES_A_DAY = 5;

export const tryCount = z.strictObject({
  /** Derived from the person and the China day. */
  id: z.string(),
  count: z.int(),
});
