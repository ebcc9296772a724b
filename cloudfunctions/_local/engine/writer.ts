import { encodeValue } from './keys';
import { type History } from './history';
import { type IndexKey, type Index, indexKeys, keepsKeys } from './indexes';
import { type Locks } from './locks';
import { type Change, type Collection, type Records } from './records';
import { type Doc, type DocValue } from './values';

/** Names a document among locks and before-images. */
export function documentLock(collection: Collection, id: DocValue): string {
  // Nearly all ids are texts; other values begin with the number of their type.
  return typeof id === 'string'
    ? `${collection.id}/"${id}`
    : `${collection.id}/${encodeValue(id).toString('latin1')}`;
}

/** True for the locks of this collection's documents. */
export function isDocumentLock(collection: Collection, lock: string): boolean {
  return lock.startsWith(`${collection.id}/`);
}

function uniqueLock(collection: Collection, index: Index, key: IndexKey): string {
  return `${collection.id}:${index.id}:${key.bytes.toString('latin1')}`;
}

/** The unique index values a change takes or gives up, with whether it takes them. */
export function* uniqueKeysTouched(
  change: Change,
): Iterable<{ index: Index; key: IndexKey; lock: string; taken: boolean }> {
  const { collection, before, after } = change;
  for (const index of collection.indexes) {
    if (!index.definition.unique) continue;
    if (before !== null && after !== null && keepsKeys(index, before, after)) continue;
    const oldKeys = before === null ? [] : indexKeys(index, before);
    const newKeys = after === null ? [] : indexKeys(index, after);
    for (const key of oldKeys) {
      if (newKeys.some((other) => other.bytes.equals(key.bytes))) continue;
      yield { index, key, lock: uniqueLock(collection, index, key), taken: false };
    }
    for (const key of newKeys) {
      if (oldKeys.some((other) => other.bytes.equals(key.bytes))) continue;
      yield { index, key, lock: uniqueLock(collection, index, key), taken: true };
    }
  }
}

/** Without an open transaction nobody asks what was touched. */
const NOTHING: ReadonlyMap<string, Doc | null> = new Map();

/** Everything a change touches, as lock keys with the document each held before (null for index values). */
function touched(changes: readonly Change[]): Map<string, Doc | null> {
  const keys = new Map<string, Doc | null>();
  for (const change of changes) {
    keys.set(documentLock(change.collection, change.id), change.before);
    for (const { lock } of uniqueKeysTouched(change)) keys.set(lock, null);
  }
  return keys;
}

/** The one way in which changes become durable: used by single writes and by committing transactions. */
export class Writer {
  constructor(
    private readonly records: Records,
    readonly history: History<Doc | null>,
    readonly locks: Locks,
  ) {}

  /** Stores changes made outside transactions. Throws `LockedByTransaction` when one must be waited for. */
  writeNow(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const keys = this.history.watched ? touched(changes) : NOTHING;
    this.locks.refuseHeld(keys.keys());
    this.store(changes, keys);
  }

  /** Stores the changes of a transaction that holds all its locks. */
  writeCommitted(changes: readonly Change[]): void {
    if (changes.length > 0) this.store(changes, touched(changes));
  }

  private store(changes: readonly Change[], keys: ReadonlyMap<string, Doc | null>): void {
    this.records.write(() => this.records.apply(changes));
    this.records.counted(changes);
    this.history.committed(keys);
  }
}
