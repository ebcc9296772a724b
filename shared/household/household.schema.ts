import { mobilePhone } from '../contract/fields';
import { chineseWords } from '../contract/words';
import { z } from '../zod';
import { epochMs } from '../time/china-day';
import { regionCode } from '../region/region.schema';
import { member } from './member.schema';

/** Whom to reach about the renewal when the policyholder cannot be reached; chosen by the family. Source: domain R41. */
export const contact = z.strictObject({
  name: chineseWords({ max: 30, missing: '请填写联系人的姓名。' }),
  phone: mobilePhone,
  /** In the family's own words: 女儿, 邻居. */
  relation: chineseWords({ max: 10, missing: '请填写联系人是您的什么人。' }),
});
export type Contact = z.infer<typeof contact>;

/** A family as it last bought: remembered for next year. One per WeChat identity of the policyholder. */
export const household = z.strictObject({
  /** Derived from the policyholder's openid by a keyed hash. */
  id: z.string(),
  openid: z.string(),
  /** The village. */
  regionCode,
  /** Personal: sealed by the store. Empty: forgotten at the family's wish. */
  members: z.array(member),
  /** Empty: forgotten. */
  phone: z.string(),
  /** Personal: sealed by the store. Null: the policyholder's own phone counts. */
  contact: z.nullable(contact),
  updatedAt: epochMs,
});
export type Household = z.infer<typeof household>;

/** An adult signs for themselves. Source: domain R26. */
export const ADULT_AGE_YEARS = 18;
