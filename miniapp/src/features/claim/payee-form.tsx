import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { AccountFields } from './account-fields';
import { newPayee, type ClaimForm } from './claim-draft';
import { RELATION_TO_PERSON, shareWords } from './payee-rules';
import { ProofPicker } from './proof-picker';

const RELATIONS = [
  { value: 'heir', label: RELATION_TO_PERSON.heir, note: '配偶、子女、父母等' },
  { value: 'beneficiary', label: RELATION_TO_PERSON.beneficiary, note: '买的时候写明了名字的' },
] as const;

/** One of several who are paid after a death: who it is, the proof, the account, the share. */
export function PayeeForm({ form, index }: { form: ClaimForm; index: number }) {
  const { draft } = form;
  const payee = draft.payees[index] ?? newPayee('heir');
  const answer = (change: Partial<typeof payee>) => form.answerPayee(index, change);
  const faultAt = (field: string) => form.faultAt(`payees.${index}.${field}`);
  return (
    <>
      <ChoiceList
        id="payee-relation"
        label="是什么人"
        choices={RELATIONS}
        value={payee.relation === 'beneficiary' ? 'beneficiary' : 'heir'}
        onChange={(relation) => answer({ relation })}
        error={faultAt('relation')}
      />
      <Field
        id="claim-holder"
        label="户名"
        kind="name"
        value={payee.holder}
        onChange={(holder) => answer({ holder })}
        hint="和这张卡上的姓名一样。"
        error={faultAt('holder')}
      />
      <AccountFields account={payee} onChange={answer} faultAt={faultAt} />
      <ProofPicker
        photos={draft.photos}
        value={payee.proof}
        onChange={(proof) => answer({ proof })}
        error={faultAt('proofPhoto')}
      />
      {draft.payees.length < 2 ? null : (
        <Field
          id="payee-weight"
          label="占几份"
          kind="digit"
          unit="份"
          maxLength={5}
          value={payee.weight}
          onChange={(weight) => answer({ weight })}
          hint={`都填 1 就是平分。现在：${shareWords(draft.payees, index)}。`}
          error={faultAt('weight')}
        />
      )}
    </>
  );
}
