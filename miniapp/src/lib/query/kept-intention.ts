import { z } from 'shared/zod';
import { newRequestId } from '../cloud/request-id';
import { dropStored, readStored, writeStored } from '../storage/storage';

/** What is to be written, and the id under which it is sent until it has arrived. */
export interface OpenIntention {
  body: string;
  requestId: string;
}

const openIntention = z.object({ body: z.string(), requestId: z.string() });
const keyOf = (name: string): string => `intention:${name}`;

/**
 * The request id of an intention, kept on the phone: the same body has the same id over all retries, also after the app
 * was closed; a changed body has a new one.
 *
 * @param name the contract's.
 */
export const keptIntention = (name: string, body: string): OpenIntention => {
  const before = z.safeParse(openIntention, readStored(keyOf(name)));
  if (before.success && before.data.body === body) return before.data;
  const open = { body, requestId: newRequestId() };
  writeStored(keyOf(name), open);
  return open;
};

/** Ends an intention: the next one is new, even with the same body. */
export const forgetIntention = (name: string): void => dropStored(keyOf(name));
