/**
 * The document database as the stores see it: documents by id, equality and range queries outside transactions,
 * and transactions on single documents. Every write happens in a transaction.
 * Source: CloudBase database, "事务" (documents by id only, at most 100 operations and 30 s, first writer wins).
 */

export type Scalar = string | number | boolean | null;

/** A condition on one field. */
export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | { readonly gte?: number | string; readonly lt?: number | string };

export interface Query {
  readonly where: Readonly<Record<string, Condition>>;
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** At most 1,000. */
  readonly limit: number;
}

/** A stored document: `_id` and plain JSON. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly _id: string };

/** What documents were read as, by the very object. */
export type ReadDocuments = WeakMap<StoredDocument, unknown>;

export interface DocumentReader {
  /**
   * Only of a database that hands out what it stores, frozen, as the same object until it changes: what each document was
   * read as, so that it is read once.
   */
  readonly known?: ReadDocuments;
  get(collection: string, id: string): Promise<StoredDocument | undefined>;
  find(collection: string, query: Query): Promise<StoredDocument[]>;
}

export interface DocumentTransaction {
  /** As of the reader. */
  readonly known?: ReadDocuments;
  get(collection: string, id: string): Promise<StoredDocument | undefined>;
  /** Throws DuplicateDocument when the id is taken. */
  create(collection: string, document: StoredDocument): Promise<void>;
  /** Writes the whole document. */
  put(collection: string, document: StoredDocument): Promise<void>;
}

export interface DatabasePort extends DocumentReader {
  /**
   * Runs the work in one transaction: all of it is stored or nothing. The work may run several times, so it only
   * touches the transaction. Throws TransactionBusy when others keep winning.
   */
  transaction<T>(work: (transaction: DocumentTransaction) => Promise<T>): Promise<T>;
}

/** Others changed the same records at the same time, again and again: try later. */
export class TransactionBusy extends Error {
  override readonly name = 'TransactionBusy';
}

/** A record with this id exists already. */
export class DuplicateDocument extends Error {
  override readonly name = 'DuplicateDocument';
}
