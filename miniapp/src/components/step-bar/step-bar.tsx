import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './step-bar.module.scss';

interface StepBarProps {
  /** Names of all steps, one or two characters to a few words. */
  steps: readonly string[];
  /** Position of the step shown, from 0. */
  current: number;
  /** The page's own title already says it. */
  nameHidden?: boolean;
}

/** How far along a form is: thin pieces, and in words. */
export function StepBar({ steps, current, nameHidden = false }: StepBarProps) {
  const name = steps[current] ?? '';
  return (
    <View
      className={styles.bar}
      {...a11y({ role: 'img', label: `共 ${steps.length} 步，现在第 ${current + 1} 步：${name}` })}
    >
      <View className={styles.pieces}>
        {steps.map((step, position) => (
          <View key={step} className={`${styles.piece} ${position <= current ? styles.passed : ''}`} />
        ))}
      </View>
      <View className={styles.words}>
        {nameHidden ? null : <Text className={styles.name}>{name}</Text>}
        <Text className={styles.count}>
          第 {current + 1} 步，共 {steps.length} 步
        </Text>
      </View>
    </View>
  );
}
