import { Text, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './check-row.module.scss';

interface CheckRowProps {
  /** Stable name of this control on its page, for tests and for the phone's own queries. */
  id?: string;
  /** What is agreed to, in the first person: 我已看完…… */
  children: string;
  note?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A box to tick; never ticked beforehand. */
export function CheckRow({ id, children, note, checked, onChange, disabled = false }: CheckRowProps) {
  return (
    <Pressable
      id={id}
      role="checkbox"
      className={styles.row}
      checked={checked}
      disabled={disabled}
      onPress={() => onChange(!checked)}
    >
      <View className={`${styles.box} ${checked ? styles.ticked : ''}`}>
        <Icon name="check" className={styles.tick} />
      </View>
      <View className={styles.words}>
        <Text>{children}</Text>
        {note === undefined ? null : <Text className={styles.note}>{note}</Text>}
      </View>
    </Pressable>
  );
}
