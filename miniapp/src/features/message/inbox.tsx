import { View } from '@tarojs/components';
import { addDays, chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Section } from '@/components/section/section';
import { MessageCard } from './message-card';
import type { InboxMessage } from './use-open-message';
import styles from './message.module.scss';

interface Day {
  day: ChinaDay;
  messages: InboxMessage[];
}

/** Messages by China day, newest first, in the order given. */
const byDay = (messages: readonly InboxMessage[]): Day[] => {
  const days: Day[] = [];
  for (const message of messages) {
    const day = chinaDayOf(message.createdAt);
    const last = days[days.length - 1];
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
};

const headingOf = (day: ChinaDay, today: ChinaDay): string => {
  if (day === today) return '今天';
  return day === addDays(today, -1) ? '昨天' : formatChinaDay(day, today);
};

interface InboxProps {
  messages: readonly InboxMessage[];
  today: ChinaDay;
  onOpen: (message: InboxMessage) => Promise<void>;
}

/** The family's messages under their days. */
export function Inbox({ messages, today, onOpen }: InboxProps) {
  if (messages.length === 0)
    return (
      <EmptyState icon="bell" title="还没有消息" text="出了保单、理赔有进展、赔款到账，都会写在这里。" />
    );
  return (
    <>
      {byDay(messages).map(({ day, messages: ofDay }) => (
        <Section key={day} title={headingOf(day, today)}>
          <View className={styles.day}>
            {ofDay.map((message) => (
              <MessageCard key={message.messageId} message={message} onOpen={onOpen} />
            ))}
          </View>
        </Section>
      ))}
    </>
  );
}
