import { Text } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Skeleton } from '@/components/skeleton/skeleton';
import styles from './home.module.scss';

/** What stands on the first page before anything is known: no call is needed to draw it. */
export function HomeGround() {
  return (
    <>
      <Card tone="hero">
        <Text className={styles.name}>暖家保</Text>
        <Text className={styles.motto}>一家人的意外保障</Text>
        <Skeleton figure lines={4} />
      </Card>
      <Skeleton lines={2} />
    </>
  );
}
