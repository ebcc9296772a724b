import type { ReactNode } from 'react';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS, claimKind } from 'shared/claim/claim.schema';
import { formatRatio, formatYuanShort } from 'shared/money/fen';
import type { PolicyView } from 'shared/policy/policy-view';
import type { ChinaDay } from 'shared/time/china-day';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { TimeField } from '@/components/date-field/time-field';
import { Field } from '@/components/field/field';
import { TextArea } from '@/components/field/text-area';
import type { ClaimForm } from './claim-draft';
import { coverDays, coversDay, kindsOf, subjectOf } from './claimable';

/** One question of the second step; in the elder edition one at a time. */
export interface Question {
  key: string;
  /** The places of the input that it asks for. */
  paths: readonly string[];
  control: ReactNode;
}

const KINDS = [
  { value: 'medical', icon: 'medical', note: '门诊、住院的费用' },
  { value: 'disability', icon: 'injury', note: '医院或鉴定机构有了结论' },
  { value: 'death', icon: 'heart', note: '因为意外离开了' },
] as const;

/** The commonest first; in an order that sets two short ones side by side. */
const CAUSES = ['fall', 'traffic', 'farmWork', 'animal', 'burn', 'drowning', 'other'] as const;

/** What this cover can still pay for the chosen kind, so that nobody hopes for more. */
const mostPaid = ({ draft }: ClaimForm, policies: readonly PolicyView[]): string | undefined => {
  const { policy, person } = subjectOf(draft, policies);
  if (policy === undefined || person === undefined || draft.kind === undefined) return undefined;
  if (draft.kind !== 'medical') {
    const most = formatYuanShort(person.accidentLeftFen);
    return draft.kind === 'death' ? `最多赔 ${most} 元。` : `按伤残等级赔，最多 ${most} 元。`;
  }
  if (policy.medical === null) return undefined;
  const ratio = formatRatio(policy.medical.ratioAfterSocialInsurance);
  const own = formatYuanShort(policy.medical.deductibleFen);
  return `每次意外自己先承担 ${own} 元，医保报完剩下的按 ${ratio} 赔。全家还能赔 ${formatYuanShort(policy.medical.leftFen)} 元。`;
};

const outsideCover = (policy: PolicyView | undefined, day: ChinaDay): string | undefined =>
  policy === undefined || day === '' || coversDay(policy, day)
    ? undefined
    : `这天不在保障期内（${coverDays(policy)}），请核对日期。`;

/** The questions of the second step, filled in with the draft. */
export const whatQuestions = (
  form: ClaimForm,
  policies: readonly PolicyView[],
  today: ChinaDay,
  largeText: boolean,
): Question[] => {
  const { draft, answer, faultAt } = form;
  const { policy, person } = subjectOf(draft, policies);
  const outside = outsideCover(policy, draft.accidentDay);
  const kinds = policy === undefined ? claimKind.options : kindsOf(policy, person);
  return [
    {
      key: 'kind',
      paths: ['kind'],
      control: (
        <ChoiceList
          id="claim-kind"
          label="要办哪一种"
          choices={KINDS.filter(({ value }) => kinds.includes(value)).map((kind) => ({
            ...kind,
            label: CLAIM_KIND_WORDS[kind.value],
          }))}
          value={draft.kind}
          onChange={(kind) => answer({ kind, holder: '' })}
          hint={mostPaid(form, policies)}
          error={faultAt('kind')}
        />
      ),
    },
    {
      key: 'cause',
      paths: ['cause'],
      control: (
        <ChoiceList
          id="claim-cause"
          label="因为什么"
          inline={!largeText}
          choices={CAUSES.map((cause) => ({ value: cause, label: ACCIDENT_CAUSE_WORDS[cause] }))}
          value={draft.cause}
          onChange={(cause) => answer({ cause })}
          error={faultAt('cause')}
        />
      ),
    },
    {
      key: 'when',
      paths: ['accidentDay', 'accidentTime'],
      control: (
        <>
          <DateField
            id="claim-day"
            label="出事的日子"
            value={draft.accidentDay}
            until={today}
            onChange={(accidentDay) => answer({ accidentDay })}
            error={faultAt('accidentDay') ?? outside}
          />
          <TimeField
            id="claim-time"
            label="大概几点钟"
            value={draft.accidentTime}
            onChange={(accidentTime) => answer({ accidentTime })}
            error={faultAt('accidentTime')}
          />
        </>
      ),
    },
    {
      key: 'place',
      paths: ['place'],
      control: (
        <Field
          id="claim-place"
          label="在哪里出的事"
          value={draft.place}
          maxLength={100}
          placeholder="例如：村口下坡的路上"
          onChange={(place) => answer({ place })}
          error={faultAt('place')}
        />
      ),
    },
    {
      key: 'description',
      paths: ['description'],
      control: (
        <TextArea
          id="claim-story"
          label="怎么出的事"
          value={draft.description}
          maxLength={1000}
          placeholder="例如：骑车下坡摔倒，左手骨折，送到县医院。"
          onChange={(description) => answer({ description })}
          error={faultAt('description')}
        />
      ),
    },
  ];
};
