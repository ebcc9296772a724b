import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { RELATION_WORDS, type Relation } from 'shared/household/member.schema';
import { isGrandchild } from 'shared/household/insurable-interest';
import type { ChinaDay } from 'shared/time/china-day';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { showControl } from '@/lib/navigation/show-control';
import { IdCardPhoto } from './id-card-photo';
import { asksForOther, readingOf, type EntryFaults, type MemberEntry } from './member-entry';
import styles from './member-form.module.scss';

interface MemberFormProps {
  entry: MemberEntry;
  onChange: (change: Partial<MemberEntry>) => void;
  /** Faults found by a check, by field. */
  faults: EntryFaults;
  /** Relations that can no longer be chosen, because somebody else holds them. */
  taken: readonly Relation[];
  /** First day of cover: ages count on it; empty while it is not known. */
  startDay: ChinaDay;
  /** The only relations that are asked about; all of them unless told. */
  among?: readonly Relation[];
}

const NEAR: readonly Relation[] = ['self', 'spouse', 'son', 'daughter'];
const GRANDCHILDREN: readonly Relation[] = ['grandson', 'granddaughter', 'daughtersSon', 'daughtersDaughter'];
const isChild = (relation: Relation | undefined): boolean =>
  relation !== undefined && relation !== 'self' && relation !== 'spouse';

type PartProps = Omit<MemberFormProps, 'startDay' | 'taken' | 'among'>;

/** Who it is to the buyer: the near ones at once, grandchildren one step further. */
function RelationField({
  entry,
  onChange,
  faults,
  taken,
  among,
}: PartProps & Pick<MemberFormProps, 'taken' | 'among'>) {
  const { relation } = entry;
  const [asked, setAsked] = useState(false);
  const isGrand = asked || (relation !== undefined && isGrandchild({ relation }));
  return (
    <>
      <ChoiceList
        id="member-relation"
        label="是您的什么人"
        inline
        choices={[
          ...(among ?? NEAR).map((value) => ({
            value,
            label: RELATION_WORDS[value],
            disabled: taken.includes(value),
          })),
          ...(among === undefined ? [{ value: 'grand' as const, label: '孙辈' }] : []),
        ]}
        value={isGrand ? 'grand' : relation}
        onChange={(chosen) => {
          setAsked(chosen === 'grand');
          onChange({ relation: chosen === 'grand' ? undefined : chosen });
        }}
        error={isGrand ? undefined : faults.relation}
      />
      {isGrand ? (
        <ChoiceList
          id="member-grandchild"
          label="是哪一辈的孩子"
          inline
          choices={GRANDCHILDREN.map((value) => ({ value, label: RELATION_WORDS[value] }))}
          value={relation}
          onChange={(chosen) => onChange({ relation: chosen })}
          hint="爷爷奶奶、外公外婆给孩子买，要孩子的爸爸或妈妈在微信里同意，才能付款。"
          error={faults.relation}
        />
      ) : null}
    </>
  );
}

function IdCardFields({ entry, onChange, faults }: PartProps) {
  const [left, setLeft] = useState(false);
  const reading = readingOf(entry.idNumber);
  return (
    <Field
      id="member-id-number"
      label="身份证号"
      kind="idcard"
      value={entry.idNumber}
      placeholder="18 位，孩子的在户口本上"
      onChange={(idNumber) => onChange({ idNumber })}
      onBlur={() => setLeft(true)}
      hint={reading.hint}
      error={reading.error ?? (left ? reading.unfinished : undefined) ?? faults.idNumber}
    />
  );
}

function BirthCertificateFields({
  entry,
  onChange,
  faults,
  startDay,
}: Omit<MemberFormProps, 'taken' | 'among'>) {
  return (
    <>
      <Field
        id="member-certificate"
        label="出生医学证明编号"
        value={entry.idNumber}
        placeholder="1 个字母加 9 位数字"
        maxLength={40}
        onChange={(idNumber) => onChange({ idNumber })}
        hint="满 1 岁要用身份证号，户口本上有。"
        error={faults.idNumber}
      />
      <DateField
        id="member-birth-day"
        label="出生日期"
        value={entry.birthDay}
        until={startDay === '' ? '2099-12-31' : startDay}
        onChange={(birthDay) => onChange({ birthDay })}
        error={faults.birthDay}
      />
      <ChoiceList
        id="member-sex"
        label="男孩还是女孩"
        inline
        choices={[
          { value: 'male', label: '男孩' },
          { value: 'female', label: '女孩' },
        ]}
        value={entry.sex}
        onChange={(sex) => onChange({ sex })}
        error={faults.sex}
      />
    </>
  );
}

