import { useState } from 'react';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Skeleton } from '@/components/skeleton/skeleton';
import { BeforeRow } from '@/features/claim/before-row';
import { useClaimDraft } from '@/features/claim/claim-draft';
import { claimablePeople } from '@/features/claim/claimable';
import { leaveStep } from '@/features/claim/leave-step';
import { StartAgain } from '@/features/claim/start-again';
import { StepPage } from '@/features/claim/step-page';
import { WhoForm } from '@/features/claim/who-form';
import { useFamilyPolicies } from '@/features/claim/use-family-policies';
import { openPage } from '@/lib/navigation/navigation';

/** First step of a report: whom it is about. */
export default function WhoPage() {
  const form = useClaimDraft();
  /** What is chosen now is no reason to offer to forget it. */
  const [wasStarted] = useState(form.isStarted);
  const answer = useFamilyPolicies();
  const hasCover = answer.data !== undefined && claimablePeople(answer.data.policies).length > 0;
  return (
    <StepPage
      step="who"
      question="谁出事了？"
      form={form}
      next="下一步"
      nextId="claim-who-next"
      nextHidden={!hasCover}
      onNext={() => leaveStep('who', form)}
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={3} />}>
        {({ policies }) =>
          hasCover ? (
            <>
              <WhoForm form={form} policies={policies} />
              <BeforeRow inShort />
              {wasStarted && form.isStarted ? <StartAgain form={form} /> : null}
            </>
          ) : (
            <EmptyState
              icon="shield"
              title={policies.length === 0 ? '还没有保障' : '保障还没有开始'}
              text={
                policies.length === 0
                  ? '买了保障、从第二天起出的事，在这里报。'
                  : '保障开始以后出的事，在这里报。'
              }
              action={
                <Button id="claim-who-cover" onPress={() => openPage('/pages/cover/cover')}>
                  看看保障
                </Button>
              }
            />
          )
        }
      </Loaded>
    </StepPage>
  );
}
