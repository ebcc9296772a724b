import { notSupported } from './errors';
import { AFTER_ALL, encodeUint, encodeValue } from './keys';
import { type DocValue } from './values';

/** How the keys of the three tables are laid out; every key begins with its collection. */

export const SEQUENCE_BYTES = 6;

/** Longer than any sequence number, so that a range includes every document under its last key. */
export const AFTER_SEQUENCE = Buffer.alloc(SEQUENCE_BYTES + 1, 0xff);

interface Numbered {
  readonly id: number;
}

const LONGEST_ID = 255;
const COLLECTION_BYTES = 4;
const INDEX_BYTES = COLLECTION_BYTES + 2;

export function collectionPrefix(collection: Numbered): Buffer {
  return encodeUint(collection.id, COLLECTION_BYTES);
}

export function indexPrefix(collection: Numbered, index: Numbered): Buffer {
  const key = Buffer.allocUnsafe(INDEX_BYTES);
  writeIndex(key, collection, index);
  return key;
}

export function documentKey(collection: Numbered, sequence: number): Buffer {
  const key = Buffer.allocUnsafe(COLLECTION_BYTES + SEQUENCE_BYTES);
  key.writeUInt32BE(collection.id, 0);
  key.writeUIntBE(sequence, COLLECTION_BYTES, SEQUENCE_BYTES);
  return key;
}

/** True for ids that no document can have here: their keys would be cut. */
export function isLongId(id: DocValue): boolean {
  return typeof id === 'string' && id.length * 3 > LONGEST_ID && Buffer.byteLength(id) > LONGEST_ID;
}

export function idKey(collection: Numbered, id: DocValue): Buffer {
  if (isLongId(id)) throw notSupported(`An _id of more than ${LONGEST_ID} bytes`);
  const value = encodeValue(id);
  const key = Buffer.allocUnsafe(COLLECTION_BYTES + value.length);
  key.writeUInt32BE(collection.id, 0);
  key.set(value, COLLECTION_BYTES);
  return key;
}

/** The entry of a document under one key of an index. */
export function entryKey(collection: Numbered, index: Numbered, value: Buffer, sequence: number): Buffer {
  const key = Buffer.allocUnsafe(INDEX_BYTES + value.length + SEQUENCE_BYTES);
  writeIndex(key, collection, index);
  key.set(value, INDEX_BYTES);
  key.writeUIntBE(sequence, INDEX_BYTES + value.length, SEQUENCE_BYTES);
  return key;
}

function writeIndex(key: Buffer, collection: Numbered, index: Numbered): void {
  key.writeUInt32BE(collection.id, 0);
  key.writeUInt16BE(index.id, COLLECTION_BYTES);
}

/** The first of the ids whose types stand between two ranks. */
export function anyIdOfType(
  collection: Numbered,
  first: number,
  last: number,
): { start: Buffer; end: Buffer; limit: number } {
  const bound = (rank: number): Buffer => Buffer.concat([collectionPrefix(collection), Buffer.of(rank)]);
  return { start: bound(first), end: bound(last + 1), limit: 1 };
}

export function sequenceBytes(sequence: number): Buffer {
  return encodeUint(sequence, SEQUENCE_BYTES);
}

/** The sequence number with which a key, or the value of an id, ends. */
export function sequenceOf(key: Buffer): number {
  return key.readUIntBE(key.length - SEQUENCE_BYTES, SEQUENCE_BYTES);
}

/** The range of all keys that begin with `prefix`. */
export function everythingUnder(prefix: Buffer): { start: Buffer; end: Buffer } {
  return { start: prefix, end: Buffer.concat([prefix, AFTER_ALL, AFTER_ALL]) };
}
