import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay, epochMs } from '../time/china-day';
import { messageKind } from './message.schema';

/** Everything the household was ever told, newest first. */
export const listMyMessages = contract({
  name: 'listMyMessages',
  function: 'household',
  input: z.strictObject({}),
  output: z.strictObject({
    today: chinaDay,
    messages: z.array(
      z.strictObject({
        messageId: z.string(),
        kind: messageKind,
        title: z.string(),
        body: z.string(),
        /** Page that the card opens, with a leading slash. */
        page: z.string(),
        createdAt: epochMs,
        read: z.boolean(),
      }),
    ),
  }),
  errors: [],
});
