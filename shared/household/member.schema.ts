import { characters, personName } from '../contract/words';
import { fen } from '../money/fen';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';

/**
 * Relation to the policyholder: husband, wife and their children; grandchildren who are left in their grandparents'
 * care, once a parent has confirmed. Source: domain R2, R26.
 */
export const relation = z.enum([
  'self',
  'spouse',
  'son',
  'daughter',
  'grandson',
  'granddaughter',
  'daughtersSon',
  'daughtersDaughter',
]);
export type Relation = z.infer<typeof relation>;

/** The Chinese word of a relation. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  self: '本人',
  spouse: '配偶',
  son: '儿子',
  daughter: '女儿',
  grandson: '孙子',
  granddaughter: '孙女',
  daughtersSon: '外孙',
  daughtersDaughter: '外孙女',
};

/** What proves who somebody is: the resident ID card, for a newborn the birth certificate. Source: domain R28. */
export const idKind = z.enum(['idCard', 'birthCertificate']);
export type IdKind = z.infer<typeof idKind>;

export const sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof sex>;

/**
 * A family member as the household enters it. An ID number tells birth day and sex; the number of a birth certificate
 * does not, so they are entered beside it. Source: domain R28.
 */
export const memberInput = z.strictObject({
  name: personName({ max: 30, missing: '请填写姓名。' }),
  /** The ID card when left out. */
  idKind: z.optional(idKind),
  /** Number of that document, checked by the rules so that the fault has its own code. */
  idNumber: characters({ max: 40, missing: '请填写证件号。' }),
  relation,
  /** With a birth certificate only. */
  birthDay: z.optional(chinaDay),
  /** With a birth certificate only. */
  sex: z.optional(sex),
  /** What other insurers would pay for a minor's death, as the family declares it; none when left out. Source: domain R27. */
  otherDeathCoverFen: z.optional(z.nullable(fen)),
});
export type MemberInput = z.infer<typeof memberInput>;

/** A checked family member, as stored. */
export const member = z.strictObject({
  name: z.string(),
  idKind,
  idNumber: z.string(),
  relation,
  birthDay: chinaDay,
  sex,
  /** Declared of a minor, whose death cover the law limits; null: not asked. Source: domain R27. */
  otherDeathCoverFen: z.nullable(fen),
});
export type Member = z.infer<typeof member>;

/** A stored member as the family would enter them again: next year, or to put something right. */
export const asEntered = (member: Member): MemberInput => ({
  name: member.name,
  idNumber: member.idNumber,
  relation: member.relation,
  ...(member.idKind === 'idCard'
    ? {}
    : { idKind: member.idKind, birthDay: member.birthDay, sex: member.sex }),
  ...(member.otherDeathCoverFen === null ? {} : { otherDeathCoverFen: member.otherDeathCoverFen }),
});
