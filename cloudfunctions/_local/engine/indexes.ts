import { equalValues } from './compare';
import { encodeValue, inverted, isInexact } from './keys';
import { requestFailed } from './errors';
import { type Path, splitPath, valuesAt } from './paths';
import { type Doc, type DocValue } from './values';

/** An index as `collections.json` declares it. Keys keep their order: 1 ascending, -1 descending. */
export interface IndexDefinition {
  readonly name: string;
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly unique: boolean;
}

export interface IndexField {
  readonly name: string;
  readonly path: Path;
  readonly descending: boolean;
}

/** A live index of one collection. */
export interface Index {
  readonly id: number;
  readonly definition: IndexDefinition;
  readonly fields: readonly IndexField[];
  /** Some document has an array here, so one document may stand under several keys. */
  multikey: boolean;
  /** Some value is cut or hashed in its key, so key order is not value order. */
  inexact: boolean;
  /** The two flags are on disk as they are here. */
  stored: boolean;
}

export function createIndex(
  id: number,
  definition: IndexDefinition,
  flags: { multikey: boolean; inexact: boolean },
): Index {
  const fields = Object.entries(definition.keys).map(([name, direction]) => ({
    name,
    path: splitPath(name),
    descending: direction === -1,
  }));
  return { id, definition, fields, multikey: flags.multikey, inexact: flags.inexact, stored: true };
}

/** True when the index is what a declaration asks for. */
export function sameIndex(index: Index, wanted: IndexDefinition): boolean {
  return (
    index.definition.name === wanted.name &&
    index.definition.unique === wanted.unique &&
    JSON.stringify(index.definition.keys) === JSON.stringify(wanted.keys)
  );
}

/** Declared indexes count from 1. */
export const ID_INDEX_NUMBER = 0;

/** The index that every collection has: of its ids. */
export function idIndex(inexact: boolean): Index {
  const definition = { name: '_id_', keys: { _id: 1 as const }, unique: true };
  return createIndex(ID_INDEX_NUMBER, definition, { multikey: false, inexact });
}

/** One key under which a document stands, with the values it was made of. */
export interface IndexKey {
  readonly bytes: Buffer;
  readonly values: readonly (DocValue | undefined)[];
}

/** True when two keys were made of equal values, not only of values cut to the same bytes. */
export function sameValues(a: IndexKey, b: IndexKey): boolean {
  return a.values.every((value, i) => equalValues(value, b.values[i]));
}

/** True when a change leaves a document under the same keys of an index, seen without making the keys. */
export function keepsKeys(index: Index, before: Doc, after: Doc): boolean {
  for (const { path } of index.fields) {
    const name = path[0];
    if (path.length !== 1 || name === undefined) return false;
    const value = before[name];
    if (typeof value === 'object' && value !== null) return false;
    if (!Object.is(value, after[name])) return false;
  }
  return true;
}

/** All keys of a document in an index; sets the index's flags on the way. */
export function indexKeys(index: Index, doc: Doc): IndexKey[] {
  let keys: { parts: Buffer[]; values: (DocValue | undefined)[] }[] = [{ parts: [], values: [] }];
  let arrayField: IndexField | undefined;
  for (const field of index.fields) {
    const values = fieldValues(doc, field.path);
    if (values.length > 1 || values.isArray) {
      if (arrayField !== undefined && arrayField.path[0] !== field.path[0]) {
        throw requestFailed(`cannot index parallel arrays [${field.name}] [${arrayField.name}]`);
      }
      arrayField = field;
      raise(index, 'multikey');
    }
    keys = keys.flatMap((key) =>
      values.map((value) => ({
        parts: [...key.parts, component(field, value)],
        values: [...key.values, value],
      })),
    );
    if (values.some((value) => value !== undefined && isInexact(value))) raise(index, 'inexact');
  }
  return keys.map(({ parts, values }) => ({ bytes: Buffer.concat(parts), values }));
}

/** A flag once raised stays: documents come and go, but few indexes change their nature. */
function raise(index: Index, flag: 'multikey' | 'inexact'): void {
  if (index[flag]) return;
  index[flag] = true;
  index.stored = false;
}

/** One value of an index field as it stands in the key. */
function component(field: IndexField, value: DocValue | undefined): Buffer {
  const bytes = encodeValue(value);
  return field.descending ? inverted(bytes) : bytes;
}

interface FieldValues extends Array<DocValue | undefined> {
  isArray?: boolean;
}

function fieldValues(doc: Doc, path: Path): FieldValues {
  const values: FieldValues = [];
  for (const value of valuesAt(doc, path)) {
    if (!Array.isArray(value)) values.push(value);
    else {
      values.isArray = true;
      if (value.length === 0) values.push(undefined);
      for (const item of value) values.push(item);
    }
  }
  // A path that ends among the scalars of an array stands in the index like a missing field.
  if (values.length === 0) values.push(undefined);
  return values;
}
