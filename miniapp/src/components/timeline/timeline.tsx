import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { Icon } from '../icon/icon';
import styles from './timeline.module.scss';

/** One event, done or to come. */
export interface TimelineItem {
  key: string;
  /** paused: the clock stands still from here until something happens. */
  state: 'done' | 'now' | 'paused' | 'next';
  title: string;
  note?: string;
  /** When it happened, small. */
  time?: string;
  /** On the current event: the promised date, large. */
  promise?: { label: string; value: string };
}

const spoken = { done: '已完成', now: '正在办理', paused: '暂停', next: '接下来' } as const;
const list = a11y({ role: 'list' });
const entry = a11y({ role: 'listitem' });

/** A vertical line: done above, now in the middle, next below. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <View className={styles.timeline} {...list}>
      {items.map(({ key, state, title, note, time, promise }) => (
        <View key={key} className={`${styles.item} ${styles[state]}`} {...entry}>
          <View className={styles.rail}>
            <View className={styles.dot}>
              {state === 'done' ? <Icon name="check" /> : state === 'paused' ? <Icon name="pause" /> : null}
            </View>
          </View>
          <View className={styles.words}>
            <View className={styles.head}>
              <Text className={styles.title}>{title}</Text>
              <Text className={styles.state}>{time ?? spoken[state]}</Text>
            </View>
            {promise === undefined ? null : (
              <View className={styles.promise}>
                <Text className={styles.promiseLabel}>{promise.label}</Text>
                <Text className={styles.promiseValue}>{promise.value}</Text>
              </View>
            )}
            {note === undefined ? null : <Text className={styles.note}>{note}</Text>}
          </View>
        </View>
      ))}
    </View>
  );
}
