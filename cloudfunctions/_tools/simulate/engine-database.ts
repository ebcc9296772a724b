import type {
  Condition,
  DatabasePort,
  DocumentTransaction,
  Query,
  ReadDocuments,
  StoredDocument,
} from '../../_core/ports/database';
import { DuplicateDocument, TransactionBusy } from '../../_core/ports/database';
import type { DocumentDatabase } from '../../_local/engine/database';
import { CloudError } from '../../_local/engine/errors';
import type { Doc, DocValue } from '../../_local/engine/values';

/** What happens around each call to the database: waiting, faults. */
export interface DatabaseSurroundings {
  /** Before the call; may throw. */
  readonly before: (what: 'read' | 'write' | 'commit') => Promise<void>;
  /** After it took effect; may throw, and the caller then does not know that it did. */
  readonly after: (what: 'read' | 'write' | 'commit') => Promise<void>;
  /** Registers what must happen when the caller dies. */
  readonly onDeath: (act: () => void) => void;
}

/** As often as the adapter of the cloud tries in all. */
const ROUNDS = 16;

const conditionOf = (condition: Condition): DocValue => {
  if (condition === null || typeof condition !== 'object') return condition;
  if ('in' in condition) return { $in: [...condition.in] };
  const { gte, lt } = condition;
  return { ...(gte === undefined ? {} : { $gte: gte }), ...(lt === undefined ? {} : { $lt: lt }) };
};

const filterOf = (query: Query): Doc =>
  Object.fromEntries(
    Object.entries(query.where).map(([field, condition]) => [field, conditionOf(condition)]),
  );

const orderOf = (query: Query): Doc =>
  Object.fromEntries(
    (query.orderBy ?? []).map(([field, direction]) => [field, direction === 'asc' ? 1 : -1]),
  );

/** Of all seeds: what all of them begin with is read once. */
const known: ReadDocuments = new WeakMap();

/** Nobody changes what is stored: whoever tries fails, as if a wire lay between. */
const frozen = <T extends object>(document: T): T => {
  for (const value of Object.values(document)) if (typeof value === 'object' && value !== null) frozen(value);
  return Object.freeze(document);
};
const taken = (document: object): Doc => frozen(document) as Doc;
const handed = (document: Doc | undefined): StoredDocument | undefined =>
  document && (Object.freeze(document) as StoredDocument);

const codeOf = (thrown: unknown): string => (thrown instanceof CloudError ? thrown.code : '');

/** The database port straight on the local cloud's engine: same isolation and conflicts, no sockets. */
export const createEngineDatabase = (
  engine: DocumentDatabase,
  { before, after, onDeath }: DatabaseSurroundings,
): DatabasePort => {
  const surrounded = async <T>(what: 'read' | 'write' | 'commit', act: () => T): Promise<T> => {
    await before(what);
    const result = act();
    await after(what);
    return result;
  };

  const attempt = async <T>(work: (transaction: DocumentTransaction) => Promise<T>): Promise<T> => {
    const { transactions } = engine;
    const transaction = transactions.begin(undefined);
    let isOpen = true;
    const abort = (): void => {
      if (!isOpen) return;
      isOpen = false;
      try {
        transactions.abort(transaction.id);
      } catch {
        // The engine ended it when an operation failed.
      }
    };
    onDeath(abort);
    const operate = <R>(what: 'read' | 'write', act: () => R): Promise<R> =>
      surrounded(what, () => transactions.operate(transaction, act));
    try {
      const result = await work({
        known,
        get: async (collection, id) =>
          handed(await operate('read', () => engine.documentById(collection, id, transaction))),
        create: async (collection, document) => {
          try {
            await operate('write', () => engine.insert(collection, [taken(document)], transaction));
          } catch (thrown) {
            if (codeOf(thrown) !== 'DATABASE_DUPLICATE_WRITE') throw thrown;
            throw new DuplicateDocument(collection, { cause: thrown });
          }
        },
        put: async (collection, { _id, ...fields }) => {
          await operate('write', () => engine.replaceById(collection, _id, taken(fields), transaction));
        },
      });
      await surrounded('commit', () => {
        isOpen = false;
        transactions.commit(transaction.id);
      });
      return result;
    } finally {
      abort();
    }
  };

  return {
    known,
    get: async (collection, id) =>
      handed(await surrounded('read', () => engine.documentById(collection, id))),
    find: async (collection, query) => {
      const asked = {
        collection,
        filter: filterOf(query),
        order: orderOf(query),
        skip: 0,
        limit: query.limit,
      };
      const found = await surrounded('read', () => engine.findDocuments(asked));
      return found.flatMap((document) => handed(document) ?? []);
    },
    transaction: async (work) => {
      for (let round = 1; ; round += 1) {
        try {
          return await attempt(work);
        } catch (thrown) {
          if (codeOf(thrown) !== 'DATABASE_TRANSACTION_CONFLICT') throw thrown;
          if (round === ROUNDS) throw new TransactionBusy('others keep winning', { cause: thrown });
        }
      }
    },
  };
};
