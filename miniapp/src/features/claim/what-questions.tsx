import type { ReactNode } from 'react';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS, type ClaimKind } from 'shared/claim/claim.schema';
import { formatYuanShort, type Fen } from 'shared/money/fen';
import type { PolicyView } from 'shared/policy/policy-view';
import { addDays, type ChinaDay } from 'shared/time/china-day';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { TimeField } from '@/components/date-field/time-field';
import { Field } from '@/components/field/field';
import { TextArea } from '@/components/field/text-area';
import type { ClaimDraft, ClaimForm } from './claim-draft';
import { answeringStands, coverDays, kindsOf, standsOf, type Stand } from './claimable';
import { QuickAnswers } from './quick-answers';
import { SpokenStory } from './spoken-story';

/** One question of the second step; in the elder edition one at a time. */
export interface Question {
  key: string;
  /** The places of the input that it asks for. */
  paths: readonly string[];
  control: ReactNode;
}

const KINDS = [
  { value: 'medical', icon: 'medical' },
  { value: 'allowance', icon: 'calendar', note: '住了院，按天补' },
  { value: 'disability', icon: 'injury' },
  { value: 'illness', icon: 'shield', note: '确诊了条款里列的病' },
  { value: 'death', icon: 'heart' },
] as const;

/** The commonest first; in an order that sets two short ones side by side. */
const CAUSES = ['fall', 'traffic', 'farmWork', 'animal', 'burn', 'drowning', 'illness', 'other'] as const;

/** Most accidents are reported within days. */
const LAST_DAYS = ['今天', '昨天', '前天'] as const;

/** Parts of a day, each as an hour in its middle; whoever knows it better turns the wheel. */
const TIMES = [
  { label: '早上', value: '07:00' },
  { label: '上午', value: '10:00' },
  { label: '下午', value: '15:00' },
  { label: '晚上', value: '20:00' },
] as const;

/** An illness has no hour: noon of the day of diagnosis. */
const NOON = '12:00';

/** The kind, with what follows from it: an illness is its own cause and has no hour. */
const kindAnswer = (kind: ClaimKind, before: ClaimDraft): Partial<ClaimDraft> => {
  if (kind === 'illness') return { kind, cause: 'illness', accidentTime: NOON };
  return before.kind === 'illness' ? { kind, cause: undefined, accidentTime: '' } : { kind };
};

const yuan = formatYuanShort;

const medicalWords = ({ medical }: PolicyView): string | undefined =>
  medical === null ? undefined : `全家医疗还能赔 ${yuan(medical.leftFen)} 元。`;

const allowanceWords = (policy: PolicyView, perDayFen: Fen): string | undefined => {
  if (policy.allowance === null) return undefined;
  const { waitingDays, maxDays } = policy.allowance;
  const from = waitingDays === 0 ? '' : `从住院第 ${waitingDays + 1} 天起，`;
  return `${from}每天补 ${yuan(perDayFen)} 元，一年最多 ${maxDays} 天。`;
};

/** What a cover can still pay for the chosen kind, so that nobody hopes for more. */
const mostPaidBy = (kind: ClaimKind, { policy, person }: Stand): string | undefined => {
  switch (kind) {
    case 'medical':
      return medicalWords(policy);
    case 'allowance':
      return allowanceWords(policy, person.allowancePerDayFen);
    case 'disability':
      return `按伤残等级赔，最多 ${yuan(person.accidentLeftFen)} 元。`;
    case 'death':
      return `最多赔 ${yuan(person.accidentLeftFen)} 元。`;
    case 'illness':
      return `确诊条款里列的病，赔 ${yuan(person.illnessSumFen)} 元。`;
  }
};

const mostPaid = ({ draft }: ClaimForm, policies: readonly PolicyView[]): string | undefined => {
  const { kind } = draft;
  if (kind === undefined) return undefined;
  const stands = answeringStands(draft, policies);
  const [first] = stands;
  if (first === undefined) return undefined;
  if (stands.length === 1) return mostPaidBy(kind, first);
  return stands.map((stand) => `${stand.policy.planName}：${mostPaidBy(kind, stand) ?? ''}`).join('');
};

