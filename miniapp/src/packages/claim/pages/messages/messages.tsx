import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Inbox } from '@/features/message/inbox';
import { useOpenMessage } from '@/features/message/use-open-message';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Everything the family was ever told. */
export default function MessagesPage() {
  const answer = useQueryOf(listMyMessages, {});
  const open = useOpenMessage();
  return (
    <Page>
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {({ today, messages }) => <Inbox today={today} messages={messages} onOpen={open} />}
      </Loaded>
    </Page>
  );
}
