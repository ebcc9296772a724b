import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import type { ShownError } from '../error-state/error-state';
import { Icon } from '../icon/icon';
import styles from './failure.module.scss';

const alert = a11y({ role: 'alert' });

/** What the person just did was not done: why, and the number for the hotline. The page stays as it was. */
export function Failure({ error }: { error: ShownError }) {
  return (
    <View className={styles.failure} {...alert}>
      <Icon name="alert" size="small" className={styles.icon} />
      <View className={styles.words}>
        <Text className={styles.text}>{error.message}</Text>
        {error.requestId === undefined || error.requestId === '' ? null : (
          <Text className={styles.number} userSelect>
            编号 {error.requestId}
          </Text>
        )}
      </View>
    </View>
  );
}
