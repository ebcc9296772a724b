import { randomText } from '../random/random-text';

/** A new request id: one per intention of a person, the same over all retries of it. */
export const newRequestId = (): string => `req_${randomText(24)}`;
