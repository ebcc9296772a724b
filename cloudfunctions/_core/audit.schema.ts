import { z } from '../../shared/zod';
import { epochMs } from '../../shared/time/china-day';

/** One row of a record's audit chain: what happened, and the hash of the row before it. */
export const auditRow = z.strictObject({
  /** Chain and sequence number. */
  id: z.string(),
  /** The record the chain belongs to: household, order, policy or claim id. */
  chain: z.string(),
  sequence: z.int().check(z.gte(1)),
  /** For example `order.paid`. */
  action: z.string(),
  /** Keyed hash of the person, or the function that acted. */
  actor: z.string(),
  /** Hash of the record as it was written; never the record itself. */
  recordHash: z.string(),
  at: epochMs,
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

/** The newest row of a chain. */
export const auditHead = z.strictObject({ id: z.string(), sequence: z.int(), hash: z.string() });
export type AuditHead = z.infer<typeof auditHead>;
