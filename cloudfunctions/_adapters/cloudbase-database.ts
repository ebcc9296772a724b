import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DuplicateDocument,
  TransactionBusy,
  type Condition,
  type DatabasePort,
  type DocumentTransaction,
  type Query,
  type StoredDocument,
} from '../_core/ports/database';
import { databaseOf, type Cloudbase, type SdkTransaction } from './cloudbase';

type Db = ReturnType<typeof databaseOf>;

/** The SDK tries a conflict again three times at once; who still loses waits a moment and lets the winner finish. */
const ROUNDS = 4;
const PAUSE_MS = 25;

const codeOf = (thrown: unknown): string => {
  if (thrown === null || typeof thrown !== 'object' || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
};
const textOf = (thrown: unknown): string => {
  if (thrown === null || typeof thrown !== 'object' || !('message' in thrown)) return '';
  return typeof thrown.message === 'string' ? thrown.message : '';
};

/** Some SDK calls answer `{code, message}` instead of throwing it. */
const checked = <T>(answer: T): T => {
  if (codeOf(answer) !== '') throw new Error(`${codeOf(answer)}: ${textOf(answer)}`, { cause: answer });
  return answer;
};

/** Source: CloudBase error codes, "DATABASE_TRANSACTION_CONFLICT", "DATABASE_DUPLICATE_WRITE". */
const isBusy = (thrown: unknown): boolean =>
  /TRANSACTION_CONFLICT|TransactionBusy|TRANSACTION_BUSY/i.test(`${codeOf(thrown)} ${textOf(thrown)}`);
const isDuplicate = (thrown: unknown): boolean =>
  codeOf(thrown) === 'DATABASE_DUPLICATE_WRITE' || /E11000|duplicate key/i.test(textOf(thrown));

const conditionOf = (db: Db, condition: Condition): unknown => {
  if (condition === null || typeof condition !== 'object') return db.command.eq(condition);
  if ('in' in condition) return db.command.in([...condition.in]);
  const { gte, lt } = condition;
  if (gte !== undefined && lt !== undefined) return db.command.gte(gte).and(db.command.lt(lt));
  if (gte !== undefined) return db.command.gte(gte);
  if (lt !== undefined) return db.command.lt(lt);
  throw new Error('an empty condition would match every document');
};

const find = async (db: Db, collection: string, query: Query): Promise<StoredDocument[]> => {
  const where = Object.fromEntries(
    Object.entries(query.where).map(([field, condition]) => [field, conditionOf(db, condition)]),
  );
  const filtered = db.collection(collection).where(where);
  const ordered = (query.orderBy ?? []).reduce(
    (rest, [field, direction]) => rest.orderBy(field, direction),
    filtered,
  );
  const answer = checked(await ordered.limit(query.limit).get());
  return answer.data as StoredDocument[];
};

const transactionOver = (transaction: SdkTransaction): DocumentTransaction => ({
  get: async (collection, id) => {
    const answer = checked(await transaction.collection(collection).doc(id).get());
    // Inside a transaction the SDK answers one document or null, whatever its types say.
    return (answer.data as StoredDocument | null) ?? undefined;
  },
  create: async (collection, document) => {
    try {
      checked(await transaction.collection(collection).add(document));
    } catch (thrown) {
      throw isDuplicate(thrown) ? new DuplicateDocument(collection, { cause: thrown }) : thrown;
    }
  },
  put: async (collection, { _id, ...fields }) => {
    checked(await transaction.collection(collection).doc(_id).set(fields));
  },
});

/** The database of WeChat Cloud through the official SDK. Source: CloudBase node-sdk, "数据库", "事务". */
export const createCloudbaseDatabase = (app: Cloudbase): DatabasePort => {
  const db = databaseOf(app);
  return {
    get: async (collection, id) => {
      const answer: unknown = await db.collection(collection).doc(id).get();
      const [document] = (checked(answer) as { data: StoredDocument[] }).data;
      return document;
    },
    find: (collection, query) => find(db, collection, query),
    transaction: async <T>(work: (transaction: DocumentTransaction) => Promise<T>): Promise<T> => {
      for (let round = 1; ; round += 1) {
        try {
          const result: unknown = await db.runTransaction((transaction: SdkTransaction) =>
            work(transactionOver(transaction)),
          );
          return result as T;
        } catch (thrown) {
          if (!isBusy(thrown)) throw thrown;
          if (round === ROUNDS) throw new TransactionBusy('others keep winning', { cause: thrown });
          await pause(randomInt(PAUSE_MS * round) + PAUSE_MS);
        }
      }
    },
  };
};
