import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { a11y } from '@/lib/a11y/a11y';
import styles from './count-stepper.module.scss';

interface CountStepperProps {
  /** Stable name: `people` gives `people-less` and `people-more`. */
  id: 'people' | 'copies';
  label: string;
  /** 口人, 份 */
  unit: string;
  count: number;
  max: number;
  onChange: (count: number) => void;
}

/** A small number, from one up: one less, one more. */
export function CountStepper({ id, label, unit, count, max, onChange }: CountStepperProps) {
  return (
    <View className={styles.stepper}>
      <Text className={styles.label}>{label}</Text>
      <View className={styles.control}>
        <Pressable
          id={`${id}-less`}
          className={`${styles.key} ${count <= 1 ? styles.ended : ''}`}
          label={`少一${unit}`}
          disabled={count <= 1}
          onPress={() => onChange(count - 1)}
        >
          <Icon name="remove" />
        </Pressable>
        <Text className={styles.count} {...a11y({ role: 'status', label: `${count} ${unit}` })}>
          {count}
        </Text>
        <Pressable
          id={`${id}-more`}
          className={`${styles.key} ${count >= max ? styles.ended : ''}`}
          label={`多一${unit}`}
          disabled={count >= max}
          onPress={() => onChange(count + 1)}
        >
          <Icon name="add" />
        </Pressable>
      </View>
    </View>
  );
}
