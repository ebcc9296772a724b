import { Text } from '@tarojs/components';
import type { RosterView } from 'shared/roster/roster.contracts';
import { Card } from '@/components/card/card';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { a11y } from '@/lib/a11y/a11y';
import styles from './roster.module.scss';
import { countWords } from './roster-words';

const status = a11y({ role: 'status' });

/** How far a check is. */
export function RosterProgress({ roster: { rowsDone, rowsTotal } }: { roster: RosterView }) {
  const words = `已核对 ${countWords(rowsDone)} 行，共 ${countWords(rowsTotal)} 行`;
  return (
    <Card>
      <Text className={styles.figure} {...status}>
        {words}
      </Text>
      <ProgressBar share={rowsTotal === 0 ? 0 : rowsDone / rowsTotal} label={words} />
      <Text className={styles.second}>一万行大约几秒钟。可以离开这一页，核对会自己继续。</Text>
    </Card>
  );
}
