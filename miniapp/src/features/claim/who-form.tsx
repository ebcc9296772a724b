import type { PolicyView } from 'shared/policy/policy-view';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { ChoiceList } from '@/components/choice-list/choice-list';
import type { ClaimForm } from './claim-draft';
import { coverDays } from './claimable';

interface WhoFormProps {
  form: ClaimForm;
  /** Those under which something can have happened. */
  policies: readonly PolicyView[];
}

/** Which cover and which person; a family with one cover is asked for the person alone. */
export function WhoForm({ form, policies }: WhoFormProps) {
  const { draft, answer, faultAt } = form;
  const only = policies.length === 1 ? policies[0] : undefined;
  const policy = only ?? policies.find(({ policyId }) => policyId === draft.policyId);
  const choose = (person: string) =>
    answer({ policyId: policy?.policyId ?? '', personIndex: Number(person), holder: '' });
  return (
    <>
      {only !== undefined ? null : (
        <ChoiceList
          id="claim-policy"
          label="用哪一份保障"
          choices={policies.map((one) => ({
            value: one.policyId,
            label: one.planName,
            note: `${coverDays(one)}${one.state === 'ended' ? ' · 已到期，期内出的事还能报' : ''}`,
            icon: 'shield',
          }))}
          value={draft.policyId}
          onChange={(policyId) => answer({ policyId, personIndex: -1, holder: '' })}
          error={faultAt('policyId') ?? (policy === undefined ? faultAt('personIndex') : undefined)}
        />
      )}
      {policy === undefined ? null : (
        <ChoiceList
          id="claim-person"
          label="出事的家人"
          labelHidden={only !== undefined}
          choices={policy.insured.map(({ name, relation }, index) => ({
            value: String(index),
            label: name,
            note: RELATION_WORDS[relation],
            icon: 'person',
          }))}
          value={draft.policyId === policy.policyId ? String(draft.personIndex) : undefined}
          onChange={choose}
          hint={only === undefined ? undefined : `${only.planName} · ${coverDays(only)}`}
          error={faultAt('personIndex')}
        />
      )}
    </>
  );
}
