import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { StepBar } from '@/components/step-bar/step-bar';
import { a11y } from '@/lib/a11y/a11y';
import { FILING_STEP_NAMES, FILING_STEPS, stepOf, type FilingStep } from './filing-steps';
import type { ClaimForm } from './claim-draft';
import styles from './filing.module.scss';

interface StepPageProps {
  step: FilingStep;
  /** The step's question, in one line. */
  question: string;
  form: ClaimForm;
  /** The words of the one button. */
  next: string;
  /** The button's name in journeys. */
  nextId: string;
  onNext: () => Promise<void>;
  /** Left of the button, in the elder edition. */
  onPrevious?: () => void;
  /** Nothing to go on with yet: the button is not shown. */
  nextHidden?: boolean;
  children: ReactNode;
}

/** One of the four steps: the thin bar, the question, what is to be mended, one button. */
export function StepPage({
  step,
  question,
  form,
  next,
  nextId,
  onNext,
  onPrevious,
  nextHidden = false,
  children,
}: StepPageProps) {
  const toMend = form.draft.faults.filter((fault) => stepOf(fault.path) === step).length;
  return (
    <Page
      actions={
        nextHidden ? undefined : (
          <>
            {onPrevious === undefined ? null : (
              <Button id={`${nextId}-previous`} kind="secondary" onPress={onPrevious}>
                上一题
              </Button>
            )}
            <Button id={nextId} onPress={onNext}>
              {next}
            </Button>
          </>
        )
      }
    >
      <StepBar steps={FILING_STEP_NAMES} current={FILING_STEPS.indexOf(step)} />
      <View className={styles.question} {...a11y({ role: 'heading', level: 2 })}>
        {question}
      </View>
      {toMend === 0 ? null : (
        <Notice tone="bad" announced>
          {`有 ${toMend} 处要改，已在下面标出。填过的都还在。`}
        </Notice>
      )}
      {children}
    </Page>
  );
}
