import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { a11y } from '@/lib/a11y/a11y';
import { dayInParts } from './claim-words';
import styles from './promised-day.module.scss';

type Clock = NonNullable<ClaimView['clock']>;

interface PromisedDayProps {
  promise: ClaimView['promise'];
  clock: Clock;
  today: ChinaDay;
  hotline: string;
}

/** The latest day for an answer, large: the one thing that the page is about. */
function Day({ promise, today }: Pick<PromisedDayProps, 'promise' | 'today'>) {
  const { lead, date, weekday } = dayInParts(promise.day, today);
  return (
    <View
      className={styles.promise}
      {...a11y({ role: 'img', label: `最晚 ${formatChinaDay(promise.day, today)}前给您答复` })}
    >
      <Text className={styles.lead}>{lead}</Text>
      <Text className={styles.date}>{date}</Text>
      <Text className={styles.rest}>{`${weekday}前给您答复`}</Text>
    </View>
  );
}

/**
 * The promise: its day and, as a bar, how much of the time is gone. While the clock stands still there is no day to
 * promise, only what it waits for.
 */
export function PromisedDay({ promise, clock, today, hotline }: PromisedDayProps) {
  const { share, words, state } = clock;
  return (
    <View className={styles.promise}>
      {state === 'paused' ? null : <Day promise={promise} today={today} />}
      <View className={styles.bar}>
        <ProgressBar share={share} label={words} tone={state === 'running' ? 'brand' : 'warm'} />
      </View>
      <Text className={styles[state]}>{words}</Text>
      {state === 'overdue' ? (
        <Text className={styles.overdue}>{`是我们晚了。您也可以打 ${hotline} 催办。`}</Text>
      ) : null}
      {promise.provisional ? (
        <Text className={styles.provisional}>
          这是暂定的日子：那时哪天放假还没公布，遇上放假会往后挪几天。
        </Text>
      ) : null}
    </View>
  );
}
