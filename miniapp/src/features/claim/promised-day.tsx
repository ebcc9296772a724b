import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { a11y } from '@/lib/a11y/a11y';
import { dayInParts, daysLeft } from './claim-words';
import styles from './promised-day.module.scss';

interface PromisedDayProps {
  promise: ClaimView['promise'];
  today: ChinaDay;
  hotline: string;
}

/** The latest day for an answer: the one thing that the page is about. */
export function PromisedDay({ promise, today, hotline }: PromisedDayProps) {
  const { lead, date, weekday } = dayInParts(promise.day, today);
  const left = daysLeft(promise.day, today);
  return (
    <View
      className={styles.promise}
      {...a11y({
        role: 'img',
        label: `最晚 ${formatChinaDay(promise.day, today)}前给您答复${left === undefined ? '' : `，${left}`}`,
      })}
    >
      <Text className={styles.lead}>{lead}</Text>
      <Text className={styles.date}>{date}</Text>
      <Text className={styles.rest}>{`${weekday}前给您答复${left === undefined ? '' : `，${left}`}`}</Text>
      {left === undefined ? (
        <Text className={styles.late}>{`答应您的日子过了。请打 ${hotline} 催办，是我们晚了。`}</Text>
      ) : null}
      {promise.provisional ? (
        <Text className={styles.provisional}>
          这是暂定的日子：那时哪天放假还没公布，遇上放假会往后挪几天。
        </Text>
      ) : null}
    </View>
  );
}
