import { listMyMessages } from '../../../shared/message/list-my-messages.contract';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';

/** The newest; older ones stay on record. */
const MOST = 200;

/**
 * Everything the caller was told, newest first.
 * Reads: messages. Writes nothing.
 */
export const listMyMessagesOperation = operation(listMyMessages, async ({ read, caller, ports }) => {
  const messages = await read.messages.find({
    where: { openid: caller.openid },
    orderBy: [['createdAt', 'desc']],
    limit: MOST,
  });
  return {
    today: chinaDayOf(ports.clock.now()),
    messages: messages.map((message) => ({
      messageId: message.id,
      kind: message.kind,
      title: message.title,
      body: message.body,
      page: `/${message.page}`,
      createdAt: message.createdAt,
      read: message.readAt !== null,
    })),
  };
});
