import { stringifyEjson } from './ejson';
import { CloudError, collectionExists, collectionMissing } from './errors';
import {
  ID_INDEX_NUMBER,
  type Index,
  type IndexDefinition,
  type IndexKey,
  createIndex,
  indexKeys,
  keepsKeys,
  sameIndex,
  sameValues,
} from './indexes';
import {
  AFTER_SEQUENCE,
  SEQUENCE_BYTES,
  collectionPrefix,
  documentKey,
  entryKey,
  everythingUnder,
  idKey,
  indexPrefix,
  isLongId,
  sequenceBytes,
  sequenceOf,
} from './record-keys';
import { Stored, parseStored } from './stored';
import type { StoredCollection, Tables } from './tables';
import { type Doc, type DocValue, printValue } from './values';

/** A collection as the engine holds it in memory; its layout is stored under `collections` of the meta database. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  indexes: Index[];
  count: number;
}

/** One document before and after a write; `null` where there was or will be none. */
export interface Change {
  readonly collection: Collection;
  readonly id: DocValue;
  readonly before: Doc | null;
  readonly after: Doc | null;
}

const EMPTY = Buffer.alloc(0);

/** Documents and their indexes. Every document has a sequence number, so that scans give insertion order. */
export class Records {
  private readonly collections = new Map<string, Collection>();
  private nextSequence = 1;
  private layoutChanged = false;

  constructor(
    private readonly tables: Tables,
    private readonly environment: string,
  ) {
    for (const stored of tables.layout()) {
      const range = everythingUnder(collectionPrefix(stored));
      this.collections.set(stored.name, {
        id: stored.id,
        name: stored.name,
        indexes: stored.indexes.map((index) => createIndex(index.id, index.definition, index)),
        count: tables.documents.countKeys(range),
      });
      const last = tables.documents.keys({ start: range.end, end: range.start, reverse: true, limit: 1 });
      for (const key of last) this.nextSequence = Math.max(this.nextSequence, sequenceOf(key) + 1);
    }
  }

  /** The collection, or the cloud's error for a missing one. */
  collection(name: string): Collection {
    const found = this.collections.get(name);
    if (found === undefined) throw collectionMissing(name);
    return found;
  }

  collectionNames(): string[] {
    return [...this.collections.keys()];
  }

  createCollection(name: string): void {
    if (this.collections.has(name)) throw collectionExists();
    if (!/^[a-zA-Z0-9][\w-]{0,63}$/.test(name)) {
      throw new CloudError('INVALID_PARAM', `"${name}" is not a collection name.`);
    }
    const id = 1 + Math.max(0, ...[...this.collections.values()].map((collection) => collection.id));
    this.write(() => {
      this.collections.set(name, { id, name, indexes: [], count: 0 });
      this.layoutChanged = true;
    });
  }

  /**
   * Makes the collection's indexes what `definitions` says: missing ones are built, others dropped. Throws E11000
   * when a unique index does not fit the documents; nothing is changed then.
   */
  setIndexes(name: string, definitions: readonly IndexDefinition[]): void {
    const collection = this.collection(name);
    const kept = collection.indexes.filter((index) => definitions.some((wanted) => sameIndex(index, wanted)));
    const before = collection.indexes;
    if (kept.length === before.length && kept.length === definitions.length) return;
    let nextId = 1 + Math.max(0, ...before.map((index) => index.id));
    const fresh = definitions
      .filter((wanted) => !kept.some((index) => sameIndex(index, wanted)))
      .map((wanted) => createIndex(nextId++, wanted, { multikey: false, inexact: false }));
    try {
      this.write(() => {
        for (const index of before) if (!kept.includes(index)) this.dropEntries(collection, index);
        collection.indexes = [...kept, ...fresh];
        for (const { sequence, stored } of this.scan(collection)) {
          for (const index of fresh) {
            for (const key of indexKeys(index, stored.doc)) this.addEntry(collection, index, key, sequence);
          }
        }
        this.layoutChanged = true;
      });
    } catch (error) {
      collection.indexes = before;
      throw error;
    }
  }

