import { z } from '../zod';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { member } from './member.schema';

/** A family as it last bought: remembered for next year. One per WeChat identity of the policyholder. */
export const household = z.strictObject({
  /** Derived from the policyholder's openid by a keyed hash. */
  id: z.string(),
  openid: z.string(),
  /** The village. */
  regionCode,
  /** Personal: sealed by the store. */
  members: z.array(member),
  phone: z.string(),
  updatedAt: epochMs,
});
export type Household = z.infer<typeof household>;

/** An adult signs for themselves. Source: domain R26. */
export const ADULT_AGE_YEARS = 18;
