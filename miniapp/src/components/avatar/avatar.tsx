import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import styles from './avatar.module.scss';

const hidden = a11y({ hidden: true });

/** A person's first character in a disc; the name stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <View className={styles.avatar} {...hidden}>
      {Array.from(name)[0] ?? '家'}
    </View>
  );
}
