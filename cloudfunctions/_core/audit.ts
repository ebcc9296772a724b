import type { AuditHead, AuditRow } from './audit.schema';
import type { WriteStore } from './collection';
import { bodyHash } from './ids';

/** Hash that the first row of a chain refers to. */
export const CHAIN_START = '0'.repeat(64);

interface AuditStores {
  readonly auditHeads: WriteStore<AuditHead>;
  readonly auditRows: WriteStore<AuditRow>;
}

/** What is recorded of one change. */
export interface AuditedChange {
  readonly action: string;
  /** The record as written; its id names the chain. */
  readonly record: { readonly id: string };
  readonly actor: string;
  readonly at: number;
  /** True when this change creates the record, so that its chain cannot exist yet: saves a read. */
  readonly first?: boolean;
}

/** The hash of a row over everything else in it. */
export const rowHash = (row: Omit<AuditRow, 'hash'>): string => bodyHash(row);

/** Appends to the record's chain, in the transaction of the change itself. */
export const appendAudit = async (tx: AuditStores, change: AuditedChange): Promise<void> => {
  const chain = change.record.id;
  const head = change.first ? undefined : await tx.auditHeads.get(chain);
  const sequence = (head?.sequence ?? 0) + 1;
  const row = {
    id: `${chain}.${sequence}`,
    chain,
    sequence,
    action: change.action,
    actor: change.actor,
    recordHash: bodyHash(change.record),
    at: change.at,
    previousHash: head?.hash ?? CHAIN_START,
  };
  const hash = rowHash(row);
  await tx.auditRows.create({ ...row, hash });
  const next = { id: chain, sequence, hash };
  await (head ? tx.auditHeads.put(next) : tx.auditHeads.create(next));
};
