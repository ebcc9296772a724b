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

export function collectionPrefix(collection: Numbered): Buffer {
  return encodeUint(collection.id, 4);
}

export function indexPrefix(collection: Numbered, index: Numbered): Buffer {
  return Buffer.concat([collectionPrefix(collection), encodeUint(index.id, 2)]);
}

export function documentKey(collection: Numbered, sequence: number): Buffer {
  return Buffer.concat([collectionPrefix(collection), sequenceBytes(sequence)]);
}

/** True for ids that no document can have here: their keys would be cut. */
export function isLongId(id: DocValue): boolean {
  return typeof id === 'string' && Buffer.byteLength(id) > 255;
}

export function idKey(collection: Numbered, id: DocValue): Buffer {
  if (isLongId(id)) throw notSupported('An _id of more than 255 bytes');
  return Buffer.concat([collectionPrefix(collection), encodeValue(id)]);
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
