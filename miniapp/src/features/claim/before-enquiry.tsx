import { Fragment } from 'react';
import { View } from '@tarojs/components';
import { papersFor } from 'shared/claim/papers';
import type { PolicyView } from 'shared/policy/policy-view';
import type { ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Page } from '@/components/page/page';
import { a11y } from '@/lib/a11y/a11y';
import { openPage } from '@/lib/navigation/navigation';
import { useTheme } from '@/lib/theme/theme';
import { EMPTY_BEFORE_FORM, type BeforeForm } from './before-form';
import { beforeQuestion } from './before-questions';
import type { BeforePart } from './before-screens';
import { CallHotline } from './call-hotline';
import { useClaimDraft, type ClaimDraft } from './claim-draft';
import { FILING_PAGE } from './claim-pages';
import { CoverAnswers } from './cover-answers';
import { EstimateCard } from './estimate-card';
import { keyOnPolicy, type KnownOne } from './known-people';
import { PaperList } from './paper-list';
import { useBefore } from './use-before';
import styles from './filing.module.scss';

interface BeforeEnquiryProps {
  people: readonly KnownOne[];
  policies: readonly PolicyView[];
  today: ChinaDay;
}

/** What a report that was begun already says: nothing is asked twice. */
const begunWith = (draft: ClaimDraft, policies: readonly PolicyView[]): BeforeForm => {
  const policy = policies.find(({ policyId }) => policyId === draft.policyId);
  const person = policy?.insured[draft.personIndex];
  return {
    ...EMPTY_BEFORE_FORM,
    person: person === undefined ? '' : keyOnPolicy(person),
    day: draft.accidentDay,
    kind: draft.kind,
    cause: draft.cause,
  };
};

const HEADINGS: Readonly<Partial<Record<BeforePart, string>>> = {
  person: '谁出了事？',
  day: '哪一天出的事？',
  kind: '怎么了？',
  cause: '因为什么？',
  bill: '大概花了多少？',
  social: '医保报了多少？',
  days: '住院几天？',
  grade: '伤残几级？',
};

/** The words of the one button, by what it leads to. */
const nextWords = (following: readonly BeforePart[], isChosen: boolean): string => {
  if (!isChosen) return '下一步';
  if (following.includes('answer')) return '查那天有没有保障';
  if (following.includes('estimate')) return '算算大概能赔多少';
  return following.includes('papers') ? '看要准备的材料' : '下一步';
};

/** The screens before a report, one after another on one page. */
export function BeforeEnquiry({ people, policies, today }: BeforeEnquiryProps) {
  const { elder } = useTheme();
  const { draft, answer: answerDraft, isStarted } = useClaimDraft();
  const before = useBefore(begunWith(draft, policies), people, elder);
  const { form, faults, parts, person, checked, estimated, following } = before;
  const questions = {
    form,
    faults,
    answer: before.answer,
    people,
    today,
    kinds: before.kinds,
    largeText: elder,
  };

  const hotline = checked?.policies[0]?.hotline ?? policies[0]?.insurer.hotline;
  /** The household's policy by which the report names the person; every policy that answers is claimed with it. */
  const filed = checked?.policies.some(({ covers }) => covers !== null)
    ? checked.policies.find(({ policyId }) => policyId !== null)
    : undefined;

  const file = async (): Promise<void> => {
    const policy = policies.find(({ policyId }) => policyId === filed?.policyId);
    const personIndex = policy?.insured.findIndex((one) => keyOnPolicy(one) === form.person) ?? -1;
    if (!isStarted && policy !== undefined && personIndex >= 0) {
      answerDraft({
        policyId: policy.policyId,
        personIndex,
        accidentDay: form.day,
        ...(form.kind === undefined ? {} : { kind: form.kind }),
        ...(form.cause === undefined ? {} : { cause: form.cause }),
      });
    }
    await openPage(FILING_PAGE);
  };

  const partOf = (part: BeforePart) => {
    if (part === 'answer') return checked === undefined ? null : <CoverAnswers checked={checked} />;
    if (part === 'estimate') return estimated === undefined ? null : <EstimateCard estimated={estimated} />;
    if (part !== 'papers') return beforeQuestion(part, questions);
    return form.kind === undefined ? null : (
      <PaperList papers={papersFor(form.kind, form.cause, { isMinor: person?.isMinor ?? false })} />
    );
  };

  const heading = elder || parts[0] !== 'person' ? HEADINGS[parts[0] ?? 'papers'] : '谁，哪一天？';
  const isMarked = Object.keys(faults).length > 0;
  return (
    <Page
      actions={
        following !== undefined ? (
          <Button id="before-next" onPress={before.next}>
            {nextWords(following, !parts.includes('kind') || form.kind !== undefined)}
          </Button>
        ) : filed !== undefined ? (
          <Button id="before-file" onPress={file}>
            我要理赔
          </Button>
        ) : hotline === undefined ? undefined : (
          <CallHotline hotline={hotline} />
        )
      }
    >
      {heading === undefined ? null : (
        <View className={styles.question} {...a11y({ role: 'heading', level: 2 })}>
          {heading}
        </View>
      )}
      {parts.map((part) => (
        <Fragment key={part}>{partOf(part)}</Fragment>
      ))}
      {before.error === undefined || isMarked ? null : <Failure error={before.error} />}
      {before.isFirst ? null : (
        <Button id="before-back" kind="quiet" icon="back" onPress={before.back}>
          上一步
        </Button>
      )}
    </Page>
  );
}
