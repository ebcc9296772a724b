import { useRef, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { phoneTime } from '@/lib/time/phone-time';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './row.module.scss';

interface RowProps {
  /** Stable name of this control on its page, for tests and for the phone's own queries. */
  id?: string;
  label: string;
  /** A second line under the label. */
  note?: string;
  value?: ReactNode;
  /** Left of the label: an Avatar or an Icon. */
  lead?: ReactNode;
  /** The row opens something: it gets an arrow. */
  onPress?: () => void;
  /** The sum of the rows above. */
  strong?: boolean;
  /** Label above value, for long values and large text. */
  stacked?: boolean;
}

/** Taps closer than this are one: older people tap twice, and a page must not open twice. */
const DOUBLE_TAP_MS = 350;

const useSingleTap = (onTap: (() => void) | undefined): (() => void) => {
  const tappedAt = useRef(0);
  return () => {
    const now = phoneTime();
    // The phone's clock may have been set back meanwhile.
    if (Math.abs(now - tappedAt.current) < DOUBLE_TAP_MS) return;
    tappedAt.current = now;
    onTap?.();
  };
};

/** One line of a list or a bill: what it is, and how much. */
export function Row({ id, label, note, value, lead, onPress, strong = false, stacked = false }: RowProps) {
  const press = useSingleTap(onPress);
  // A bare pair of question and answer: the answer is what is looked for.
  const isPair = lead === undefined && note === undefined && onPress === undefined && !strong;
  const className = `${styles.row} ${strong ? styles.strong : ''} ${isPair ? styles.pair : ''}`;
  const content = (
    <>
      {lead}
      <View className={`${styles.words} ${stacked ? styles.stacked : ''}`}>
        <View className={styles.names}>
          <Text className={styles.label}>{label}</Text>
          {note === undefined ? null : <Text className={styles.note}>{note}</Text>}
        </View>
        {value === undefined ? null : <View className={styles.value}>{value}</View>}
      </View>
      {onPress === undefined ? null : <Icon name="forward" size="small" className={styles.arrow} />}
    </>
  );
  if (onPress === undefined)
    return (
      <View {...named(id)} className={className}>
        {content}
      </View>
    );
  return (
    <Pressable id={id} className={className} onPress={press}>
      {content}
    </Pressable>
  );
}
