import { useState } from 'react';
import { writtenName } from 'shared/contract/words';
import { textOf } from 'shared/errors/catalogue';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { correctInsured } from 'shared/policy/correct-insured.contract';
import type { PolicyView } from 'shared/policy/policy-view';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { useCommand } from '@/lib/query/use-command';
import { readingOf } from './member-entry';

/** Whom something can be put right of, and where they stand on the policy. */
const openIn = ({ insured }: PolicyView) =>
  insured.flatMap((person, index) => (person.correctable === 'nothing' ? [] : [{ person, index }]));

/** Putting one person of a policy right: who, then the name, then the number if that is wrong too. */
export const useCorrection = (policy: PolicyView | undefined, onCorrected: () => Promise<void>) => {
  const open = policy ? openIn(policy) : [];
  const only = open.length === 1 ? open[0]?.index : undefined;
  const [chosen, setChosen] = useState<number>();
  const [typed, setTyped] = useState<{ name?: string; idNumber: string }>({ idNumber: '' });
  const [missing, setMissing] = useState<string>();
  const command = useCommand(correctInsured);
  const personIndex = chosen ?? only;
  const person = personIndex === undefined ? undefined : policy?.insured[personIndex];
  const name = typed.name ?? person?.name ?? '';

  const send = async (): Promise<void> => {
    if (policy === undefined || personIndex === undefined || person === undefined) {
      setMissing('请选要改的人。');
      return;
    }
    const idNumber = typed.idNumber.trim();
    if (writtenName(name) === person.name && idNumber === '') {
      setMissing(textOf('NOTHING_TO_CORRECT'));
      return;
    }
    const outcome = await command.run({
      policyId: policy.policyId,
      personIndex,
      name,
      ...(idNumber === '' ? {} : { idNumber }),
    });
    if (outcome.ok) await onCorrected();
  };

  return {
    personIndex,
    person,
    name,
    idNumber: typed.idNumber,
    missing,
    error: command.error,
    choose: (index: number) => {
      setChosen(index);
      setTyped({ idNumber: '' });
      setMissing(undefined);
    },
    type: (change: Partial<typeof typed>) => {
      setTyped((before) => ({ ...before, ...change }));
      setMissing(undefined);
    },
    send,
  };
};

type Correction = ReturnType<typeof useCorrection>;
type Person = PolicyView['insured'][number];

function PersonFields({ correction, person }: { correction: Correction; person: Person }) {
  const { name, idNumber, type, missing, error } = correction;
  const reading = readingOf(idNumber);
  const isNumberOnly = person.correctable === 'idNumber';
  return (
    <>
      {isNumberOnly ? null : (
        <Field
          id="correct-name"
          label="正确的姓名"
          kind="name"
          value={name}
          maxLength={30}
          onChange={(text) => type({ name: text })}
          error={error?.faultAt('name')}
        />
      )}
      <Field
        id="correct-id-number"
        label={isNumberOnly ? `${person.name}的身份证号` : '正确的身份证号'}
        kind="idcard"
        value={idNumber}
        placeholder={isNumberOnly ? '户口本上的 18 位号码' : '没有错就空着'}
        onChange={(text) => type({ idNumber: text })}
        hint={reading.hint ?? `保单上现在是 ${person.maskedIdNumber}`}
        error={reading.error ?? error?.faultAt('idNumber') ?? missing}
      />
    </>
  );
}

/** Who is to be put right, and how the name and number should read. */
export function CorrectionForm({ policy, correction }: { policy: PolicyView; correction: Correction }) {
  const { personIndex, person, choose, missing, error } = correction;
  const open = openIn(policy);
  const hasPlace = error !== undefined && (error.faultAt('name') ?? error.faultAt('idNumber')) !== undefined;
  return (
    <>
      <Notice>
        {open.some(({ person: one }) => one.correctable === 'all')
          ? '只能改写错的字，不能换人。改了什么、什么时候改的，都会记在保单上。'
          : '孩子上了户口，就把身份证号记到保单上。生日和性别要和出生证明一样，保障不变。'}
      </Notice>
      {open.length === 1 ? null : (
        <ChoiceList
          id="correct-person"
          label="改哪一位"
          choices={open.map(({ person: one, index }) => ({
            value: String(index),
            label: `${one.name} · ${RELATION_WORDS[one.relation]}`,
            note: one.maskedIdNumber,
          }))}
          value={personIndex === undefined ? undefined : String(personIndex)}
          onChange={(value) => choose(Number(value))}
          error={person === undefined ? missing : undefined}
        />
      )}
      {person === undefined ? null : <PersonFields correction={correction} person={person} />}
      {error === undefined || hasPlace ? null : <Failure error={error} />}
    </>
  );
}