/** Asked for a minor only: the law limits what all insurers together may pay for a child's death. Source: domain R27. */
function OtherCoverFields({ entry, onChange, faults }: PartProps) {
  return (
    <>
      <ChoiceList
        id="member-other"
        label="孩子在别的公司买过含身故的保险吗"
        inline
        choices={[
          { value: 'none', label: '没有' },
          { value: 'some', label: '买过' },
        ]}
        value={entry.other}
        onChange={(other) => onChange({ other })}
        hint="国家规定了孩子身故最多能赔多少，所有公司合着算。"
        error={faults.other}
      />
      {entry.other === 'some' ? (
        <Field
          id="member-other-yuan"
          label="别的公司身故一共保多少"
          kind="money"
          unit="元"
          value={entry.otherYuan}
          onChange={(otherYuan) => onChange({ otherYuan })}
          error={faults.otherYuan}
        />
      ) : null}
    </>
  );
}

/** Where a fault of each field is shown, from the top of the form down. */
const controlsOf = (
  { idKind }: MemberEntry,
  [nearest = 'self']: readonly Relation[],
): readonly (readonly [keyof EntryFaults, string])[] => [
  ['relation', `member-relation-${nearest}`],
  ['name', 'member-name'],
  ['idNumber', idKind === 'birthCertificate' ? 'member-certificate' : 'member-id-number'],
  ['birthDay', 'member-birth-day'],
  ['sex', 'member-sex-male'],
  ['other', 'member-other-none'],
  ['otherYuan', 'member-other-yuan'],
];

/** Brings the first fault that a check found into sight: on a small phone it may stand below the bar. */
const useFirstFaultInSight = ({ entry, faults, among = NEAR }: MemberFormProps): void => {
  const first = controlsOf(entry, among).find(([field]) => faults[field] !== undefined)?.[1];
  useEffect(() => {
    if (first !== undefined) void showControl(first);
  }, [first]);
};

/** One person: relation, name, document, and for a minor what others insure. */
export function MemberForm(props: MemberFormProps) {
  const { entry, onChange, faults, taken, startDay, among } = props;
  const parts = { entry, onChange, faults };
  useFirstFaultInSight(props);
  const isNewborn = entry.idKind === 'birthCertificate';
  return (
    <View className={styles.form}>
      <RelationField {...parts} taken={taken} among={among} />
      {isNewborn ? null : (
        <IdCardPhoto
          onRead={({ name, idNumber }) =>
            // What could not be read leaves what was typed.
            onChange({
              ...(name === '' ? {} : { name }),
              ...(idNumber === '' ? {} : { idNumber }),
              idKind: 'idCard',
            })
          }
        />
      )}
      <Field
        id="member-name"
        label="姓名"
        kind="name"
        value={entry.name}
        placeholder={isNewborn ? '证明上孩子的名字' : '身份证上的名字'}
        maxLength={30}
        onChange={(name) => onChange({ name })}
        error={faults.name}
      />
      {isChild(entry.relation) ? (
        <ChoiceList
          id="member-document"
          label="用什么证件"
          inline
          choices={[
            { value: 'idCard', label: '身份证号' },
            { value: 'birthCertificate', label: '出生医学证明' },
          ]}
          value={entry.idKind}
          onChange={(idKind) => onChange({ idKind })}
        />
      ) : null}
      {isNewborn ? <BirthCertificateFields {...parts} startDay={startDay} /> : <IdCardFields {...parts} />}
      {asksForOther(entry, startDay) ? <OtherCoverFields {...parts} /> : null}
      {entry.relation === 'self' ? <Notice>您自己是投保人，要年满 18 岁，付款前由您签名。</Notice> : null}
    </View>
  );
}
