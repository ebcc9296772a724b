import { Text, View } from '@tarojs/components';
import styles from './badge.module.scss';

interface BadgeProps {
  /** The state in a word. */
  children: string;
  /** Each tone has a shape of its own: dot, diamond, triangle, square, ring. */
  tone: 'good' | 'due' | 'bad' | 'info' | 'plain';
}

/** A state as a word and a shape, never as a colour alone. */
export function Badge({ children, tone }: BadgeProps) {
  return (
    <View className={`${styles.badge} ${styles[tone]}`}>
      <View className={styles.shape} />
      <Text>{children}</Text>
    </View>
  );
}
