import { equalValues } from '../compare';
import { requestFailed } from '../errors';
import { isNumeric } from '../numbers';
import { type Doc, type DocValue, isDoc, printValue, typeName } from '../values';
import {
  type Compile,
  type Expression,
  type OperatorTable,
  type Value,
  bind,
  int32Of,
  isNullish,
  isTrue,
  ofArguments,
  parametersOf,
  variableName,
} from './operator';

function elementAt([array, position]: readonly Value[]): Value {
  if (isNullish(array) || isNullish(position)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`$arrayElemAt's first argument must be an array, but is ${typeName(array)}`);
  }
  if (!isNumeric(position)) {
    throw requestFailed(
      `$arrayElemAt's second argument must be a numeric value, but is ${typeName(position)}`,
    );
  }
  const index = int32Of(position);
  if (index === undefined) {
    throw requestFailed(
      `$arrayElemAt's second argument must be representable as a 32-bit integer: ${printValue(position)}`,
    );
  }
  return array.at(index);
}

function arrayToObject([array]: readonly Value[]): Value {
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`$arrayToObject requires an array input, found: ${typeName(array)}`);
  }
  const result: Doc = {};
  const pairs = Array.isArray(array[0]);
  for (const item of array) {
    if (Array.isArray(item) !== pairs || (!pairs && !isDoc(item))) {
      throw requestFailed(
        '$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. ' +
          `${pairs ? 'Array' : 'Object'} was detected, now found: ${typeName(item)}`,
      );
    }
    const [key, value] = Array.isArray(item) ? pairOf(item) : entryOf(item as Doc);
    if (typeof key !== 'string') {
      throw requestFailed(
        `$arrayToObject requires an object with keys of type 'string'. Found: ${typeName(key)}`,
      );
    }
    if (key === '__proto__')
      throw requestFailed('The field name __proto__ is not supported by the local cloud');
    result[key] = value ?? null;
  }
  return result;
}

function pairOf(item: readonly DocValue[]): readonly Value[] {
  if (item.length === 2) return item;
  throw requestFailed(
    `$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`,
  );
}