/** The chosen day lies in no cover of this person. */
const outsideCover = ({ draft }: ClaimForm, policies: readonly PolicyView[]): string | undefined => {
  const stands = standsOf(draft, policies);
  if (draft.accidentDay === '' || stands.length === 0) return undefined;
  if (answeringStands({ ...draft, kind: undefined }, policies).length > 0) return undefined;
  return `这天不在保障期内（${stands.map(({ policy }) => coverDays(policy)).join('；')}），请核对日期。`;
};

/** What is asked about an accident, and about an illness. */
const WORDS = {
  accident: {
    day: '出事的日子',
    place: '在哪里出的事',
    places: ['家里', '田里', '路上', '工地'],
    story: '怎么出的事',
    storyExample: '例如：骑车摔倒，左手骨折',
  },
  illness: {
    day: '确诊的日子',
    place: '在哪家医院确诊的',
    places: ['县医院', '乡镇卫生院'],
    story: '得的什么病',
    storyExample: '照诊断书上的病名写，例如：急性心肌梗死。',
  },
} as const;

/** The questions of the second step, filled in with the draft. */
export const whatQuestions = (
  form: ClaimForm,
  policies: readonly PolicyView[],
  today: ChinaDay | undefined,
  largeText: boolean,
): Question[] => {
  const { draft, answer, faultAt } = form;
  const outside = outsideCover(form, policies);
  const kinds = kindsOf(draft, policies);
  const isIllness = draft.kind === 'illness';
  const ask = WORDS[isIllness ? 'illness' : 'accident'];
  return [
    {
      key: 'kind',
      paths: ['kind'],
      control: (
        <ChoiceList
          id="claim-kind"
          label="要办哪一种"
          choices={KINDS.filter(({ value }) => kinds.length === 0 || kinds.includes(value)).map((kind) => ({
            ...kind,
            label: CLAIM_KIND_WORDS[kind.value],
          }))}
          value={draft.kind}
          onChange={(kind) => answer(kindAnswer(kind, draft))}
          hint={mostPaid(form, policies)}
          error={faultAt('kind')}
        />
      ),
    },
    ...(isIllness
      ? []
      : [
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
        ]),
    {
      key: 'when',
      paths: ['accidentDay', 'accidentTime'],
      control: (
        <>
          <DateField
            id="claim-day"
            label={ask.day}
            value={draft.accidentDay}
            until={today}
            placeholder="选日子"
            onChange={(accidentDay) => answer({ accidentDay })}
            error={faultAt('accidentDay') ?? outside}
          />
          {today === undefined ? null : (
            <QuickAnswers
              id="claim-day"
              answers={LAST_DAYS.map((label, ago) => ({ value: addDays(today, -ago), label }))}
              value={draft.accidentDay}
              onChoose={(accidentDay) => answer({ accidentDay })}
            />
          )}
          {isIllness ? null : (
            <>
              <TimeField
                id="claim-time"
                label="大概几点钟"
                value={draft.accidentTime}
                placeholder="选几点"
                onChange={(accidentTime) => answer({ accidentTime })}
                error={faultAt('accidentTime')}
              />
              <QuickAnswers
                id="claim-time"
                answers={TIMES}
                value={draft.accidentTime}
                onChoose={(accidentTime) => answer({ accidentTime })}
              />
            </>
          )}
        </>
      ),
    },
    {
      key: 'place',
      paths: ['place'],
      control: (
        <>
          <Field
            id="claim-place"
            label={ask.place}
            value={draft.place}
            maxLength={100}
            onChange={(place) => answer({ place })}
            error={faultAt('place')}
          />
          <QuickAnswers
            id="claim-place"
            answers={ask.places.map((value) => ({ value }))}
            value={draft.place}
            onChoose={(place) => answer({ place })}
          />
        </>
      ),
    },
    {
      key: 'description',
      paths: ['description', 'voice'],
      control: (
        <>
          <SpokenStory form={form} label={ask.story} />
          <TextArea
            id="claim-story"
            label="或者写几句"
            value={draft.description}
            maxLength={1000}
            placeholder={ask.storyExample}
            onChange={(description) => answer({ description })}
            error={faultAt('description')}
          />
        </>
      ),
    },
  ];
};
