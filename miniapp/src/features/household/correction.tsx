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

/** Putting one person of a policy right: who, then the name, then the number if that is wrong too. */
export const useCorrection = (policy: PolicyView | undefined, onCorrected: () => Promise<void>) => {
  const only = policy?.insured.length === 1 ? 0 : undefined;
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

function PersonFields({ correction, masked }: { correction: Correction; masked: string }) {
  const { name, idNumber, type, missing, error } = correction;
  const reading = readingOf(idNumber);
  return (
    <>
      <Field
        id="correct-name"
        label="正确的姓名"
        kind="name"
        value={name}
        maxLength={30}
        onChange={(text) => type({ name: text })}
        error={error?.faultAt('name')}
      />
      <Field
        id="correct-id-number"
        label="正确的身份证号"
        kind="idcard"
        value={idNumber}
        placeholder="没有错就空着"
        onChange={(text) => type({ idNumber: text })}
        hint={reading.hint ?? `保单上现在是 ${masked}`}
        error={reading.error ?? error?.faultAt('idNumber') ?? missing}
      />
    </>
  );
}

/** Who is to be put right, and how the name and number should read. */
export function CorrectionForm({ policy, correction }: { policy: PolicyView; correction: Correction }) {
  const { personIndex, person, choose, missing, error } = correction;
  const hasPlace = error !== undefined && (error.faultAt('name') ?? error.faultAt('idNumber')) !== undefined;
  return (
    <>
      <Notice>只能改写错的字，不能换人。改了什么、什么时候改的，都会记在保单上。</Notice>
      {policy.insured.length === 1 ? null : (
        <ChoiceList
          id="correct-person"
          label="改哪一位"
          choices={policy.insured.map((one, index) => ({
            value: String(index),
            label: `${one.name} · ${RELATION_WORDS[one.relation]}`,
            note: one.maskedIdNumber,
          }))}
          value={personIndex === undefined ? undefined : String(personIndex)}
          onChange={(value) => choose(Number(value))}
          error={person === undefined ? missing : undefined}
        />
      )}
      {person === undefined ? null : <PersonFields correction={correction} masked={person.maskedIdNumber} />}
      {error === undefined || hasPlace ? null : <Failure error={error} />}
    </>
  );
}
