import { textOf } from 'shared/errors/catalogue';
import { readIdentity, type IdentityReading } from 'shared/household/identity-facts';
import {
  memberInput,
  type IdKind,
  type MemberInput,
  type Relation,
  type Sex,
} from 'shared/household/member.schema';
import { isCapped } from 'shared/household/minors-cap';
import { normaliseIdNumber } from 'shared/identity/id-number';
import { formatYuan, parseYuan } from 'shared/money/fen';
import { formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import { z } from 'shared/zod';

/** A member while it is being typed. */
export interface MemberEntry {
  name: string;
  idKind: IdKind;
  idNumber: string;
  relation: Relation | undefined;
  /** With a birth certificate; empty before a choice. */
  birthDay: ChinaDay;
  sex: Sex | undefined;
  /** Whether other insurers would pay for this child's death; asked for minors only. */
  other: 'none' | 'some' | undefined;
  otherYuan: string;
}

/** What is wrong, by field of the form. */
export type EntryFaults = Partial<Record<keyof MemberEntry, string>>;

export const emptyEntry = (relation: Relation | undefined): MemberEntry => ({
  name: '',
  idKind: 'idCard',
  idNumber: '',
  relation,
  birthDay: '',
  sex: undefined,
  other: undefined,
  otherYuan: '',
});

/** A member as it was entered before. */
export const entryOf = (member: MemberInput): MemberEntry => {
  const { otherDeathCoverFen = null } = member;
  return {
    ...emptyEntry(member.relation),
    name: member.name,
    idKind: member.idKind ?? 'idCard',
    idNumber: member.idNumber,
    birthDay: member.birthDay ?? '',
    sex: member.sex,
    other: otherDeathCoverFen === null ? undefined : otherDeathCoverFen === 0 ? 'none' : 'some',
    otherYuan: otherDeathCoverFen ? formatYuan(otherDeathCoverFen).replace(/,|\.00$/g, '') : '',
  };
};

const identityOf = ({ idKind, idNumber, birthDay, sex }: MemberEntry): IdentityReading =>
  readIdentity({
    idKind,
    idNumber,
    ...(birthDay === '' ? {} : { birthDay }),
    ...(sex === undefined ? {} : { sex }),
  });

/** Whether the law limits what may be paid for this person's death, so that other cover is asked for. Source: domain R27. */
export const asksForOther = (entry: MemberEntry, startDay: ChinaDay): boolean => {
  const { facts } = identityOf(entry);
  return facts !== undefined && startDay !== '' && isCapped(facts.birthDay, startDay);
};

/**
 * What the number tells, so that a slip of the finger is seen at once: the fault once 18 characters are there; before
 * that, what to say when the field is left.
 */
export const readingOf = (idNumber: string): { hint?: string; error?: string; unfinished?: string } => {
  const number = normaliseIdNumber(idNumber);
  const { facts, faults } = readIdentity({ idNumber: number });
  if (facts !== undefined)
    return { hint: `${facts.sex === 'male' ? '男' : '女'}，${formatChinaDate(facts.birthDay)}出生` };
  if (number === '') return {};
  const message = faults[0]?.message ?? textOf('ID_NUMBER_WRONG');
  return number.length >= 18 ? { error: message } : { unfinished: message };
};

const otherFenOf = (entry: MemberEntry): number | undefined =>
  entry.other === 'none' ? 0 : entry.other === 'some' ? parseYuan(entry.otherYuan) : undefined;

const missingIn = (entry: MemberEntry, startDay: ChinaDay): EntryFaults => ({
  ...(entry.relation === undefined ? { relation: '请选一个关系。' } : {}),
  ...(entry.name.trim() === '' ? { name: '请填写姓名。' } : {}),
  ...(entry.idNumber.trim() === ''
    ? { idNumber: entry.idKind === 'idCard' ? '请填写身份证号。' : '请填写出生医学证明编号。' }
    : {}),
  ...(asksForOther(entry, startDay) && entry.other === undefined ? { other: '请选有还是没有。' } : {}),
  ...(entry.other === 'some' && otherFenOf(entry) === undefined
    ? { otherYuan: '请写一共多少元，只写数字。' }
    : {}),
});

/** The entry as a member, or what is missing at which field. The family's rules are checked afterwards. */
export const readEntry = (
  entry: MemberEntry,
  startDay: ChinaDay,
): { member: MemberInput; faults: undefined } | { member: undefined; faults: EntryFaults } => {
  const missing = missingIn(entry, startDay);
  if (Object.keys(missing).length > 0) return { member: undefined, faults: missing };
  const otherFen = asksForOther(entry, startDay) ? otherFenOf(entry) : undefined;
  const parsed = z.safeParse(memberInput, {
    name: entry.name,
    idNumber: normaliseIdNumber(entry.idNumber),
    relation: entry.relation,
    ...(entry.idKind === 'idCard'
      ? {}
      : {
          idKind: entry.idKind,
          ...(entry.birthDay === '' ? {} : { birthDay: entry.birthDay }),
          ...(entry.sex === undefined ? {} : { sex: entry.sex }),
        }),
    ...(otherFen === undefined ? {} : { otherDeathCoverFen: otherFen }),
  });
  if (parsed.success) return { member: parsed.data, faults: undefined };
  const faults = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [
      path[0] === 'otherDeathCoverFen' ? 'otherYuan' : String(path[0]),
      path[0] === 'otherDeathCoverFen' ? '金额太大了，请核对。' : message,
    ]),
  );
  return { member: undefined, faults };
};
