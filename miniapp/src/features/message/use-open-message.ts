import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from 'shared/contract/contract';
import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { readMessage } from 'shared/message/read-message.contract';
import { call } from '@/lib/cloud/call';
import { openPage } from '@/lib/navigation/navigation';
import { queryKeyOf } from '@/lib/query/use-query-of';

export type InboxMessage = OutputOf<typeof listMyMessages>['messages'][number];

/** Opens what a message tells of and marks it as read; a mark that fails is made again the next time. */
export const useOpenMessage = (): ((message: InboxMessage) => Promise<void>) => {
  const client = useQueryClient();
  return useCallback(
    async ({ messageId, page, read }) => {
      const marked = read ? Promise.resolve() : call(readMessage, { messageId }).then(() => undefined);
      await openPage(page);
      try {
        await marked;
        await client.invalidateQueries({ queryKey: queryKeyOf(listMyMessages) });
      } catch (thrown) {
        console.warn('a message stays unread', thrown);
      }
    },
    [client],
  );
};
