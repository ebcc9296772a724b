import { View } from '@tarojs/components';
import type { PaperKey } from 'shared/claim/paper-key';
import { a11y } from '@/lib/a11y/a11y';
import styles from './paper-picture.module.scss';

/** What can be drawn: each paper, and three photos of one. */
export type Drawing = PaperKey | 'good' | 'cut' | 'glare';

/** A paper as a line drawing in the theme's colours; what its photo must show stands out. Ornament: the words beside it say it. */
export function PaperPicture({ of }: { of: Drawing }) {
  return (
    <View className={`${styles.picture} ${styles[of]}`} {...a11y({ hidden: true })}>
      <View className={styles.marked} />
    </View>
  );
}
