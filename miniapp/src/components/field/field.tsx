import { Input, Text, View } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { FieldFrame } from './field-frame';
import { keyboardOf, type FieldKind } from './keyboard-of';
import styles from './field.module.scss';

interface FieldProps {
  /** Stable name of this control on its page, for tests and for the phone's own queries. */
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Which keyboard the phone opens. */
  kind?: FieldKind;
  placeholder?: string;
  hint?: string;
  /** What is wrong and how to mend it; read aloud when it appears. */
  error?: string;
  /** Behind the value: 元, 天. */
  unit?: string;
  maxLength?: number;
  disabled?: boolean;
}

/** One question with a typed answer. */
export function Field({
  id,
  label,
  value,
  onChange,
  onBlur,
  kind = 'text',
  placeholder,
  hint,
  error,
  unit,
  maxLength,
  disabled = false,
}: FieldProps) {
  const keyboard = keyboardOf(kind, label);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View
        className={`${styles.box} ${error === undefined ? '' : styles.wrong} ${disabled ? styles.closed : ''}`}
      >
        <Input
          {...named(id)}
          className={`${styles.input} ${kind === 'idcard' || kind === 'digit' ? styles.number : ''}`}
          value={value}
          maxlength={maxLength ?? keyboard.maxLength}
          placeholder={placeholder}
          placeholderClass="field-placeholder"
          disabled={disabled}
          cursorSpacing={120}
          onInput={(event) => onChange(event.detail.value)}
          onBlur={onBlur}
          {...keyboard.attributes}
        />
        {unit === undefined ? null : <Text className={styles.unit}>{unit}</Text>}
      </View>
    </FieldFrame>
  );
}
