import { requestFailed } from '../errors';
import { type Arithmetic, type Numeric, compute, isNumeric, isWhole } from '../numbers';
import { printValue, typeName } from '../values';
import { type OperatorTable, type Value, isNullish, ofArguments } from './operator';

/** One operand, null in null out. */
function unary(name: string, evaluate: (value: Numeric) => Numeric): OperatorTable {
  return ofArguments(name, 1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`);
    return evaluate(value);
  });
}

/** Rounding leaves whole numbers, however long, as they are. */
function rounding(name: string, round: (value: number) => number): OperatorTable {
  return unary(name, (value) => (isWhole(value) ? value : round(Number(value))));
}

function positive(name: string, value: Numeric, what = 'argument'): number {
  if (value <= 0 || Number.isNaN(value)) {
    throw requestFailed(`${name}'s ${what} must be a positive number, but is ${printValue(value)}`);
  }
  return Number(value);
}

/** Whole numbers of more than 64 bits become doubles here; only updates refuse them. */
function combine(operation: Arithmetic, a: Numeric, b: Numeric): Numeric {
  const exact = compute(operation, a, b);
  if (exact !== undefined) return exact;
  return Number(
    operation === 'multiply' ? BigInt(a) * BigInt(b) : BigInt(a) + BigInt(operation === 'add' ? b : -b),
  );
}

function add(values: readonly Value[]): Value {
  let total: Numeric = 0;
  let isDate = false;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (isDate) throw requestFailed('only one date allowed in an $add expression');
      isDate = true;
      total = combine('add', total, value.getTime());
    } else if (isNumeric(value)) total = combine('add', total, value);
    else throw requestFailed(`$add only supports numeric or date types, not ${typeName(value)}`);
  }
  return isDate ? new Date(Math.trunc(Number(total))) : total;
}

function multiply(values: readonly Value[]): Value {
  let product: Numeric = 1;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) {
      throw requestFailed(`$multiply only supports numeric types, not ${typeName(value)}`);
    }
    product = combine('multiply', product, value);
  }
  return product;
}

function subtract([left, right]: readonly Value[]): Value {
  if (isNullish(left) || isNullish(right)) return null;
  if (isNumeric(left) && isNumeric(right)) return combine('subtract', left, right);
  if (left instanceof Date) {
    if (right instanceof Date) return left.getTime() - right.getTime();
    if (isNumeric(right)) return new Date(Math.trunc(left.getTime() - Number(right)));
  }
  throw requestFailed(`cant $subtract a ${typeName(right)} from a ${typeName(left)}`);
}

/** Two numbers, or null when one is missing. */
function numbers(name: string, [a, b]: readonly Value[]): readonly [Numeric, Numeric] | null {
  if (isNumeric(a) && isNumeric(b)) return [a, b];
  if (isNullish(a) || isNullish(b)) return null;
  throw requestFailed(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
}

function divide(values: readonly Value[]): Value {
  const pair = numbers('$divide', values);
  if (pair === null) return null;
  if (Number(pair[1]) === 0) throw requestFailed("can't $divide by zero");
  return Number(pair[0]) / Number(pair[1]);
}

function modulo(values: readonly Value[]): Value {
  const pair = numbers('$mod', values);
  if (pair === null) return null;
  const [a, b] = pair;
  if (Number(b) === 0) throw requestFailed("can't $mod by zero");
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    if (isWhole(a) && isWhole(b)) return Number(BigInt(a) % BigInt(b));
  }
  return Number(a) % Number(b);
}

function power([base, exponent]: readonly Value[]): Value {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumeric(base)) throw requestFailed(`$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumeric(exponent)) throw requestFailed(`$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (Number(base) === 0 && exponent < 0) {
    throw requestFailed('$pow cannot take a base of 0 and a negative exponent');
  }
  return Number(base) ** Number(exponent);
}

function logarithm([value, base]: readonly Value[]): Value {
  if (isNullish(value) || isNullish(base)) return null;
  if (!isNumeric(value)) throw requestFailed(`$log's argument must be numeric, not ${typeName(value)}`);
  if (!isNumeric(base)) throw requestFailed(`$log's base must be numeric, not ${typeName(base)}`);
  const divisor = positive('$log', base, 'base');
  if (divisor === 1) throw requestFailed("$log's base must be a positive number not equal to 1, but is 1");
  return Math.log(positive('$log', value)) / Math.log(divisor);
}

export const ARITHMETIC_OPERATORS: OperatorTable = {
  ...unary('$abs', (value) => (value < 0 ? combine('multiply', value, -1) : value)),
  ...ofArguments('$add', 0, Infinity, add),
  ...rounding('$ceil', Math.ceil),
  ...ofArguments('$divide', 2, 2, divide),
  ...unary('$exp', (value) => Math.exp(Number(value))),
  ...rounding('$floor', Math.floor),
  ...unary('$ln', (value) => Math.log(positive('$ln', value))),
  ...ofArguments('$log', 2, 2, logarithm),
  ...unary('$log10', (value) => Math.log10(positive('$log10', value))),
  ...ofArguments('$mod', 2, 2, modulo),
  ...ofArguments('$multiply', 0, Infinity, multiply),
  ...ofArguments('$pow', 2, 2, power),
  ...unary('$sqrt', (value) => {
    if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(Number(value));
  }),
  ...ofArguments('$subtract', 2, 2, subtract),
  ...rounding('$trunc', Math.trunc),
};
