import { collection } from '../_core/collection';
import { message } from '../../shared/message/message.schema';
import { INDEXES } from './indexes';

/** Outbox and inbox in one: by reader, and those still waiting for WeChat. */
export const messages = collection({
  name: 'messages',
  schema: message,
  sealed: ['body', 'fields'],
  indexes: INDEXES.messages,
});
