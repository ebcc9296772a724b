import type { z } from '../../shared/zod';
import type { Condition, DocumentReader, DocumentTransaction, Query, StoredDocument } from './ports/database';
import type { Vault } from './vault';

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

/** Refuses what the database would misread: undefined, operators, dotted and prototype keys. */
const refuseUnsafe = (value: unknown, path: string): void => {
  if (value === undefined) throw new Error(`undefined at ${path}`);
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') || key.includes('.') || FORBIDDEN_KEYS.has(key))
      throw new Error(`unsafe key at ${path}`);
    refuseUnsafe(inner, `${path}/${key}`);
  }
};

const encode = <T extends Identified>(
  of: CollectionDeclaration<T>,
  vault: Vault,
  record: T,
): StoredDocument => {
  const parsed = of.schema.parse(record);
  const { id, ...fields } = parsed;
  const sealedFields: Record<string, string> = {};
  const plain: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if ((of.sealed as readonly string[]).includes(field)) {
      sealedFields[field] = vault.seal({ collection: of.name, id, field }, value);
    } else {
      plain[field] = value;
    }
  }
  const document = { _id: id, ...plain, ...(of.sealed.length > 0 ? { sealed: sealedFields } : {}) };
  refuseUnsafe(document, of.name);
  return document;
};

const decode = <T extends Identified>(
  of: CollectionDeclaration<T>,
  vault: Vault,
  stored: StoredDocument,
): T => {
  const { _id: id, sealed, ...plain } = stored;
  const opened = Object.entries((sealed ?? {}) as Record<string, string>).map(([field, text]) => [
    field,
    vault.open({ collection: of.name, id, field }, text),
  ]);
  return of.schema.parse({ id, ...plain, ...(Object.fromEntries(opened) as object) });
};

/** A query whose fields are those of the record, sealed ones left out by convention of the declarations. */
export interface RecordQuery<T> {
  readonly where: Readonly<Partial<Record<keyof T & string, Condition>>>;
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

export const readStore = <T extends Identified>(
  of: CollectionDeclaration<T>,
  reader: DocumentReader,
  vault: Vault,
): ReadStore<T> => ({
  get: async (id) => {
    const stored = await reader.get(of.name, id);
    return stored && decode(of, vault, stored);
  },
  find: async (query) => {
    const stored = await reader.find(of.name, storedQuery(of.name, query));
    return stored.map((document) => decode(of, vault, document));
  },
});

export const writeStore = <T extends Identified>(
  of: CollectionDeclaration<T>,
  transaction: DocumentTransaction,
  vault: Vault,
): WriteStore<T> => ({
  get: async (id) => {
    const stored = await transaction.get(of.name, id);
    return stored && decode(of, vault, stored);
  },
  create: (record) => transaction.create(of.name, encode(of, vault, record)),
  put: (record) => transaction.put(of.name, encode(of, vault, record)),
});
