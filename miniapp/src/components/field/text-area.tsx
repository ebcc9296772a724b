import { Text, Textarea, View } from '@tarojs/components';
import { inputNamed, named } from '@/lib/a11y/named';
import { FieldFrame } from './field-frame';
import styles from './field.module.scss';

interface TextAreaProps {
  /** Stable name for tests and journeys. */
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  error?: string;
  /** How many characters may be written; the count is shown when they come to an end. */
  maxLength?: number;
}

/** From this share of the room on it is said how much is left. */
const COUNTED_FROM = 0.8;

/** A question whose answer takes a few sentences. */
export function TextArea({
  id,
  label,
  value,
  onChange,
  placeholder,
  hint,
  error,
  maxLength = 200,
}: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View className={`${styles.box} ${styles.tall} ${error === undefined ? '' : styles.wrong}`}>
        <Textarea
          {...named(id)}
          className={styles.area}
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass="field-placeholder"
          cursorSpacing={120}
          onInput={(event) => onChange(event.detail.value)}
          {...inputNamed(label)}
        />
        {value.length < maxLength * COUNTED_FROM ? null : (
          <Text className={styles.count}>
            {value.length}/{maxLength}
          </Text>
        )}
      </View>
    </FieldFrame>
  );
}
