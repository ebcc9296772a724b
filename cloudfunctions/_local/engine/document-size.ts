import { requestFailed } from './errors';
import { BinaryValue, type Doc, type DocValue, ObjectIdValue, RegexValue } from './values';

/** The largest document, and the largest answer, in bytes. Source: https://www.mongodb.com/docs/manual/reference/limits/ */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** Refuses a new document that MongoDB could not hold. */
export function refuseOversizedInsert(doc: Doc): void {
  if (atMost(doc) <= LARGEST_DOCUMENT) return;
  const size = sizeOf(doc);
  if (size <= LARGEST_DOCUMENT) return;
  throw requestFailed(`object to insert too large. size in bytes: ${size}, max size: ${LARGEST_DOCUMENT}`);
}

/** Refuses an update that lets a document grow beyond what MongoDB can hold. */
export function refuseOversizedUpdate(doc: Doc): void {
  if (atMost(doc) <= LARGEST_DOCUMENT || sizeOf(doc) <= LARGEST_DOCUMENT) return;
  throw requestFailed(`Resulting document after update is larger than ${LARGEST_DOCUMENT}`);
}

/** No fewer bytes than `sizeOf`, found without counting those of any text: enough for all but huge documents. */
function atMost(value: DocValue): number {
  if (typeof value === 'string') return 5 + 3 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (value instanceof Date || value instanceof ObjectIdValue) return 12;
  if (value instanceof RegexValue || value instanceof BinaryValue) return sizeOf(value);
  let size = 5;
  if (Array.isArray(value)) for (const item of value) size += 18 + atMost(item);
  else for (const key in value) size += 2 + 3 * key.length + atMost(value[key] ?? null);
  return size;
}

/** Bytes of a value in BSON. Source: https://bsonspec.org/spec.html */
function sizeOf(value: DocValue): number {
  if (value === null) return 0;
  switch (typeof value) {
    case 'string':
      return 5 + Buffer.byteLength(value);
    case 'number':
      return (value | 0) === value && !Object.is(value, -0) ? 4 : 8;
    case 'bigint':
      return 8;
    case 'boolean':
      return 1;
    default:
  }
  if (value instanceof Date) return 8;
  if (value instanceof ObjectIdValue) return 12;
  if (value instanceof RegexValue) return 2 + Buffer.byteLength(value.pattern) + value.options.length;
  if (value instanceof BinaryValue) return 5 + Buffer.byteLength(value.base64, 'base64');
  // A type, a name that ends in a zero, and the value; around them a length and a zero.
  let size = 5;
  if (Array.isArray(value)) value.forEach((item, at) => (size += 2 + String(at).length + sizeOf(item)));
  else for (const key of Object.keys(value)) size += 2 + Buffer.byteLength(key) + sizeOf(value[key] ?? null);
  return size;
}
