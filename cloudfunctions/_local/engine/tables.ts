import type { IndexDefinition } from './indexes';
import type { Stored } from './stored';

/** From `start` on, up to but without `end`; backwards, `start` is the higher of the two. */
export interface KeySpan {
  readonly start: Buffer;
  readonly end: Buffer;
  readonly reverse?: boolean;
  readonly inclusiveEnd?: boolean;
  readonly limit?: number;
}

/** Values under binary keys, in the order of their bytes. */
export interface Table<V> {
  get(key: Buffer): V | undefined;
  put(key: Buffer, value: V): void;
  remove(key: Buffer): void;
  range(span: KeySpan): Iterable<{ readonly key: Buffer; readonly value: V }>;
  keys(span: KeySpan): Iterable<Buffer>;
  countKeys(span: KeySpan): number;
}

/** A collection with its indexes, as it is kept beside the documents. */
export interface StoredCollection {
  readonly id: number;
  readonly name: string;
  readonly indexes: readonly {
    readonly id: number;
    readonly definition: IndexDefinition;
    readonly multikey: boolean;
    readonly inexact: boolean;
  }[];
}

/**
 * What the engine keeps: in LMDB, where it outlives the process, or in memory for runs that begin anew every time.
 * `documents` maps (collection, sequence) to a document, `ids` maps (collection, _id) to the sequence, `entries` holds
 * (collection, index, values…, sequence).
 */
export interface Tables {
  readonly documents: Table<Stored>;
  readonly ids: Table<Buffer>;
  readonly entries: Table<Buffer>;
  layout(): readonly StoredCollection[];
  keepLayout(layout: readonly StoredCollection[]): void;
  /** Runs `action` as one write: all of it is kept, or nothing when it throws. */
  write<T>(action: () => T): T;
}
