import { z } from '../zod';
import { epochMs } from '../time/china-day';

/** What a message tells. */
export const messageKind = z.enum([
  'policyIssued',
  'giftWaiting',
  'policyCorrected',
  'newbornAdded',
  'policyCancelled',
  'renewalDue',
  'assistanceWaiting',
  'claimProgress',
  'payoutNotice',
  'payoutFailed',
  'caseDue',
  'orderRefunded',
  'consentAnswered',
  'complaintAnswered',
  'complaintDue',
]);
export type MessageKind = z.infer<typeof messageKind>;

/**
 * `none`: the inbox alone · `waiting`: to be sent · `sending`: handed to WeChat, answer outstanding · `sent` · `refused`:
 * the family gave no permission, or used it up · `rejected`: WeChat declined it, our fault · `failed`: WeChat could not
 * be reached, several times · `unknown`: the sender ended while the answer was outstanding; never sent again, because it
 * may have arrived.
 */
const messageDelivery = z.enum([
  'none',
  'waiting',
  'sending',
  'sent',
  'refused',
  'rejected',
  'failed',
  'unknown',
]);

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
  /** Result at WeChat; the inbox has the message whatever stands here. */
  delivery: messageDelivery,
  /** Times it was handed to WeChat. */
  attempts: z.int(),
  /** When it was last handed to WeChat. */
  triedAt: z.nullable(epochMs),
  deliveredAt: z.nullable(epochMs),
});
export type Message = z.infer<typeof message>;
