import { Text, View } from '@tarojs/components';
import { chinaDayOf, formatChinaDay, isChinaDay, type ChinaDay } from 'shared/time/china-day';
import { phoneTime } from '@/lib/time/phone-time';
import { FieldFrame } from '../field/field-frame';
import { Icon } from '../icon/icon';
import styles from '../field/field.module.scss';
import { Wheel } from './wheel';

interface DateFieldProps {
  /** Stable name for tests and journeys. */
  id?: string;
  label: string;
  /** `YYYY-MM-DD`; empty before a choice. */
  value: ChinaDay;
  onChange: (day: ChinaDay) => void;
  /** First and last day that may be chosen. */
  from?: ChinaDay;
  until?: ChinaDay;
  placeholder?: string;
  hint?: string;
  error?: string;
}

/** A day, chosen with the phone's own wheel. */
export function DateField({
  id,
  label,
  value,
  onChange,
  from = '1900-01-01',
  until = '2099-12-31',
  placeholder = '请选择日期',
  hint,
  error,
}: DateFieldProps) {
  const chosen = isChinaDay(value);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <Wheel id={id} kind="date" label={label} value={value} from={from} until={until} onChange={onChange}>
        <View className={`${styles.box} ${error === undefined ? '' : styles.wrong}`}>
          <Text className={`${styles.value} ${chosen ? '' : styles.empty}`}>
            {chosen ? formatChinaDay(value, chinaDayOf(phoneTime())) : placeholder}
          </Text>
          <Icon name="calendar" size="small" className={styles.unit} />
        </View>
      </Wheel>
    </FieldFrame>
  );
}
