import { z } from '../zod';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { referralCode } from './referral.schema';

/** An enrolment link as its specialist sees it. */
export const referralView = z.strictObject({
  code: referralCode,
  villageCode: regionCode,
  villageName: z.string(),
  campaign: z.string(),
  /** Page path of the share card, with a leading slash. */
  path: z.string(),
  /** The insurer's approved text of the share card. */
  shareTitle: z.string(),
  createdAt: epochMs,
  revoked: z.boolean(),
});
export type ReferralView = z.infer<typeof referralView>;