  /** Runs `action` as one durable, all-or-nothing write. */
  write<T>(action: () => T): T {
    this.layoutChanged = false;
    const { result, layoutStored } = this.tables.write(() => {
      const value = action();
      if (this.layoutChanged) this.tables.keepLayout(this.layout());
      return { result: value, layoutStored: this.layoutChanged };
    });
    if (layoutStored) {
      for (const { indexes } of this.collections.values()) for (const index of indexes) index.stored = true;
    }
    return result;
  }

  /** Stores all changes together; call inside `write`. Index entries go first, so that a value may change hands. */
  apply(changes: readonly Change[]): void {
    const additions: { change: Change; sequence: number; index: Index; key: IndexKey }[] = [];
    const stored: { change: Change; sequence: number }[] = [];
    for (const change of changes) {
      const { collection, before, after } = change;
      const known = before === null ? undefined : this.sequenceOf(collection, change.id);
      const sequence = known ?? this.nextSequence++;
      stored.push({ change, sequence });
      for (const index of collection.indexes) {
        if (before !== null && after !== null && keepsKeys(index, before, after)) continue;
        const oldKeys = before === null ? [] : indexKeys(index, before);
        const newKeys = after === null ? [] : indexKeys(index, after);
        if (!index.stored) this.layoutChanged = true;
        for (const key of oldKeys) {
          if (!newKeys.some((other) => other.bytes.equals(key.bytes))) {
            this.tables.entries.remove(entryKey(collection, index, key.bytes, sequence));
          }
        }
        for (const key of newKeys) {
          if (!oldKeys.some((other) => other.bytes.equals(key.bytes)))
            additions.push({ change, sequence, index, key });
        }
      }
    }
    for (const { change, sequence } of stored) this.store(change, sequence);
    for (const { change, sequence, index, key } of additions)
      this.addEntry(change.collection, index, key, sequence);
  }

  /** Stores documents that are not there yet, from their EJSON texts, as one write. */
  load(collection: Collection, texts: readonly string[]): void {
    const changes = texts.map((text): Change => {
      const after = parseStored(text);
      return { collection, id: after._id ?? null, before: null, after };
    });
    const ids = new Set<string>();
    for (const { id } of changes) {
      const key = stringifyEjson(id);
      if (ids.has(key) || this.sequenceOf(collection, id) !== undefined)
        throw this.duplicateId(collection, id);
      ids.add(key);
    }
    this.write(() => this.apply(changes));
    this.counted(changes);
  }

  private store({ collection, id, before, after }: Change, sequence: number): void {
    const key = documentKey(collection, sequence);
    if (after === null) {
      this.tables.documents.remove(key);
      this.tables.ids.remove(idKey(collection, id));
      return;
    }
    this.tables.documents.put(key, Stored.ofDoc(after));
    if (before === null) this.tables.ids.put(idKey(collection, id), sequenceBytes(sequence));
  }

  /** Keeps the counts in memory right after the changes were committed. */
  counted(changes: readonly Change[]): void {
    for (const { collection, before, after } of changes) {
      collection.count += Number(after !== null) - Number(before !== null);
    }
  }

  /** The document with an id. */
  withId(collection: Collection, id: DocValue): Stored | undefined {
    const sequence = this.sequenceOf(collection, id);
    return sequence === undefined ? undefined : this.at(collection, sequence);
  }

  at(collection: Collection, sequence: number): Stored | undefined {
    return this.tables.documents.get(documentKey(collection, sequence));
  }

  /** All documents in insertion order. */
  *scan(collection: Collection): Iterable<{ sequence: number; stored: Stored }> {
    const range = everythingUnder(collectionPrefix(collection));
    for (const { key, value } of this.tables.documents.range(range)) {
      yield { sequence: sequenceOf(key), stored: value };
    }
  }

