import { BinaryValue, type DocValue, ObjectIdValue, RegexValue, isDoc } from './values';

/**
 * MongoDB's order of values of different types; a missing field sorts with null.
 * Source: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export function typeRank(value: DocValue | undefined): number {
  if (value === undefined || value === null) return 1;
  if (typeof value === 'number' || typeof value === 'bigint') return 2;
  if (typeof value === 'string') return 3;
  if (typeof value === 'boolean') return 8;
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  if (value instanceof ObjectIdValue) return 7;
  if (value instanceof BinaryValue) return 6;
  if (value instanceof RegexValue) return 11;
  return 4;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Negative, zero or positive, as MongoDB orders the two values. */
export function compareValues(a: DocValue | undefined, b: DocValue | undefined): number {
  const rank = typeRank(a);
  const difference = rank - typeRank(b);
  if (difference !== 0) return difference;
  if (rank === 1) return 0;
  if (rank === 2) return compareNumbers(a as number | bigint, b as number | bigint);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof ObjectIdValue && b instanceof ObjectIdValue) return compareText(a.hex, b.hex);
  if (a instanceof BinaryValue && b instanceof BinaryValue) return compareBinaries(a, b);
  if (a instanceof RegexValue && b instanceof RegexValue) {
    return compareText(a.pattern, b.pattern) || compareText(a.options, b.options);
  }
  if (Array.isArray(a) && Array.isArray(b)) return compareSequences(a, b);
  if (isDoc(a) && isDoc(b)) {
    const left = Object.entries(a);
    const right = Object.entries(b);
    for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
      const [leftKey, leftValue] = left[i] ?? ['', null];
      const [rightKey, rightValue] = right[i] ?? ['', null];
      const order =
        typeRank(leftValue) - typeRank(rightValue) ||
        compareText(leftKey, rightKey) ||
        compareValues(leftValue, rightValue);
      if (order !== 0) return order;
    }
    return left.length - right.length;
  }
  return 0;
}

function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // What is neither less nor more is equal, or not a number: NaN equals itself and sorts before every other number.
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Shorter before longer, then by sub-type, then by bytes. */
function compareBinaries(a: BinaryValue, b: BinaryValue): number {
  const left = Buffer.from(a.base64, 'base64');
  const right = Buffer.from(b.base64, 'base64');
  return left.length - right.length || compareText(a.subType, b.subType) || Buffer.compare(left, right);
}

function compareSequences(a: readonly DocValue[], b: readonly DocValue[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export function equalValues(a: DocValue | undefined, b: DocValue | undefined): boolean {
  return a === b || compareValues(a, b) === 0;
}
