import { Text, View } from '@tarojs/components';
import type { QueueRow } from 'shared/claim/case-view';
import { CLAIM_KIND_TERMS, DESK_STATE_WORDS, OWN_CASE_WORDS } from 'shared/claim/desk-words';
import type { ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { ALARM_WORDS, AlarmBadge } from './alarm-badge';
import { dueOf } from './due-words';
import { StateBadge } from './state-badge';
import styles from './queue-list.module.scss';

interface QueueListProps {
  /** In the order in which they are to be done. */
  rows: readonly QueueRow[];
  today: ChinaDay;
  onOpen: (claimId: string) => void;
}

interface QueueLineProps {
  row: QueueRow;
  today: ChinaDay;
  /** Say that it waits for the caller. */
  marked: boolean;
  onOpen: () => void;
}

/** By when the desk must have done its part; only the family's date may be provisional. */
const dueOfRow = ({ dueDay, promise }: QueueRow, today: ChinaDay) =>
  dueOf({ day: dueDay, provisional: promise.provisional && promise.day === dueDay }, today);

function QueueLine({ row, today, marked, onOpen }: QueueLineProps) {
  const due = dueOfRow(row, today);
  const spoken = [
    ...(row.isGreen ? ['优先办理'] : []),
    `${row.maskedName}，${CLAIM_KIND_TERMS[row.kind]}`,
    DESK_STATE_WORDS[row.state],
    `${due.day}到期，${due.left}`,
    ...(row.alarm === 'none' ? [] : [ALARM_WORDS[row.alarm]]),
    ...(marked ? ['轮到我'] : []),
    ...(row.isOwnHousehold ? [OWN_CASE_WORDS] : []),
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
        {row.isOwnHousehold ? <Text className={styles.ownWord}>{OWN_CASE_WORDS}</Text> : null}
      </View>
      <Text className={styles.place}>
        {row.townshipName} · {row.claimNumber}
      </Text>
      <View className={styles.state}>
        {row.isGreen ? <Badge tone="good">优先</Badge> : null}
        <AlarmBadge alarm={row.alarm} />
        <StateBadge state={row.state} />
      </View>
      <Icon name="forward" size="small" className={styles.arrow} />
    </Pressable>
  );
}

/** The desk's cases as dense rows; where some wait for others, the caller's own carry a bar and a word. */
export function QueueList({ rows, today, onOpen }: QueueListProps) {
  const marksMine = rows.some((row) => !row.mine);
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
