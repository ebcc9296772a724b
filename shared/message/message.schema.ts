import { z } from '../zod';
import { epochMs } from '../time/china-day';

/** What a message tells. */
export const messageKind = z.enum([
  'policyIssued',
  'claimProgress',
  'payoutNotice',
  'payoutFailed',
  'orderRefunded',
]);
export type MessageKind = z.infer<typeof messageKind>;

/** One row of the outbox and of the family's inbox: the inbox is the truth, WeChat's message is a second channel. */
export const message = z.strictObject({
  /** Derived from what it tells of, so that it is never told twice. */
  id: z.string(),
  openid: z.string(),
  kind: messageKind,
  title: z.string(),
  /** Personal: sealed by the store. */
  body: z.string(),
  /** Page that the card opens, without a leading slash. */
  page: z.string(),
  /** Fields of the subscribe message, formatted for WeChat; null when the message has no template. Sealed. */
  fields: z.nullable(z.record(z.string(), z.string())),
  createdAt: epochMs,
  readAt: z.nullable(epochMs),
  /** Result at WeChat: `waiting` until tried; `refused`: no permission left; `none`: the inbox alone. The inbox always has it. */
  delivery: z.enum(['none', 'waiting', 'sent', 'refused', 'rejected']),
  attempts: z.int(),
  deliveredAt: z.nullable(epochMs),
});
export type Message = z.infer<typeof message>;
