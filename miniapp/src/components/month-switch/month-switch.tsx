import { Text, View } from '@tarojs/components';
import { addMonths, formatMonth, type Month } from 'shared/time/month';
import { a11y } from '@/lib/a11y/a11y';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './month-switch.module.scss';

interface MonthSwitchProps {
  /** Stable name; the two arrows are found as `<id>-back` and `<id>-on`. */
  id?: string;
  month: Month;
  /** The newest month there is. */
  until: Month;
  onChange: (month: Month) => void;
}

/** A month with the way to the one before and the one after; never beyond the newest. */
export function MonthSwitch({ id, month, until, onChange }: MonthSwitchProps) {
  const atEnd = month >= until;
  return (
    <View className={styles.switch}>
      <Pressable
        id={id === undefined ? undefined : `${id}-back`}
        className={styles.arrow}
        label={`看${formatMonth(addMonths(month, -1))}`}
        onPress={() => onChange(addMonths(month, -1))}
      >
        <Icon name="back" />
      </Pressable>
      <View className={styles.month} {...a11y({ role: 'status' })}>
        <Text>{formatMonth(month)}</Text>
      </View>
      <Pressable
        id={id === undefined ? undefined : `${id}-on`}
        className={`${styles.arrow} ${atEnd ? styles.end : ''}`}
        label={atEnd ? '已是最新一个月' : `看${formatMonth(addMonths(month, 1))}`}
        disabled={atEnd}
        onPress={() => onChange(addMonths(month, 1))}
      >
        <Icon name="forward" />
      </Pressable>
    </View>
  );
}
