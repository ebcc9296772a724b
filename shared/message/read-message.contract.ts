import { contract } from '../contract/contract';
import { z } from '../zod';
import { messageId } from '../contract/fields';

/** Marks a message as read. Safe to repeat by nature, so it needs no request id. */
export const readMessage = contract({
  name: 'readMessage',
  function: 'household',
  input: z.strictObject({ messageId }),
  output: z.strictObject({ read: z.literal(true) }),
  errors: ['MESSAGE_NOT_FOUND'],
});
