import { Text, View } from '@tarojs/components';
import { FieldFrame } from '../field/field-frame';
import { Icon } from '../icon/icon';
import styles from '../field/field.module.scss';
import { Wheel } from './wheel';

interface TimeFieldProps {
  /** Stable name for tests and journeys. */
  id?: string;
  label: string;
  /** `HH:mm`, China time; empty before a choice. */
  value: string;
  onChange: (time: string) => void;
  placeholder?: string;
  hint?: string;
  error?: string;
}

/** A time of day, chosen with the phone's own wheel. */
export function TimeField({
  id,
  label,
  value,
  onChange,
  placeholder = '请选择时间',
  hint,
  error,
}: TimeFieldProps) {
  const chosen = value !== '';
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <Wheel id={id} kind="time" label={label} value={value} onChange={onChange}>
        <View className={`${styles.box} ${error === undefined ? '' : styles.wrong}`}>
          <Text className={`${styles.value} ${chosen ? '' : styles.empty}`}>
            {chosen ? value : placeholder}
          </Text>
          <Icon name="clock" size="small" className={styles.unit} />
        </View>
      </Wheel>
    </FieldFrame>
  );
}
