import { Text, View } from '@tarojs/components';
import { TextArea } from '../field/text-area';
import { Pressable } from '../pressable/pressable';
import styles from './reason-field.module.scss';

interface ReasonFieldProps {
  /** Stable name of the text; each standard sentence is found as `<id>-standard-<position from 1>`. */
  id: string;
  label: string;
  value: string;
  onChange: (reason: string) => void;
  /** Sentences that are written with one tap and may be changed afterwards. */
  standard: readonly string[];
  /** How many characters may be written. */
  maxLength?: number;
  hint?: string;
  error?: string;
}

/** A reason that somebody else will read: one tap for the usual ones, own words for the rest. */
export function ReasonField({
  id,
  label,
  value,
  onChange,
  standard,
  maxLength,
  hint,
  error,
}: ReasonFieldProps) {
  return (
    <View className={styles.reason}>
      <TextArea
        id={id}
        label={label}
        value={value}
        onChange={onChange}
        maxLength={maxLength}
        placeholder="点下面的一句，或自己写"
        hint={hint}
        error={error}
      />
      <View className={styles.standard}>
        {standard.map((sentence, position) => (
          <Pressable
            key={sentence}
            id={`${id}-standard-${position + 1}`}
            className={`${styles.sentence} ${sentence === value ? styles.chosen : ''}`}
            onPress={() => onChange(sentence)}
          >
            <Text>{sentence}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  );
}
