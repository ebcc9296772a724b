import { AppError } from '../../../shared/errors/app-error';
import { readMessage } from '../../../shared/message/read-message.contract';
import { operation } from '../../_core/operation';

/**
 * Marks one of the caller's messages as read; the first time counts.
 * Reads and writes: messages; one transaction.
 * Errors: MESSAGE_NOT_FOUND (also somebody else's).
 */
export const readMessageOperation = operation(readMessage, async ({ input, caller, write, ports }) => {
  const readAt = ports.clock.now();
  await write(async (tx) => {
    const message = await tx.messages.get(input.messageId);
    if (message?.openid !== caller.openid) throw new AppError('MESSAGE_NOT_FOUND');
    if (message.readAt === null) await tx.messages.put({ ...message, readAt });
  });
  return { read: true as const };
});
