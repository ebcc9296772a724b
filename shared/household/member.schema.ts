import { z } from '../zod';
import { chinaDay } from '../time/china-day';

/** Relation to the policyholder. Insured are husband, wife and their children. Source: domain R2. */
export const relation = z.enum(['self', 'spouse', 'son', 'daughter']);
export type Relation = z.infer<typeof relation>;

/** The Chinese word of a relation. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  self: '本人',
  spouse: '配偶',
  son: '儿子',
  daughter: '女儿',
};

/** A family member as the household enters it; birth date and sex come from the number. Source: domain R28. */
export const memberInput = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1, '请填写姓名。'), z.maxLength(30, '姓名太长了。')),
  /** GB 11643 number, checked by the rules so that the fault has its own code. */
  idNumber: z.string().check(z.minLength(1, '请填写身份证号。'), z.maxLength(40, '身份证号太长了。')),
  relation,
});
export type MemberInput = z.infer<typeof memberInput>;

/** A checked family member, as stored. */
export const member = z.strictObject({
  name: z.string(),
  idNumber: z.string(),
  relation,
  birthDay: chinaDay,
  sex: z.enum(['male', 'female']),
});
export type Member = z.infer<typeof member>;
