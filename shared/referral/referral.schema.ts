import { z } from '../zod';
import { chinaDay, epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';

/** Ten random characters without look-alikes. */
export const referralCode = z
  .string()
  .check(z.regex(/^[23456789ABCDEFGHJKLMNPQRSTUVWXYZ]{10}$/, '链接不完整。'));

/** An enrolment link: who shared it, for which village and campaign; attributes enrolment for service only. Source: domain R29. */
export const referral = z.strictObject({
  /** The code. */
  id: referralCode,
  staffId: z.string(),
  /** The village. */
  regionCode,
  campaign: z.string(),
  /** A campaign may fix the first day of cover. Source: domain R4. */
  campaignStartDay: z.nullable(chinaDay),
  createdAt: epochMs,
  revokedAt: z.nullable(epochMs),
});
export type Referral = z.infer<typeof referral>;
