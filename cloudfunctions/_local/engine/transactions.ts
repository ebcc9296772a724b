import { randomUUID } from 'node:crypto';
import { transactionBusy, transactionConflict, transactionFailed, transactionGone } from './errors';
import { indexKeys, sameValues } from './indexes';
import type { Change, Collection, Records } from './records';
import { type Doc, type DocValue } from './values';
import { type Writer, documentLock, isDocumentLock, uniqueKeysTouched } from './writer';

/** Source: platform facts of the cloud: at most 100 operations and 30 seconds. */
const MOST_OPERATIONS = 100;
const LONGEST_MS = 30_000;

/** What a transaction has written so far: one entry per document. */
interface PendingWrite {
  readonly collection: Collection;
  readonly id: DocValue;
  readonly after: Doc | null;
}

/** One open transaction: a snapshot, its own writes, its locks. */
export class Transaction {
  readonly id = randomUUID();
  readonly ended: Promise<void>;
  readonly writes = new Map<string, PendingWrite>();
  operations = 0;
  /** A request of this transaction is being answered. */
  inFlight = false;
  /** Machine time of the last answer, epoch milliseconds. */
  lastAnsweredAt = 0;
  private settle: () => void = () => undefined;

  constructor(
    readonly snapshot: number,
    /** The function invocation that opened it; undefined for a caller outside functions. */
    readonly owner: string | undefined,
    private readonly timer: NodeJS.Timeout,
  ) {
    this.ended = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  end(): void {
    clearTimeout(this.timer);
    this.settle();
  }
}

/**
 * Snapshot isolation as the cloud gives it: reads see the state at the start plus the transaction's own writes; the
 * first writer of a document wins and the second gets a conflict at once; write skew is possible.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();

  constructor(
    private readonly records: Records,
    private readonly writer: Writer,
  ) {}

  begin(owner: string | undefined): Transaction {
    // By the machine's time, as in the cloud: moving the local clock does not end what a function is doing.
    const timer = setTimeout(() => this.finish(transaction), LONGEST_MS);
    timer.unref();
    const transaction: Transaction = new Transaction(this.writer.history.open(), owner, timer);
    this.open.set(transaction.id, transaction);
    return transaction;
  }

  /** True while this invocation, or any caller outside functions, has a transaction open. */
  hasOpen(owner: string | undefined): boolean {
    for (const transaction of this.open.values()) if (transaction.owner === owner) return true;
    return false;
  }

  /**
   * Enters one operation. `sentAt` is when the caller built the request (machine time, epoch milliseconds): if that
   * was before the previous answer left, two operations ran in parallel.
   */
  enter(id: string, sentAt: number | undefined): Transaction {
    const transaction = this.find(id);
    const parallel = sentAt !== undefined && sentAt < transaction.lastAnsweredAt;
    if (transaction.inFlight || parallel) throw transactionBusy();
    transaction.inFlight = true;
    return transaction;
  }

  leave(transaction: Transaction): void {
    transaction.inFlight = false;
    transaction.lastAnsweredAt = Date.now();
  }

  /** Counts an operation and runs it; any error of it ends the transaction, as in MongoDB. */
  operate<T>(transaction: Transaction, operation: () => T): T {
    transaction.operations += 1;
    try {
      if (transaction.operations > MOST_OPERATIONS) {
        throw transactionFailed(
          'LimitExceeded.TransactionOperations',
          `A transaction may hold at most ${MOST_OPERATIONS} operations.`,
        );
      }
      return operation();
    } catch (error) {
      this.finish(transaction);
      throw error;
    }
  }

  /** The document as the transaction sees it. */
  read(transaction: Transaction, collection: Collection, id: DocValue): Doc | null {
    const key = documentLock(collection, id);
    const own = transaction.writes.get(key);
    if (own !== undefined) return own.after;
    return this.writer.history.seenBy(transaction.snapshot, key, () => this.current(collection, id));
  }

  /** Documents that the transaction sees otherwise than they are stored, by their locks. */
  seenOtherwise(transaction: Transaction, collection: Collection): Map<string, Doc | null> {
    const seen = new Map<string, Doc | null>();
    for (const [key, before] of this.writer.history.since(transaction.snapshot)) {
      if (isDocumentLock(collection, key)) seen.set(key, before);
    }
    for (const [key, write] of transaction.writes) {
      if (write.collection === collection) seen.set(key, write.after);
    }
    return seen;
  }

  /** Notes a write; throws a conflict when another writer was first, E11000 when a unique value is taken. */
  write(transaction: Transaction, change: Change): void {
    const key = documentLock(change.collection, change.id);
    this.claim(transaction, key);
    for (const touched of uniqueKeysTouched(change)) {
      this.claim(transaction, touched.lock);
      if (!touched.taken) continue;
      const ignored = (_sequence: number, doc: () => Doc): boolean => {
        const other = documentLock(change.collection, doc()._id ?? null);
        return other === key || transaction.writes.has(other);
      };
      const stored = this.records.clash(change.collection, touched.index, touched.key, ignored);
      const pending = [...transaction.writes].some(
        ([otherKey, other]) =>
          otherKey !== key &&
          other.collection === change.collection &&
          other.after !== null &&
          indexKeys(touched.index, other.after).some((otherIndexKey) =>
            sameValues(otherIndexKey, touched.key),
          ),
      );
      if (stored !== undefined || pending) {
        throw this.records.duplicate(change.collection, touched.index, touched.key);
      }
    }
    transaction.writes.set(key, { collection: change.collection, id: change.id, after: change.after });
  }

  commit(id: string): void {
    const transaction = this.find(id);
    const changes: Change[] = [];
    for (const { collection, id: documentId, after } of transaction.writes.values()) {
      const before = this.current(collection, documentId);
      if (before !== null || after !== null) changes.push({ collection, id: documentId, before, after });
    }
    try {
      this.writer.writeCommitted(changes);
    } finally {
      this.finish(transaction);
    }
  }

  abort(id: string): void {
    this.finish(this.find(id));
  }

  /** Ends everything, for closing the database. */
  abortAll(): void {
    for (const transaction of [...this.open.values()]) this.finish(transaction);
  }

  private find(id: string): Transaction {
    const transaction = this.open.get(id);
    if (transaction === undefined) throw transactionGone();
    return transaction;
  }

  private claim(transaction: Transaction, key: string): void {
    const { history, locks } = this.writer;
    if (
      locks.otherHolder(key, transaction) !== undefined ||
      history.changedSince(key, transaction.snapshot)
    ) {
      throw transactionConflict();
    }
    locks.take(key, transaction);
  }

  private current(collection: Collection, id: DocValue): Doc | null {
    return this.records.withId(collection, id)?.doc ?? null;
  }

  private finish(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return;
    this.writer.locks.releaseAll(transaction);
    this.writer.history.close(transaction.snapshot);
    transaction.end();
  }
}
