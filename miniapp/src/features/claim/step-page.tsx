import { useEffect, useRef, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { StepBar } from '@/components/step-bar/step-bar';
import { a11y } from '@/lib/a11y/a11y';
import { FILING_STEP_NAMES, FILING_STEPS, stepOf, type FilingStep } from './filing-steps';
import type { ClaimForm } from './claim-draft';
import { showFault } from './show-fault';
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
  /** Back to the question before, in the elder edition. */
  onPrevious?: () => void;
  /** Nothing to go on with yet: the button is not shown. */
  nextHidden?: boolean;
  children: ReactNode;
}

/** Steps on which a fault may lie outside the screen. */
const LONG_STEPS: readonly FilingStep[] = ['what', 'account'];

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
  const faults = form.draft.faults.filter((fault) => stepOf(fault.path) === step);
  const toMend = faults.length;
  // Led back here by the server: show the first place to mend.
  const justShown = useRef(false);
  useDidShow(() => {
    justShown.current = true;
  });
  useEffect(() => {
    if (!justShown.current || toMend === 0) return;
    justShown.current = false;
    void showFault(faults[0]?.path ?? '');
  });
  return (
    <Page
      actions={
        nextHidden ? undefined : (
          <Button id={nextId} onPress={onNext}>
            {next}
          </Button>
        )
      }
    >
      <StepBar steps={FILING_STEP_NAMES} current={FILING_STEPS.indexOf(step)} nameHidden />
      <View className={styles.question} {...a11y({ role: 'heading', level: 2 })}>
        {question}
      </View>
      {toMend === 0 || !LONG_STEPS.includes(step) ? null : (
        <Notice tone="bad" announced>
          {`有 ${toMend} 处要改，已在下面标出。填过的都还在。`}
        </Notice>
      )}
      {children}
      {onPrevious === undefined ? null : (
        <Button id={`${nextId}-previous`} kind="quiet" icon="back" onPress={onPrevious}>
          上一题
        </Button>
      )}
    </Page>
  );
}
