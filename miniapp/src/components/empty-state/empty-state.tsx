import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon';
import styles from './empty-state.module.scss';

interface EmptyStateProps {
  icon: IconName;
  /** What will appear here. */
  title: string;
  /** When, or by what step. */
  text?: string;
  /** The one step that makes it appear: a Button. */
  action?: ReactNode;
  tone?: 'brand' | 'bad';
}

/** Nothing is here yet; fills the space with what comes next. */
export function EmptyState({ icon, title, text, action, tone = 'brand' }: EmptyStateProps) {
  return (
    <View className={styles.state}>
      <View className={`${styles.disc} ${styles[tone]}`}>
        <Icon name={icon} />
      </View>
      <Text className={styles.title}>{title}</Text>
      {text === undefined ? null : <Text className={styles.text}>{text}</Text>}
      {action === undefined ? null : <View className={styles.action}>{action}</View>}
    </View>
  );
}
