/** Numbers as the database holds them: `bigint` where a 64-bit integer does not fit a JavaScript number exactly. */
export type Numeric = number | bigint;

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint';
}

export function isWhole(value: Numeric): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

const LONG_LIMIT = BigInt(2) ** BigInt(63);

export type Arithmetic = 'add' | 'subtract' | 'multiply';

/** The exact result for whole numbers, `undefined` when it is beyond 64 bits; the nearest double for all others. */
export function compute(operation: Arithmetic, a: Numeric, b: Numeric): Numeric | undefined {
  const plain = computePlain(operation, Number(a), Number(b));
  if (!isWhole(a) || !isWhole(b) || Number.isSafeInteger(plain)) return plain;
  return longOf(computeExact(operation, BigInt(a), BigInt(b)));
}

function computePlain(operation: Arithmetic, a: number, b: number): number {
  if (operation === 'multiply') return a * b;
  return operation === 'add' ? a + b : a - b;
}

function computeExact(operation: Arithmetic, a: bigint, b: bigint): bigint {
  if (operation === 'multiply') return a * b;
  return operation === 'add' ? a + b : a - b;
}

/** A 64-bit integer in the form that the engine keeps it; `undefined` when it has more bits. */
export function longOf(value: bigint): Numeric | undefined {
  if (value >= LONG_LIMIT || value < -LONG_LIMIT) return undefined;
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}
