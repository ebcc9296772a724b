import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './section.module.scss';

interface SectionProps {
  title?: string;
  /** One line under the title. */
  note?: string;
  /** A quiet button or link at the title's right. */
  aside?: ReactNode;
  children: ReactNode;
}

const heading = a11y({ role: 'heading', level: 2 });

/** A titled part of a page. */
export function Section({ title, note, aside, children }: SectionProps) {
  return (
    <View className={styles.section}>
      {title === undefined ? null : (
        <View className={styles.head}>
          <View className={styles.names}>
            <View className={styles.title} {...heading}>
              {title}
            </View>
            {note === undefined ? null : <Text className={styles.note}>{note}</Text>}
          </View>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
