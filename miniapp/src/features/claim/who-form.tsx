import type { PolicyView } from 'shared/policy/policy-view';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { ChoiceList } from '@/components/choice-list/choice-list';
import type { ClaimForm } from './claim-draft';
import { claimablePeople, standsOf } from './claimable';

interface WhoFormProps {
  form: ClaimForm;
  policies: readonly PolicyView[];
}

/** That several covers of the chosen person are claimed together; a single one needs no word. */
const coverWords = (stands: ReturnType<typeof standsOf>): string | undefined =>
  stands.length < 2 ? undefined : `有 ${stands.length} 份保障，出事那天有效的会一起办，不用分开报。`;

/** Whom the report is about; which cover answers follows from the person and the day. */
export function WhoForm({ form, policies }: WhoFormProps) {
  const { draft, answer, faultAt } = form;
  const people = claimablePeople(policies);
  const stands = standsOf(draft, policies);
  const chosen = people.findIndex((one) =>
    stands.some(({ policy, personIndex }) => policy === one.policy && personIndex === one.personIndex),
  );
  const choose = (position: string) => {
    const one = people[Number(position)];
    if (one === undefined || Number(position) === chosen) return;
    answer({ policyId: one.policy.policyId, personIndex: one.personIndex, payees: [] });
  };
  return (
    <ChoiceList
      id="claim-person"
      label="出事的家人"
      labelHidden
      choices={people.map(({ person }, index) => ({
        value: String(index),
        label: person.name,
        note: RELATION_WORDS[person.relation],
        icon: 'person',
      }))}
      value={chosen < 0 ? undefined : String(chosen)}
      onChange={choose}
      hint={coverWords(stands)}
      error={faultAt('policyId') ?? faultAt('personIndex')}
    />
  );
}
