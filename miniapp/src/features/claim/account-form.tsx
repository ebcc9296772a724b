import { useEffect, useState } from 'react';
import { ACCIDENT_CAUSE_WORDS } from 'shared/claim/claim.schema';
import type { PolicyView } from 'shared/policy/policy-view';
import { chinaDayOf, formatChinaDay } from 'shared/time/china-day';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { phoneTime } from '@/lib/time/phone-time';
import { AccountFields } from './account-fields';
import { newPayee, type ClaimForm } from './claim-draft';
import { KIND_IN_SHORT } from './claim-words';
import { subjectOf } from './claimable';
import { PayeeList } from './payee-list';
import { knownHolders, lawfulPayees } from './payee-rules';
import { ProofPicker } from './proof-picker';

interface AccountFormProps {
  form: ClaimForm;
  policies: readonly PolicyView[];
}

/** Everything in one sentence, to be read over before it is sent. */
const summary = ({ draft }: ClaimForm, policies: readonly PolicyView[]): string => {
  const { person } = subjectOf(draft, policies);
  const { kind, cause, accidentDay, photos } = draft;
  if (person === undefined || kind === undefined || cause === undefined || accidentDay === '') return '';
  const day = formatChinaDay(accidentDay, chinaDayOf(phoneTime()));
  const what = kind === 'illness' ? '确诊' : ACCIDENT_CAUSE_WORDS[cause];
  return `${person.name}${KIND_IN_SHORT[kind]}：${day}${what}。照片 ${photos.length} 张。`;
};

/** Keeps those who are paid as the law leaves it, whenever whom and what it is about has changed. */
export const useLawfulPayees = (form: ClaimForm, policies: readonly PolicyView[]): void => {
  const lawful = lawfulPayees(form.draft, policies);
  const changed = JSON.stringify(lawful) !== JSON.stringify(form.draft.payees);
  useEffect(() => {
    if (changed) form.answer({ payees: lawful });
  });
};

const OTHER = 'other';

/** Whose account a minor's money goes to: an adult of the policy, or another guardian with a proof. */
function Guardian({ form, policies }: AccountFormProps) {
  const { draft, answerPayee, faultAt } = form;
  const payee = draft.payees[0] ?? newPayee('guardian');
  const known = knownHolders(draft, policies);
  const isNamed = known.includes(payee.holder);
  const [wantsOther, setWantsOther] = useState(known.length === 0 || (payee.holder !== '' && !isNamed));
  const isOther = wantsOther && !isNamed;
  const { person } = subjectOf(draft, policies);
  const choose = (value: string) => {
    setWantsOther(value === OTHER);
    const holder = value === OTHER ? '' : (known[Number(value)] ?? '');
    answerPayee(0, { holder, proof: '' });
  };
  const choices = [
    ...known.map((name, index) => ({ value: String(index), label: name, icon: 'card' as const })),
    { value: OTHER, label: '别的监护人', note: '要一张能证明关系的照片', icon: 'person' as const },
  ];
  return (
    <>
      {known.length === 0 ? null : (
        <ChoiceList
          id="claim-holder"
          label="户名"
          choices={choices}
          value={isOther ? OTHER : isNamed ? String(known.indexOf(payee.holder)) : undefined}
          onChange={choose}
          hint={`${person?.name ?? '孩子'}未满 18 岁，打到父母的卡上。`}
          error={isOther ? undefined : faultAt('payees.0.holder')}
        />
      )}
      {isOther ? (
        <>
          <Field
            id="claim-holder-name"
            label="监护人的姓名"
            kind="name"
            value={payee.holder}
            onChange={(holder) => answerPayee(0, { holder })}
            hint="和这张卡上的姓名一样。"
            error={faultAt('payees.0.holder')}
          />
          <ProofPicker
            photos={draft.photos}
            value={payee.proof}
            onChange={(proof) => answerPayee(0, { proof })}
            error={faultAt('payees.0.proofPhoto')}
          />
        </>
      ) : null}
    </>
  );
}

/** An adult is paid themselves: the law leaves no choice. */
function Self({ form, policies }: AccountFormProps) {
  const { person } = subjectOf(form.draft, policies);
  if (person === undefined) return null;
  return (
    <ChoiceList
      id="claim-holder"
      label="户名"
      choices={[{ value: '0', label: person.name, icon: 'card' }]}
      value={form.draft.payees[0]?.holder === person.name ? '0' : undefined}
      onChange={() => form.answerPayee(0, { holder: person.name })}
      hint="只能打到本人的卡上。"
      error={form.faultAt('payees.0.holder')}
    />
  );
}

/** Where the money goes. */
export function AccountForm({ form, policies }: AccountFormProps) {
  const { draft } = form;
  const { person } = subjectOf(draft, policies);
  const toSend = summary(form, policies);
  const payee = draft.payees[0] ?? newPayee('self');
  return (
    <>
      {draft.kind === 'death' ? (
        <PayeeList form={form} />
      ) : (
        <>
          {person?.isAdult === false ? (
            <Guardian form={form} policies={policies} />
          ) : (
            <Self form={form} policies={policies} />
          )}
          <AccountFields
            account={payee}
            onChange={(change) => form.answerPayee(0, change)}
            faultAt={(field) => form.faultAt(`payees.0.${field}`)}
          />
        </>
      )}
      {toSend === '' ? null : <Notice>{toSend}</Notice>}
    </>
  );
}
