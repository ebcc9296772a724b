/** What a stored document may hold: the BSON types that JavaScript callers of the SDK can send. */

export class ObjectIdValue {
  constructor(readonly hex: string) {}
}

export class RegexValue {
  constructor(
    readonly pattern: string,
    readonly options: string,
  ) {}
}

export class BinaryValue {
  constructor(
    readonly base64: string,
    readonly subType: string,
  ) {}
}

/**
 * `bigint` stands for a 64-bit integer that a JavaScript number cannot hold exactly; every other number is a
 * `number`.
 */
export type DocValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | ObjectIdValue
  | RegexValue
  | BinaryValue
  | DocValue[]
  | Doc;

export interface Doc {
  [field: string]: DocValue;
}

/** True for embedded documents, false for arrays and for the scalar classes. */
export function isDoc(value: DocValue | undefined): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof ObjectIdValue) &&
    !(value instanceof RegexValue) &&
    !(value instanceof BinaryValue)
  );
}

/** MongoDB's name of a value's type, as its error messages use it. */
export function typeName(value: DocValue | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'long';
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'double';
    return value >= -2147483648 && value <= 2147483647 ? 'int' : 'long';
  }
  if (typeof value === 'string') return 'string';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectIdValue) return 'objectId';
  if (value instanceof RegexValue) return 'regex';
  if (value instanceof BinaryValue) return 'binData';
  return Array.isArray(value) ? 'array' : 'object';
}

/** A value as MongoDB's messages print it: `{ _id: "x", n: 1 }`. */
export function printValue(value: DocValue | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof ObjectIdValue) return `ObjectId('${value.hex}')`;
  if (value instanceof RegexValue) return `/${value.pattern}/${value.options}`;
  if (value instanceof BinaryValue) return `BinData(${value.subType}, ${value.base64})`;
  if (Array.isArray(value)) return `[ ${value.map(printValue).join(', ')} ]`;
  if (isDoc(value)) {
    const fields = Object.entries(value).map(([key, inner]) => `${key}: ${printValue(inner)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}

/** True when two values are stored alike, to the order of their fields and the sign of a zero. */
export function sameValue(one: DocValue | undefined, other: DocValue | undefined): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, at) => sameValue(item, other[at]));
  }
  if (!isDoc(one) || !isDoc(other)) return typeof one === 'object' && printValue(one) === printValue(other);
  const [fields, otherFields] = [Object.keys(one), Object.keys(other)];
  return (
    fields.length === otherFields.length &&
    fields.every((field, at) => field === otherFields[at] && sameValue(one[field], other[field]))
  );
}

/** A deep copy; the immutable scalar classes are shared. */
export function copyValue<T extends DocValue>(value: T): T;
export function copyValue(value: DocValue): DocValue {
  if (Array.isArray(value)) return value.map((item) => copyValue(item));
  if (isDoc(value)) {
    const copy: Doc = {};
    for (const key of Object.keys(value)) copy[key] = copyValue(value[key] ?? null);
    return copy;
  }
  return value;
}