  /** Sequences of the documents whose key lies in [start, end], in key order. */
  *scanIndex(
    collection: Collection,
    index: Index,
    range: { start: Buffer; end: Buffer },
    reverse: boolean,
  ): Iterable<number> {
    const byId = index.id === ID_INDEX_NUMBER;
    const header = byId ? collectionPrefix(collection) : indexPrefix(collection, index);
    const low = Buffer.concat([header, range.start]);
    const high = Buffer.concat([header, range.end, AFTER_SEQUENCE]);
    const options = reverse
      ? { start: high, end: low, reverse, inclusiveEnd: true }
      : { start: low, end: high };
    if (byId) for (const { value } of this.tables.ids.range(options)) yield sequenceOf(value);
    else for (const key of this.tables.entries.keys(options)) yield sequenceOf(key);
  }

  /** How many ids lead to a document of the collection, or lie in a part of them. */
  idCount(collection: Collection, part = everythingUnder(collectionPrefix(collection))): number {
    return this.tables.ids.countKeys(part);
  }

  /** Every entry of an index: the key of a value and the document that holds it. */
  *entriesOf(collection: Collection, index: Index): Iterable<{ key: Buffer; sequence: number }> {
    const header = indexPrefix(collection, index);
    for (const bytes of this.tables.entries.keys(everythingUnder(header))) {
      yield { key: bytes.subarray(header.length, -SEQUENCE_BYTES), sequence: sequenceOf(bytes) };
    }
  }

  /** Another document that holds `key` in a unique index, apart from those that `ignored` names. */
  clash(
    collection: Collection,
    index: Index,
    key: IndexKey,
    ignored: (sequence: number, doc: () => Doc) => boolean,
  ): Doc | undefined {
    for (const sequence of this.scanIndex(collection, index, { start: key.bytes, end: key.bytes }, false)) {
      const other = this.at(collection, sequence);
      if (other === undefined || ignored(sequence, () => other.doc)) continue;
      // Keys may be cut: only equal values clash.
      if (indexKeys(index, other.doc).some((otherKey) => sameValues(otherKey, key))) return other.doc;
    }
    return undefined;
  }

  duplicate(collection: Collection, index: Index, key: IndexKey): CloudError {
    const fields = index.fields.map((field, i) => `${field.name}: ${printValue(key.values[i])}`);
    return this.duplicateKey(collection, index.definition.name, `{ ${fields.join(', ')} }`);
  }

  duplicateId(collection: Collection, id: DocValue): CloudError {
    return this.duplicateKey(collection, '_id_', `{ _id: ${printValue(id)} }`);
  }

  sequenceOf(collection: Collection, id: DocValue): number | undefined {
    const found = isLongId(id) ? undefined : this.tables.ids.get(idKey(collection, id));
    return found === undefined ? undefined : sequenceOf(found);
  }

  private duplicateKey(collection: Collection, index: string, key: string): CloudError {
    return new CloudError(
      'DATABASE_DUPLICATE_WRITE',
      `E11000 duplicate key error collection: ${this.environment}.${collection.name} index: ${index} dup key: ${key}`,
    );
  }

  private addEntry(collection: Collection, index: Index, key: IndexKey, sequence: number): void {
    if (
      index.definition.unique &&
      this.clash(collection, index, key, (other) => other === sequence) !== undefined
    ) {
      throw this.duplicate(collection, index, key);
    }
    this.tables.entries.put(entryKey(collection, index, key.bytes, sequence), EMPTY);
  }

  private dropEntries(collection: Collection, index: Index): void {
    const header = indexPrefix(collection, index);
    const keys = [...this.tables.entries.keys(everythingUnder(header))];
    for (const key of keys) this.tables.entries.remove(key);
  }

  private layout(): StoredCollection[] {
    return [...this.collections.values()].map(({ id, name, indexes }) => ({
      id,
      name,
      indexes: indexes.map(({ id: indexId, definition, multikey, inexact }) => ({
        id: indexId,
        definition,
        multikey,
        inexact,
      })),
    }));
  }
}
