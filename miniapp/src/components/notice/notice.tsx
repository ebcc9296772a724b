import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { Icon } from '../icon/icon';
import styles from './notice.module.scss';

interface NoticeProps {
  tone?: 'info' | 'good' | 'due' | 'bad';
  title?: string;
  children: ReactNode;
  /** It appeared because of what the person just did: read it aloud. */
  announced?: boolean;
}

const icons = { info: 'info', good: 'done', due: 'clock', bad: 'alert' } as const;

/** A sentence that must be seen: an icon, a colour and words. */
export function Notice({ tone = 'info', title, children, announced = false }: NoticeProps) {
  return (
    <View
      className={`${styles.notice} ${styles[tone]}`}
      {...a11y({ role: announced ? (tone === 'bad' ? 'alert' : 'status') : undefined })}
    >
      <Icon name={icons[tone]} size="small" className={styles.icon} />
      <View className={styles.words}>
        {title === undefined ? null : <Text className={styles.title}>{title}</Text>}
        <Text className={styles.text}>{children}</Text>
      </View>
    </View>
  );
}
