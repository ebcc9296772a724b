import type { ReactNode } from 'react';
import {
  ACCIDENT_CAUSE_WORDS,
  CLAIM_KIND_WORDS,
  type AccidentCause,
  type ClaimKind,
} from 'shared/claim/claim.schema';
import { RELATION_WORDS } from 'shared/household/member.schema';
import type { ChinaDay } from 'shared/time/china-day';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { Field } from '@/components/field/field';
import type { IconName } from '@/components/icon/icon';
import type { BeforeFaults, BeforeField, BeforeForm } from './before-form';
import type { KnownOne } from './known-people';

/** What the questions are filled in with. */
export interface BeforeQuestionsProps {
  form: BeforeForm;
  faults: BeforeFaults;
  answer: (change: Partial<BeforeForm>) => void;
  people: readonly KnownOne[];
  today: ChinaDay;
  /** The kinds that the covers of the day answer. */
  kinds: readonly ClaimKind[];
  largeText: boolean;
}

const KINDS: Readonly<Record<ClaimKind, { icon: IconName; note: string }>> = {
  medical: { icon: 'medical', note: '意外受伤，门诊、住院的费用' },
  allowance: { icon: 'calendar', note: '意外住院，按天补' },
  disability: { icon: 'injury', note: '医院或鉴定机构有了结论' },
  death: { icon: 'heart', note: '因为意外离开了' },
  illness: { icon: 'paper', note: '确诊了条款里列的病' },
};

/** The commonest first; an illness is no accident and is not asked for its cause. */
const CAUSES: readonly AccidentCause[] = [
  'fall',
  'traffic',
  'farmWork',
  'animal',
  'burn',
  'drowning',
  'other',
];

/** One question of the enquiry before a report. */
export const beforeQuestion = (
  field: BeforeField,
  { form, faults, answer, people, today, kinds, largeText }: BeforeQuestionsProps,
): ReactNode => {
  switch (field) {
    case 'person':
      return (
        <ChoiceList
          id="before-person"
          label="哪位家人"
          labelHidden={largeText}
          choices={people.map(({ name, relation }, position) => ({
            value: String(position),
            label: name,
            note: RELATION_WORDS[relation],
            icon: 'person',
          }))}
          value={String(people.findIndex(({ key }) => key === form.person))}
          onChange={(position) => answer({ person: people[Number(position)]?.key ?? '' })}
          error={faults.person}
        />
      );
    case 'day':
      return (
        <DateField
          id="before-day"
          label="哪一天"
          value={form.day}
          until={today}
          onChange={(day) => answer({ day })}
          hint="出事的那天；生病的，写确诊那天。"
          error={faults.day}
        />
      );
    case 'kind':
      return (
        <ChoiceList
          id="before-kind"
          label="怎么了"
          labelHidden={largeText}
          choices={kinds.map((kind) => ({ value: kind, label: CLAIM_KIND_WORDS[kind], ...KINDS[kind] }))}
          value={form.kind}
          onChange={(kind) => answer({ kind, cause: kind === 'illness' ? 'illness' : form.cause })}
          error={faults.kind}
        />
      );
    case 'cause':
      return (
        <ChoiceList
          id="before-cause"
          label="因为什么"
          labelHidden={largeText}
          inline={!largeText}
          choices={CAUSES.map((cause) => ({ value: cause, label: ACCIDENT_CAUSE_WORDS[cause] }))}
          value={form.cause}
          onChange={(cause) => answer({ cause })}
          error={faults.cause}
        />
      );
    case 'bill':
      return (
        <Field
          id="before-bill"
          label="看病一共花了多少"
          kind="money"
          unit="元"
          value={form.bill}
          placeholder="大概的数也行"
          onChange={(bill) => answer({ bill })}
          error={faults.bill}
        />
      );
    case 'social':
      return (
        <>
          <ChoiceList
            id="before-social"
            label="走医保了吗"
            labelHidden={largeText}
            inline={!largeText}
            choices={[
              { value: 'yes', label: '走了医保' },
              { value: 'no', label: '没走医保' },
            ]}
            value={form.social}
            onChange={(social) => answer({ social })}
            error={faults.social}
          />
          {form.social === 'yes' ? (
            <Field
              id="before-others"
              label="医保和别处一共报了多少"
              kind="money"
              unit="元"
              value={form.others}
              placeholder="医保结算单上有"
              onChange={(others) => answer({ others })}
              error={faults.others}
            />
          ) : null}
        </>
      );
    case 'days':
      return (
        <Field
          id="before-days"
          label={form.kind === 'medical' ? '住院几天（没住院不用填）' : '住院几天'}
          kind="digit"
          unit="天"
          value={form.days}
          maxLength={3}
          placeholder="例如：10"
          onChange={(days) => answer({ days })}
          error={faults.days}
        />
      );
    case 'grade':
      return (
        <Field
          id="before-grade"
          label="伤残几级"
          kind="digit"
          unit="级"
          value={form.grade}
          maxLength={2}
          placeholder="1 到 10"
          hint="鉴定报告上写着；1 级最重，10 级最轻。还没鉴定的，可以先按医生说的估。"
          onChange={(grade) => answer({ grade })}
          error={faults.grade}
        />
      );
  }
};
