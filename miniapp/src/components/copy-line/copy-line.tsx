import { Text, View } from '@tarojs/components';
import { copyText } from '@/lib/clipboard/copy-text';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import styles from './copy-line.module.scss';

interface CopyLineProps {
  /** Stable name of the copying, for tests and for the phone's own queries. */
  id: string;
  label: string;
  /** As it is read. */
  shown: string;
  /** As the other program's form wants it. */
  copied: string;
}

/** A number that is typed into another program: shown, and copied with one tap. */
export function CopyLine({ id, label, shown, copied }: CopyLineProps) {
  return (
    <View className={styles.line}>
      <View className={styles.words}>
        <Text className={styles.label}>{label}</Text>
        <Text className={styles.value} userSelect>
          {shown}
        </Text>
      </View>
      <Pressable id={id} className={styles.copy} label={`复制${label}`} onPress={() => void copyText(copied)}>
        <Icon name="copy" size="small" />
        <Text>复制</Text>
      </Pressable>
    </View>
  );
}
