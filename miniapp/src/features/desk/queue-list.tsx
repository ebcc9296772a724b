import { Text, View } from '@tarojs/components';
import type { QueueRow } from 'shared/claim/case-view';
import { CLAIM_KIND_TERMS, DESK_STATE_WORDS } from 'shared/claim/desk-words';
import type { ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { dueOf } from './due-words';
import { StateBadge } from './state-badge';
import styles from './queue-list.module.scss';

interface QueueListProps {
  /** First due first, as the server gives them. */
  rows: readonly QueueRow[];
  today: ChinaDay;
  /** Say which wait for the caller: needless where all of them do. */
  marksMine: boolean;
  onOpen: (claimId: string) => void;
}

interface QueueLineProps {
  row: QueueRow;
  today: ChinaDay;
  marked: boolean;
  onOpen: () => void;
}

function QueueLine({ row, today, marked, onOpen }: QueueLineProps) {
  const due = dueOf(row.promise, today);
  const spoken = [
    `${row.maskedName}，${CLAIM_KIND_TERMS[row.kind]}`,
    DESK_STATE_WORDS[row.state],
    `${due.day}到期，${due.left}`,
    ...(row.mine ? ['待我处理'] : []),
  ];
  return (
    <Pressable
      id={`queue-row-${row.claimId}`}
      className={styles.row}
      label={spoken.join('，')}
      onPress={onOpen}
    >
      <View className={`${styles.mark} ${marked ? styles.mine : ''}`} />
      <View className={styles.due}>
        <Text className={styles.day}>{due.day}</Text>
        <Text className={`${styles.left} ${styles[due.tone]}`}>{due.left}</Text>
      </View>
      <View className={styles.who}>
        <Text className={styles.name}>{row.maskedName}</Text>
        <Text className={styles.kind}>{CLAIM_KIND_TERMS[row.kind]}</Text>
        {marked ? <Text className={styles.mineWord}>轮到我</Text> : null}
      </View>
      <Text className={styles.place}>
        {row.townshipName} · {row.claimNumber}
      </Text>
      <View className={styles.state}>
        <StateBadge state={row.state} />
      </View>
      <Icon name="forward" size="small" className={styles.arrow} />
    </Pressable>
  );
}

/** The desk's cases as dense rows; those that wait for the caller carry a bar and a word. */
export function QueueList({ rows, today, marksMine, onOpen }: QueueListProps) {
  return (
    <Card flush>
      {rows.map((row) => (
        <QueueLine
          key={row.claimId}
          row={row}
          today={today}
          marked={marksMine && row.mine}
          onOpen={() => onOpen(row.claimId)}
        />
      ))}
    </Card>
  );
}
