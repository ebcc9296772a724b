import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import type { ChinaDay } from 'shared/time/china-day';
import { Icon, type IconName } from '@/components/icon/icon';
import { a11y } from '@/lib/a11y/a11y';
import { useTheme } from '@/lib/theme/theme';
import { shortTime } from './claim-words';
import styles from './claim-line.module.scss';

type Step = ClaimView['timeline'][number];

const spoken = { done: '已完成', now: '正在办', paused: '暂停', next: '接下来' } as const;
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

/** What ended without money is no success. */
const markOf = ({ status, state }: Step): IconName | undefined => {
  if (status === 'paused') return 'pause';
  if (status !== 'done') return undefined;
  return state === 'refused' || state === 'withdrawn' ? 'close' : 'check';
};

/** Money is warm, trouble is due, what ended without money is plain. */
const TONE_OF: Readonly<Partial<Record<Step['state'], 'money' | 'due' | 'ended'>>> = {
  approved: 'money',
  agreed: 'money',
  paying: 'money',
  paid: 'money',
  paymentFailed: 'due',
  papersAsked: 'due',
  refused: 'ended',
  closed: 'ended',
  withdrawn: 'ended',
};

/** Where the claim stands, large; while the clock stands still, what is inside says for what. */
function FocusStep({ step, today, children }: { step: Step; today: ChinaDay; children: ReactNode }) {
  const { status, state, text, at, note } = step;
  const tone = TONE_OF[state];
  const mark = markOf(step);
  return (
    <View
      className={`${styles.focus} ${tone === undefined ? '' : styles[tone]} ${status === 'done' ? styles.over : ''} ${status === 'paused' ? styles.paused : ''}`}
      {...entry}
    >
      <View className={styles.head}>
        <View className={styles.where}>
          <View className={styles.pulse}>{mark === undefined ? null : <Icon name={mark} />}</View>
          <Text>{text}</Text>
        </View>
        <Text className={styles.time}>{at === null ? spoken[status] : shortTime(at, today)}</Text>
      </View>
      {children}
      {note === null || status === 'paused' ? null : <Text className={styles.note}>{note}</Text>}
    </View>
  );
}

const foldedStep = (steps: readonly Step[]): Step => ({
  state: 'reported',
  status: 'done',
  text: `已办完 ${steps.length} 步`,
  at: null,
  note: null,
});

interface ClaimLineProps {
  steps: ClaimView['timeline'];
  today: ChinaDay;
  /** What stands large in the step where the claim is: the promised day, or the money. */
  children: ReactNode;
}

/** The way of a claim as a vertical line: done above, where it stands large in the middle, what comes below. */
export function ClaimLine({ steps, today, children }: ClaimLineProps) {
  const { elder } = useTheme();
  const coming = steps.findIndex(({ status }) => status === 'next');
  const focus = (coming < 0 ? steps.length : coming) - 1;
  // Large text: what is behind goes into one line, so that what counts is on the first screen.
  const folded = elder && focus > 1 ? focus : 0;
  return (
    <View className={styles.line} {...list}>
      {folded === 0 ? null : <SmallStep step={foldedStep(steps.slice(0, folded))} today={today} />}
      {steps.map((step, index) =>
        index < folded ? null : index === focus ? (
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
