import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import type { ChinaDay } from 'shared/time/china-day';
import { Icon } from '@/components/icon/icon';
import { a11y } from '@/lib/a11y/a11y';
import { shortTime } from './claim-words';
import styles from './claim-line.module.scss';

type Step = ClaimView['timeline'][number];

const spoken = { done: '已完成', now: '正在办', next: '接下来' } as const;
const list = a11y({ role: 'list' });
const entry = a11y({ role: 'listitem' });

function SmallStep({ step, today }: { step: Step; today: ChinaDay }) {
  const { status, text, at, note } = step;
  return (
    <View className={`${styles.step} ${styles[status]}`} {...entry}>
      <View className={styles.rail}>
        <View className={styles.dot}>{status === 'done' ? <Icon name="check" /> : null}</View>
      </View>
      <View className={styles.words}>
        <View className={styles.head}>
          <Text className={styles.text}>{text}</Text>
          {at === null ? null : <Text className={styles.time}>{shortTime(at, today)}</Text>}
        </View>
        {note === null ? null : <Text className={styles.note}>{note}</Text>}
      </View>
    </View>
  );
}

function FocusStep({ step, today, children }: { step: Step; today: ChinaDay; children: ReactNode }) {
  const { status, state, text, at, note } = step;
  const ended = state === 'refused' || state === 'withdrawn';
  return (
    <View
      className={`${styles.focus} ${ended ? styles.ended : state === 'paymentFailed' ? styles.due : ''}`}
      {...entry}
    >
      <View className={styles.head}>
        <View className={styles.where}>
          <View className={styles.pulse} />
          <Text>{text}</Text>
        </View>
        <Text className={styles.time}>{at === null ? spoken[status] : shortTime(at, today)}</Text>
      </View>
      {children}
      {note === null ? null : <Text className={styles.note}>{note}</Text>}
    </View>
  );
}

interface ClaimLineProps {
  steps: ClaimView['timeline'];
  today: ChinaDay;
  /** What stands large in the step where the claim is: the promised day, or the money. */
  children: ReactNode;
}

/** The way of a claim as a vertical line: done above, where it stands large in the middle, what comes below. */
export function ClaimLine({ steps, today, children }: ClaimLineProps) {
  const coming = steps.findIndex(({ status }) => status === 'next');
  const focus = (coming < 0 ? steps.length : coming) - 1;
  return (
    <View className={styles.line} {...list}>
      {steps.map((step, index) =>
        index === focus ? (
          <FocusStep key={index} step={step} today={today}>
            {children}
          </FocusStep>
        ) : (
          <SmallStep key={index} step={step} today={today} />
        ),
      )}
    </View>
  );
}
