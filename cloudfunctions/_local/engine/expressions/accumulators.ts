import { equalValues } from '../compare';
import { type Numeric, compute, isNumeric } from '../numbers';
import { type DocValue } from '../values';
import { compareInExpression } from './logic';
import { mergeObjects } from './objects';
import { type OperatorTable, type Value, isNullish } from './operator';

/** What an accumulator makes of all values of a group, in their order. */
type Accumulator = (values: readonly Value[]) => Value;

/** Whole numbers add up exactly; what is beyond 64 bits becomes a double. Other values than numbers do not count. */
function sum(values: readonly Value[]): Numeric {
  let total: Numeric = 0;
  for (const value of values) {
    if (isNumeric(value)) total = compute('add', total, value) ?? Number(total) + Number(value);
  }
  return total;
}

function average(values: readonly Value[]): Value {
  const numbers = values.filter(isNumeric);
  return numbers.length === 0 ? null : Number(sum(numbers)) / numbers.length;
}

function extreme(sign: 1 | -1): Accumulator {
  return (values) => {
    let best: Value = null;
    for (const value of values) {
      if (isNullish(value)) continue;
      if (best === null || compareInExpression(value, best) * sign > 0) best = value;
    }
    return best;
  };
}

function deviation(degreesOfFreedomLost: 0 | 1): Accumulator {
  return (values) => {
    const numbers = values.filter(isNumeric).map(Number);
    const count = numbers.length - degreesOfFreedomLost;
    if (count <= 0) return null;
    const mean = numbers.reduce((total, value) => total + value, 0) / numbers.length;
    return Math.sqrt(numbers.reduce((total, value) => total + (value - mean) ** 2, 0) / count);
  };
}

function present(values: readonly Value[]): DocValue[] {
  return values.filter((value) => value !== undefined);
}

function distinct(values: readonly Value[]): DocValue[] {
  const seen = new Set<Value>();
  const others: DocValue[] = [];
  for (const value of present(values)) {
    if (typeof value !== 'object' && typeof value !== 'bigint') seen.add(value);
    else if (!others.some((other) => equalValues(other, value))) others.push(value);
  }
  return [...present([...seen]), ...others];
}

/** Accumulators of `$group` and its like. */
export const ACCUMULATORS: ReadonlyMap<string, Accumulator> = new Map<string, Accumulator>([
  ['$addToSet', distinct],
  ['$avg', average],
  ['$first', (values) => values[0]],
  ['$last', (values) => values.at(-1)],
  ['$max', extreme(1)],
  ['$mergeObjects', mergeObjects],
  ['$min', extreme(-1)],
  ['$push', present],
  ['$stdDevPop', deviation(0)],
  ['$stdDevSamp', deviation(1)],
  ['$sum', sum],
]);

const OF_ONE_DOCUMENT = ['$avg', '$max', '$min', '$stdDevPop', '$stdDevSamp', '$sum'];

/** The accumulators that compute inside one document too: over their arguments, or over the elements of one array. */
export const ACCUMULATING_OPERATORS: OperatorTable = Object.fromEntries(
  OF_ONE_DOCUMENT.map((name) => [
    name,
    (operand, compile) => {
      const accumulate = ACCUMULATORS.get(name) ?? sum;
      if (Array.isArray(operand) && operand.length !== 1) {
        const items = operand.map((item) => compile(item));
        return (scope) => accumulate(items.map((item) => item(scope)));
      }
      const only = compile(Array.isArray(operand) ? (operand[0] ?? null) : operand);
      return (scope) => {
        const value = only(scope);
        return accumulate(Array.isArray(value) ? value : [value]);
      };
    },
  ]),
) satisfies OperatorTable;
