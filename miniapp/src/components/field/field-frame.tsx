import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { Icon } from '../icon/icon';
import styles from './field.module.scss';

interface FieldFrameProps {
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
}

const alert = a11y({ role: 'alert' });

/** Label above, hint or error below: the same for every kind of question. */
export function FieldFrame({ label, hint, error, children }: FieldFrameProps) {
  return (
    <View className={styles.field}>
      <Text className={styles.label}>{label}</Text>
      {children}
      {error !== undefined ? (
        <View className={styles.error} {...alert}>
          <Icon name="alert" size="small" />
          <Text>{error}</Text>
        </View>
      ) : hint !== undefined ? (
        <Text className={styles.hint}>{hint}</Text>
      ) : null}
    </View>
  );
}
