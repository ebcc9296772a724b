import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './progress-bar.module.scss';

interface ProgressBarProps {
  /** 0 to 1. */
  share: number;
  /** In words, for a screen reader: 医疗还剩 9,695.55 元，共 12,000 元. */
  label: string;
  tone?: 'brand' | 'warm';
}

/** A share of a whole; the words beside it say the figures. */
export function ProgressBar({ share, label, tone = 'brand' }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <View className={styles.track} {...a11y({ role: 'img', label })}>
      <View className={`${styles.fill} ${styles[tone]}`} style={{ width: `${percent}%` }} />
    </View>
  );
}
