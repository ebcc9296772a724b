import { useState } from 'react';
import { View } from '@tarojs/components';
import { memberInput, RELATION_WORDS, type MemberInput, type Relation } from 'shared/household/member.schema';
import { normaliseIdNumber, readIdNumber } from 'shared/identity/id-number';
import { textOf } from 'shared/errors/catalogue';
import { formatChinaDate } from 'shared/time/china-day';
import { z } from 'shared/zod';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import styles from './member-form.module.scss';

/** A member while it is being typed. */
export interface MemberEntry {
  name: string;
  idNumber: string;
  relation: Relation | undefined;
}

const relations: readonly Relation[] = ['self', 'spouse', 'son', 'daughter'];

/** The entry as a member; undefined while something is missing. */
export const memberOf = (entry: MemberEntry): MemberInput | undefined => {
  const parsed = z.safeParse(memberInput, {
    name: entry.name,
    idNumber: normaliseIdNumber(entry.idNumber),
    relation: entry.relation,
  });
  return parsed.success ? parsed.data : undefined;
};

/** What the number tells, so that a slip of the finger is seen at once; the fault once 18 characters are there. */
export const readingOf = (idNumber: string): { hint?: string; error?: string } => {
  const number = normaliseIdNumber(idNumber);
  const facts = readIdNumber(number);
  if (facts !== undefined)
    return { hint: `${facts.sex === 'male' ? '男' : '女'}，${formatChinaDate(facts.birthDay)}出生` };
  return number.length >= 18 ? { error: textOf('ID_NUMBER_WRONG') } : {};
};

interface MemberFormProps {
  entry: MemberEntry;
  onChange: (change: Partial<MemberEntry>) => void;
  /** Faults found by a check, by field. */
  faults: { name?: string; idNumber?: string; relation?: string };
  /** Relations that can no longer be chosen, because somebody else holds them. */
  taken: readonly Relation[];
}

/** One person: name, number, relation. */
export function MemberForm({ entry, onChange, faults, taken }: MemberFormProps) {
  const [left, setLeft] = useState(false);
  const reading = readingOf(entry.idNumber);
  const typed = normaliseIdNumber(entry.idNumber).length;
  const unfinished = left && typed > 0 && typed < 18 ? `身份证号有 18 位，现在是 ${typed} 位。` : undefined;
  return (
    <View className={styles.form}>
      <ChoiceList
        id="member-relation"
        label="是您的什么人"
        inline
        choices={relations.map((value) => ({
          value,
          label: RELATION_WORDS[value],
          disabled: taken.includes(value),
        }))}
        value={entry.relation}
        onChange={(relation) => onChange({ relation })}
        error={faults.relation}
      />
      <Field
        id="member-name"
        label="姓名"
        kind="name"
        value={entry.name}
        placeholder="身份证上的名字"
        maxLength={30}
        onChange={(name) => onChange({ name })}
        error={faults.name}
      />
      <Field
        id="member-id-number"
        label="身份证号"
        kind="idcard"
        value={entry.idNumber}
        placeholder="18 位"
        onChange={(idNumber) => onChange({ idNumber })}
        onBlur={() => setLeft(true)}
        hint={reading.hint}
        error={reading.error ?? unfinished ?? faults.idNumber}
      />
    </View>
  );
}
