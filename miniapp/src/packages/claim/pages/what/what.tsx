import { useState } from 'react';
import { Loaded } from '@/components/loaded/loaded';
import { Skeleton } from '@/components/skeleton/skeleton';
import { BeforeRow } from '@/features/claim/before-row';
import { useClaimDraft } from '@/features/claim/claim-draft';
import { checkStep, leaveStep } from '@/features/claim/leave-step';
import { StepPage } from '@/features/claim/step-page';
import { WhatForm } from '@/features/claim/what-form';
import { whatQuestions } from '@/features/claim/what-questions';
import { useFamilyPolicies } from '@/features/claim/use-family-policies';
import { useTheme } from '@/lib/theme/theme';

/** Second step of a report: what happened. In the elder edition one question at a time. */
export default function WhatPage() {
  const form = useClaimDraft();
  const { elder } = useTheme();
  const [reached, setReached] = useState(0);
  const answer = useFamilyPolicies();
  const policies = answer.data?.policies ?? [];
  // A kept answer may be of an earlier day: then the server judges whether the day is still to come.
  const today = answer.isKept ? undefined : answer.data?.today;
  const questions = whatQuestions(form, policies, today, elder);
  const toMend = questions.findIndex(({ paths }) => paths.some((path) => form.faultAt(path) !== undefined));
  const at = toMend >= 0 && toMend < reached ? toMend : reached;
  const one = elder ? questions[at] : undefined;
  const isLast = !elder || at === questions.length - 1;

  const next = async (): Promise<void> => {
    if (isLast) return leaveStep('what', form);
    if (await checkStep('what', form, one?.paths)) setReached(at + 1);
  };

  return (
    <StepPage
      step="what"
      question={one === undefined ? '怎么了？' : `怎么了？（${at + 1}/${questions.length}）`}
      form={form}
      next={isLast ? '下一步' : '下一题'}
      nextId="claim-what-next"
      nextHidden={answer.data === undefined}
      onNext={next}
      onPrevious={elder && at > 0 ? () => setReached(at - 1) : undefined}
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {() => (
          <>
            <WhatForm questions={one === undefined ? questions : [one]} />
            {isLast ? <BeforeRow inShort /> : null}
          </>
        )}
      </Loaded>
    </StepPage>
  );
}
