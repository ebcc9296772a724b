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

/** A double so that bytes sort as numbers: NaN first, then from minus to plus infinity. */
function writeNumber(bytes: Buffer, value: number, at: number): void {
  if (Number.isNaN(value)) {
    bytes.fill(0, at, at + 8);
    return;
  }
  bytes.writeDoubleBE(Object.is(value, -0) ? 0 : value, at);
  const sign = bytes[at] ?? 0;
  if (sign & 0x80) for (let i = at; i < at + 8; i += 1) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  else bytes[at] = sign | 0x80;
}

function encodeNumber(rank: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(9);
  bytes[0] = rank;
  writeNumber(bytes, value, 1);
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

function encodeText(rank: number, text: string): Buffer {
  const escaped = escapedText(text);
  const bytes = Buffer.allocUnsafe(1 + escaped.length + END_OF_TEXT.length);
  bytes[0] = rank;
  bytes.set(escaped, 1);
  bytes.set(END_OF_TEXT, 1 + escaped.length);
  return bytes;
}

/** One value as a key component, ascending. */
export function encodeValue(value: DocValue | undefined): Buffer {
  const rank = typeRank(value);
  if (typeof value === 'number') return encodeNumber(rank, value);
  if (typeof value === 'string') return encodeText(rank, value);
  if (value === undefined || value === null) return Buffer.of(rank);
  if (typeof value === 'bigint') return encodeNumber(rank, Number(value));
  if (typeof value === 'boolean') return Buffer.of(rank, value ? 1 : 0);
  if (value instanceof Date) return encodeNumber(rank, value.getTime());
  if (value instanceof ObjectIdValue) return Buffer.concat([Buffer.of(rank), Buffer.from(value.hex, 'hex')]);
  const text = value instanceof BinaryValue ? value.base64 : stringifyEjson(value);
  return Buffer.concat([Buffer.of(rank), createHash('sha1').update(text).digest()]);
}

/** The component inverted, for index fields declared descending. */
export function inverted(component: Buffer): Buffer {
  const result = Buffer.allocUnsafe(component.length);
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
