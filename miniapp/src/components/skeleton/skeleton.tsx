import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './skeleton.module.scss';

const status = a11y({ role: 'status', label: '正在打开' });

/** The shape of what will be here. `figure`: one large value above the lines. */
export function Skeleton({ lines = 3, figure = false }: { lines?: number; figure?: boolean }) {
  return (
    <View className={styles.skeleton} {...status}>
      {figure ? <View className={`${styles.line} ${styles.figure}`} /> : null}
      {Array.from({ length: lines }, (_, position) => (
        <View key={position} className={styles.line} />
      ))}
    </View>
  );
}
