import { Text, View } from '@tarojs/components';
import type { MessageKind } from 'shared/message/message.schema';
import { formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Icon, type IconName } from '@/components/icon/icon';
import type { InboxMessage } from './use-open-message';
import styles from './message.module.scss';

const LOOK: Readonly<Record<MessageKind, { icon: IconName; tone: 'brand' | 'warm' | 'due'; open: string }>> =
  {
    policyIssued: { icon: 'shield', tone: 'brand', open: '看保单' },
    giftWaiting: { icon: 'shield', tone: 'brand', open: '去领取' },
    policyCorrected: { icon: 'shield', tone: 'brand', open: '看保单' },
    newbornAdded: { icon: 'shield', tone: 'brand', open: '看保单' },
    policyCancelled: { icon: 'shield', tone: 'due', open: '看保单' },
    renewalDue: { icon: 'shield', tone: 'due', open: '去续保' },
    assistanceWaiting: { icon: 'edit', tone: 'due', open: '去核对' },
    claimProgress: { icon: 'clock', tone: 'brand', open: '看进度' },
    payoutNotice: { icon: 'money', tone: 'warm', open: '看账单和进度' },
    payoutFailed: { icon: 'alert', tone: 'due', open: '看进度' },
    caseDue: { icon: 'clock', tone: 'due', open: '去办理' },
    complaintAnswered: { icon: 'done', tone: 'brand', open: '看答复' },
    complaintDue: { icon: 'clock', tone: 'due', open: '去答复' },
    consentAnswered: { icon: 'check', tone: 'brand', open: '去看看' },
    orderRefunded: { icon: 'money', tone: 'due', open: '看保障' },
  };

interface MessageCardProps {
  message: InboxMessage;
  onOpen: (message: InboxMessage) => Promise<void>;
}

/** One message; pressing it opens what it tells of. */
export function MessageCard({ message, onOpen }: MessageCardProps) {
  const { icon, tone, open } = LOOK[message.kind];
  const time = formatChinaTime(message.createdAt).slice(-5);
  return (
    <Card
      id={`message-${message.messageId}`}
      label={`${message.read ? '' : '未读。'}${message.title}。${message.body}${open}`}
      onPress={() => void onOpen(message)}
    >
      <View className={styles.message}>
        <View className={`${styles.disc} ${styles[tone]}`}>
          <Icon name={icon} />
          {message.read ? null : <View className={styles.dot} />}
        </View>
        <View className={styles.words}>
          <View className={styles.head}>
            <Text className={message.read ? styles.title : styles.unread}>{message.title}</Text>
            <Text className={styles.time}>{time}</Text>
          </View>
          <Text className={styles.body}>{message.body}</Text>
          <View className={styles.open}>
            <Text>{open}</Text>
            <Icon name="forward" size="small" />
          </View>
        </View>
      </View>
    </Card>
  );
}
