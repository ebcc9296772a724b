import { createHash } from 'node:crypto';
import { typeRank } from './compare';
import { stringifyEjson } from './ejson';
import { BinaryValue, type DocValue, ObjectIdValue } from './values';

/**
 * Binary keys whose byte order is MongoDB's order of values, so that LMDB's sorted keys serve equality, range,
 * prefix and sorted reads. Every component is self-delimiting; long strings are cut, so a key finds a superset that
 * the matcher narrows down.
 */

/** Strings are indexed by their first bytes: LMDB keys are short. */
const INDEXED_STRING_BYTES = 256;
const END_OF_TEXT = Buffer.from([0, 0]);

/** Sorts after every encoded component. */
export const AFTER_ALL = Buffer.from([0xff]);

/** True when two different values may share a key, or sort differently from their keys. */
export function isInexact(value: DocValue): boolean {
  if (typeof value === 'string') {
    return value.length * 3 > INDEXED_STRING_BYTES && Buffer.byteLength(value) > INDEXED_STRING_BYTES;
  }
  if (typeof value === 'object' && value !== null)
    return !(value instanceof Date || value instanceof ObjectIdValue);
  return typeof value === 'bigint';
}

function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = 2;
  // NaN sorts before every number: all zero bits after the flips below.
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(Object.is(value, -0) ? 0 : value, 1);
  const sign = bytes[1] ?? 0;
  if (sign & 0x80) for (let i = 1; i < 9; i += 1) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  else bytes[1] = sign | 0x80;
  return bytes;
}

function escapedText(text: string): Buffer {
  let bytes = Buffer.from(text);
  if (bytes.length > INDEXED_STRING_BYTES) bytes = bytes.subarray(0, INDEXED_STRING_BYTES);
  if (!bytes.includes(0)) return bytes;
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.from(escaped);
}

/** One value as a key component, ascending. */
export function encodeValue(value: DocValue | undefined): Buffer {
  const rank = Buffer.from([typeRank(value)]);
  if (value === undefined || value === null) return rank;
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'bigint') return encodeNumber(Number(value));
  if (typeof value === 'string') return Buffer.concat([rank, escapedText(value), END_OF_TEXT]);
  if (typeof value === 'boolean') return Buffer.concat([rank, Buffer.from([value ? 1 : 0])]);
  if (value instanceof Date) return Buffer.concat([rank, encodeNumber(value.getTime())]);
  if (value instanceof ObjectIdValue) return Buffer.concat([rank, Buffer.from(value.hex, 'hex')]);
  const text = value instanceof BinaryValue ? value.base64 : stringifyEjson(value);
  return Buffer.concat([rank, createHash('sha1').update(text).digest()]);
}

/** The component inverted, for index fields declared descending. */
export function inverted(component: Buffer): Buffer {
  const result = Buffer.alloc(component.length);
  for (let i = 0; i < component.length; i += 1) result[i] = ~(component[i] ?? 0) & 0xff;
  return result;
}

/** Bytes with which every indexed string that begins with `prefix` begins. */
export function textPrefix(prefix: string): Buffer {
  return Buffer.concat([Buffer.from([3]), escapedText(prefix)]);
}

/** The first byte of all values of the type of `value`. */
export function typeStart(value: DocValue): Buffer {
  return Buffer.from([typeRank(value)]);
}

/** Unsigned integers as sortable bytes. */
export function encodeUint(value: number, bytes: 2 | 4 | 6): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
