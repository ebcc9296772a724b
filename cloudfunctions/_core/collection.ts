import type { z } from '../../shared/zod';
import type {
  Condition,
  DocumentReader,
  DocumentTransaction,
  Query,
  ReadDocuments,
  StoredDocument,
} from './ports/database';
import type { SealedPlace, Vault } from './vault';

/** Index of a collection, as the cloud is told. */
export interface IndexDeclaration {
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  readonly unique: boolean;
}

interface Identified {
  readonly id: string;
}

/** A collection: its name, the schema of its records, which fields are sealed, which indexes serve its queries. */
export interface CollectionDeclaration<T extends Identified = Identified> {
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  /** Top-level fields that hold personal data; stored encrypted, never queried. */
  readonly sealed: readonly (keyof T & string)[];
  readonly indexes: readonly IndexDeclaration[];
}

const declare = (fields: readonly string[], unique: boolean): IndexDeclaration => ({
  name: fields.map((field) => field.replace('-', '')).join('_'),
  keys: fields.map((field) => [field.replace('-', ''), field.startsWith('-') ? 'desc' : 'asc'] as const),
  unique,
});

/** An index over fields in this order, `-field` for descending; a field that holds an array counts by element. */
export const index = (...fields: string[]): IndexDeclaration => declare(fields, false);

/** An index that also refuses a second record with the same values; a missing field counts as null. */
export const unique = (...fields: string[]): IndexDeclaration => declare(fields, true);

/** Declares a collection. */
export const collection = <T extends Identified>(parts: {
  name: string;
  schema: z.ZodMiniType<T>;
  sealed?: readonly (keyof T & string)[];
  indexes?: readonly IndexDeclaration[];
}): CollectionDeclaration<T> => ({
  name: parts.name,
  schema: parts.schema,
  sealed: parts.sealed ?? [],
  indexes: parts.indexes ?? [],
});

const FORBIDDEN_KEYS = new Set(['__proto__', 'prototype', 'constructor']);

/** What the database would misread, and where: undefined, operators, dotted and prototype keys. */
const unsafeIn = (value: unknown): string | undefined => {
  if (value === undefined) return ' is undefined';
  if (value === null || typeof value !== 'object') return undefined;
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (key.startsWith('$') || key.includes('.') || FORBIDDEN_KEYS.has(key)) return ' has an unsafe key';
    const within = unsafeIn(inner);
    if (within !== undefined) return `/${key}${within}`;
  }
  return undefined;
};

/** All personal fields of a record are sealed as one text, bound to the record: one cipher, however many fields. */
const sealedPlace = (collection: string, id: string): SealedPlace => ({ collection, id, field: 'sealed' });

const encode = <T extends Identified>(
  of: CollectionDeclaration<T>,
  vault: Vault,
  record: T,
): StoredDocument => {
  const { id, ...fields } = of.schema.parse(record) as T & Readonly<Record<string, unknown>>;
  const personal: Record<string, unknown> = {};
  const stored: Record<string, unknown> & { _id: string } = { _id: id };
  for (const field of Object.keys(fields)) {
    if ((of.sealed as readonly string[]).includes(field)) personal[field] = fields[field];
    else stored[field] = fields[field];
  }
  const unsafe = unsafeIn(stored);
  if (unsafe !== undefined) throw new Error(`${of.name}${unsafe}`);
  if (of.sealed.length > 0) stored.sealed = vault.seal(sealedPlace(of.name, id), personal);
  return stored;
};

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

/** A stored document as the record that it is. */
const decoded = <T extends Identified>(
  of: CollectionDeclaration<T>,
  vault: Vault,
  stored: StoredDocument,
): T => {
  const fields: Record<string, unknown> = { id: stored._id };
  for (const field of Object.keys(stored)) {
    if (field !== '_id' && field !== 'sealed') fields[field] = stored[field];
  }
  const { sealed } = stored;
  if (typeof sealed === 'string') Object.assign(fields, vault.open(sealedPlace(of.name, stored._id), sealed));
  return of.schema.parse(fields);
};

/** As `decoded`, once for each document where the database says so; nobody may change what all readers share. */
const decode = <T extends Identified>(
  of: CollectionDeclaration<T>,
  vault: Vault,
  stored: StoredDocument,
  known: ReadDocuments | undefined,
): T => {
  const before = known?.get(stored);
  if (before !== undefined) return before as T;
  const record = decoded(of, vault, stored);
  known?.set(stored, frozen(record));
  return record;
};

/** A field of the record, or one inside it by its path: in a list of objects any of them will do. */
type FieldPath<T> = (keyof T & string) | `${keyof T & string}.${string}`;

/** A query whose fields are those of the record, sealed ones left out by convention of the declarations. */
export interface RecordQuery<T> {
  readonly where: Readonly<Partial<Record<FieldPath<T>, Condition>>>;
  readonly orderBy?: readonly (readonly [field: keyof T & string, direction: 'asc' | 'desc'])[];
  readonly limit: number;
}

/** Reading outside a transaction. */
export interface ReadStore<T> {
  get(id: string): Promise<T | undefined>;
  find(query: RecordQuery<T>): Promise<T[]>;
}

/** Reading and writing inside a transaction. */
export interface WriteStore<T> {
  get(id: string): Promise<T | undefined>;
  create(record: T): Promise<void>;
  put(record: T): Promise<void>;
}

const storedQuery = <T>(of: string, query: RecordQuery<T>): Query => {
  const where: Record<string, Condition> = {};
  for (const [field, condition] of Object.entries(query.where as Record<string, Condition | undefined>)) {
    // An undefined condition would match every document.
    if (condition === undefined) throw new Error(`undefined condition ${of}.${field}`);
    where[field === 'id' ? '_id' : field] = condition;
  }
  return { where, limit: query.limit, ...(query.orderBy ? { orderBy: query.orderBy } : {}) };
};

/** What both stores do; methods, not closures: a function makes all stores for every call. */
class StoreOf<T extends Identified, S extends Pick<DocumentReader, 'get' | 'known'>> {
  constructor(
    protected readonly of: CollectionDeclaration<T>,
    protected readonly source: S,
    protected readonly vault: Vault,
  ) {}

  async get(id: string): Promise<T | undefined> {
    const stored = await this.source.get(this.of.name, id);
    return stored && decode(this.of, this.vault, stored, this.source.known);
  }
}

/** A store over a reader. */
class StoreOfReader<T extends Identified> extends StoreOf<T, DocumentReader> implements ReadStore<T> {
  async find(query: RecordQuery<T>): Promise<T[]> {
    const stored = await this.source.find(this.of.name, storedQuery(this.of.name, query));
    return stored.map((document) => decode(this.of, this.vault, document, this.source.known));
  }
}

/** A store over a transaction. */
class StoreOfTransaction<T extends Identified>
  extends StoreOf<T, DocumentTransaction>
  implements WriteStore<T>
{
  create(record: T): Promise<void> {
    return this.source.create(this.of.name, encode(this.of, this.vault, record));
  }

  put(record: T): Promise<void> {
    return this.source.put(this.of.name, encode(this.of, this.vault, record));
  }
}

export const readStore = <T extends Identified>(
  of: CollectionDeclaration<T>,
  reader: DocumentReader,
  vault: Vault,
): ReadStore<T> => new StoreOfReader(of, reader, vault);

export const writeStore = <T extends Identified>(
  of: CollectionDeclaration<T>,
  transaction: DocumentTransaction,
  vault: Vault,
): WriteStore<T> => new StoreOfTransaction(of, transaction, vault);
