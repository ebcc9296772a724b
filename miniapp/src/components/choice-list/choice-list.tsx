import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { FieldFrame } from '../field/field-frame';
import { Icon, type IconName } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './choice-list.module.scss';

/** One possible answer. */
export interface Choice<V extends string> {
  value: V;
  label: string;
  note?: string;
  icon?: IconName;
  disabled?: boolean;
}

interface ChoiceListProps<V extends string> {
  /** Stable name; each answer is then `<id>-<value>`. */
  id?: string;
  /** The question; read aloud as the group's name. */
  label: string;
  /** The page already shows the question as its title. */
  labelHidden?: boolean;
  choices: readonly Choice<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  hint?: string;
  error?: string;
  /** Side by side, for two to four short answers. */
  inline?: boolean;
}

/** One answer out of a few, each as large as a finger. */
export function ChoiceList<V extends string>({
  id,
  label,
  labelHidden = false,
  choices,
  value,
  onChange,
  hint,
  error,
  inline = false,
}: ChoiceListProps<V>) {
  const list = (
    <View
      className={`${styles.list} ${inline ? styles.inline : ''} ${inline && choices.length === 4 ? styles.four : ''}`}
      {...a11y({ role: 'radiogroup', label })}
    >
      {choices.map((choice) => (
        <Pressable
          key={choice.value}
          id={id === undefined ? undefined : `${id}-${choice.value}`}
          role="radio"
          className={`${styles.choice} ${choice.value === value ? styles.chosen : ''} ${choice.disabled === true ? styles.closed : ''}`}
          checked={choice.value === value}
          disabled={choice.disabled}
          onPress={() => onChange(choice.value)}
        >
          {choice.icon === undefined ? null : <Icon name={choice.icon} className={styles.icon} />}
          <View className={styles.words}>
            <Text className={styles.label}>{choice.label}</Text>
            {choice.note === undefined ? null : <Text className={styles.note}>{choice.note}</Text>}
          </View>
          <View className={styles.mark} />
        </Pressable>
      ))}
    </View>
  );
  if (labelHidden && error === undefined && hint === undefined) return list;
  return (
    <FieldFrame label={labelHidden ? '' : label} hint={hint} error={error}>
      {list}
    </FieldFrame>
  );
}