function entryOf(item: Doc): readonly Value[] {
  const count = Object.keys(item).length;
  if (count !== 2) {
    throw requestFailed(
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`,
    );
  }
  if (item.k === undefined || item.v === undefined) {
    throw requestFailed(
      "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys",
    );
  }
  return [item.k, item.v];
}

function concatArrays(values: readonly Value[]): Value {
  if (values.some(isNullish)) return null;
  return values.flatMap((value) => {
    if (Array.isArray(value)) return value;
    throw requestFailed(`$concatArrays only supports arrays, not ${typeName(value)}`);
  });
}

/** `$filter` and `$map`: an expression for each element, bound to a variable. */
function eachElement(
  name: '$filter' | '$map',
  operand: DocValue,
  compile: Compile,
  body: 'cond' | 'in',
  gather: (array: readonly DocValue[], evaluate: (item: DocValue) => Value) => DocValue[],
): Expression {
  const parameters = parametersOf(name, operand, ['input', body], ['as']);
  const variable = variableName(parameters.as ?? 'this');
  const input = compile(parameters.input ?? null);
  const each = compile(parameters[body] ?? null, [variable]);
  return (scope) => {
    const array = input(scope);
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw requestFailed(`input to ${name} must be an array not ${typeName(array)}`);
    return gather(array, (item) => each(bind(scope, { [variable]: item })));
  };
}

/** `$indexOfArray` and the searches in strings take a start and an end. */
export function bounds(name: string, start: Value, end: Value, length: number): readonly [number, number] {
  const [from, to] = [['starting', start, 0] as const, ['ending', end, length] as const].map(
    ([which, value, otherwise]) => {
      if (value === undefined) return otherwise;
      const index = int32Of(value);
      if (index === undefined) {
        throw requestFailed(
          `${name} requires an integral ${which} index, found a value of type: ${typeName(value)}, ` +
            `with value: ${printValue(value)}`,
        );
      }
      if (index < 0) throw requestFailed(`${name} requires a nonnegative ${which} index, found: ${index}`);
      return index;
    },
  );
  return [from ?? 0, Math.min(to ?? length, length)];
}

function indexOfArray([array, wanted, start, end]: readonly Value[]): Value {
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`$indexOfArray requires an array as a first argument, found: ${typeName(array)}`);
  }
  const [from, to] = bounds('$indexOfArray', start, end, array.length);
  for (let i = from; i < to; i += 1) if (equalValues(array[i], wanted)) return i;
  return -1;
}

function range(values: readonly Value[]): Value {
  const [start, end, step = 1] = ['starting', 'ending', 'step'].map((which, i) => {
    const value = values[i];
    if (value === undefined && i === 2) return undefined;
    const int = int32Of(value);
    if (int !== undefined) return int;
    const what = which === 'step' ? 'step value' : `${which} value`;
    throw requestFailed(
      isNumeric(value)
        ? `$range requires a ${what} that can be represented as a 32-bit integer, found value: ${printValue(value)}`
        : `$range requires a numeric ${what}, found value of type: ${typeName(value)}`,
    );
  });
  if (step === 0) throw requestFailed('$range requires a non-zero step value');
  const result: number[] = [];
  for (let i = start ?? 0; step > 0 ? i < (end ?? 0) : i > (end ?? 0); i += step) result.push(i);
  return result;
}

function slice(values: readonly Value[]): Value {
  const [array] = values;
  if (values.some(isNullish)) return null;
  if (!Array.isArray(array)) {
    throw requestFailed(`First argument to $slice must be an array, but is of type: ${typeName(array)}`);
  }
  const [first = 0, count] = ['Second', 'Third'].slice(0, values.length - 1).map((which, i) => {
    const value = values[i + 1];
    const int = int32Of(value);
    if (int !== undefined) return int;
    throw requestFailed(
      isNumeric(value)
        ? `${which} argument to $slice can't be represented as a 32-bit integer: ${printValue(value)}`
        : `${which} argument to $slice must be a numeric value, but is of type: ${typeName(value)}`,
    );
  });
  if (count === undefined) return first >= 0 ? array.slice(0, first) : array.slice(first);
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`);
  const start = first >= 0 ? first : Math.max(0, array.length + first);
  return array.slice(start, start + count);
}

const ZIP_PARAMETERS = ['useLongestLength', 'defaults'];

export const ARRAY_OPERATORS: OperatorTable = {
  ...ofArguments('$arrayElemAt', 2, 2, elementAt),
  ...ofArguments('$arrayToObject', 1, 1, arrayToObject),
  ...ofArguments('$concatArrays', 0, Infinity, concatArrays),
  $filter: (operand, compile) =>
    eachElement('$filter', operand, compile, 'cond', (array, test) =>
      array.filter((item) => isTrue(test(item))),
    ),
  ...ofArguments('$in', 2, 2, ([wanted, array]) => {
    if (!Array.isArray(array)) {
      throw requestFailed(`$in requires an array as a second argument, found: ${typeName(array)}`);
    }
    return array.some((item) => equalValues(item, wanted));
  }),
  ...ofArguments('$indexOfArray', 2, 4, indexOfArray),
  ...ofArguments('$isArray', 1, 1, ([value]) => Array.isArray(value)),
  $map: (operand, compile) =>
    eachElement('$map', operand, compile, 'in', (array, evaluate) =>
      array.map((item) => evaluate(item) ?? null),
    ),
  ...ofArguments('$range', 2, 3, range),
  $reduce: (operand, compile) => {
    const parameters = parametersOf('$reduce', operand, ['input', 'initialValue', 'in']);
    const input = compile(parameters.input ?? null);
    const initial = compile(parameters.initialValue ?? null);
    const step = compile(parameters.in ?? null, ['value', 'this']);
    return (scope) => {
      const array = input(scope);
      if (isNullish(array)) return null;
      if (!Array.isArray(array)) {
        throw requestFailed(`$reduce requires that 'input' be an array, found: ${printValue(array)}`);
      }
      return array.reduce<Value>((value, item) => step(bind(scope, { value, this: item })), initial(scope));
    };
  },
  ...ofArguments('$reverseArray', 1, 1, ([array]) => {
    if (isNullish(array)) return null;
    if (Array.isArray(array)) return [...array].reverse();
    throw requestFailed(
      `The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`,
    );
  }),
  ...ofArguments('$size', 1, 1, ([array]) => {
    if (Array.isArray(array)) return array.length;
    throw requestFailed(`The argument to $size must be an array, but was of type: ${typeName(array)}`);
  }),
  ...ofArguments('$slice', 2, 3, slice),
  $zip: (operand, compile) => {
    const { inputs, useLongestLength, defaults } = parametersOf('$zip', operand, ['inputs'], ZIP_PARAMETERS);
    if (!Array.isArray(inputs)) {
      throw requestFailed(`inputs must be an array of expressions, found ${printValue(inputs)}`);
    }
    if (defaults !== undefined && useLongestLength !== true) {
      throw requestFailed('cannot specify defaults unless useLongestLength is true');
    }
    if (Array.isArray(defaults) && defaults.length !== inputs.length) {
      throw requestFailed('defaults and inputs must have the same length');
    }
    const compiled = inputs.map((input) => compile(input));
    const fill = compile(defaults ?? null);
    return (scope) => {
      const arrays = compiled.map((input) => input(scope));
      if (arrays.some(isNullish)) return null;
      const lists = arrays.map((array) => {
        if (Array.isArray(array)) return array;
        throw requestFailed(`$zip found a non-array expression in input: ${printValue(array)}`);
      });
      const filling = fill(scope);
      const lengths = lists.map((list) => list.length);
      const rows = useLongestLength === true ? Math.max(0, ...lengths) : Math.min(...lengths);
      return Array.from({ length: rows }, (_row, i) =>
        lists.map((list, at) => list[i] ?? (Array.isArray(filling) ? (filling[at] ?? null) : null)),
      );
    };
  },
};
