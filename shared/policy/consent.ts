import { z } from '../zod';
import { epochMs } from '../time/china-day';

/**
 * Consent to the sum on one's own life. An adult gives it with a signature on the buyer's phone or in their own WeChat;
 * a parent gives it for a minor. Source: domain R26.
 */
export const consent = z.strictObject({
  at: epochMs,
  by: z.enum(['signature', 'ownWeChat', 'parent']),
});
export type Consent = z.infer<typeof consent>;

/** What stands wherever a person is shown whose consent is awaited. Source: domain R26. */
export const CONSENT_AWAITED = '身故保障待本人确认';
