import { compareValues, equalValues } from '../compare';
import { requestFailed } from '../errors';
import { type DocValue, typeName } from '../values';
import { type OperatorTable, type Value, isNullish, isTrue, ofArguments } from './operator';

/** Arrays as sets: each value once, in the order of values. */
function setOf(values: readonly DocValue[]): DocValue[] {
  const sorted = [...values].sort(compareValues);
  return sorted.filter((value, i) => i === 0 || !equalValues(value, sorted[i - 1]));
}

function has(set: readonly DocValue[], wanted: DocValue): boolean {
  return set.some((value) => equalValues(value, wanted));
}

function isSubset(part: readonly DocValue[], whole: readonly DocValue[]): boolean {
  return part.every((value) => has(whole, value));
}

function arrays(name: string, values: readonly Value[]): (readonly DocValue[])[] {
  return values.map((value) => {
    if (Array.isArray(value)) return value;
    throw requestFailed(
      `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`,
    );
  });
}

function twoArrays(
  name: string,
  values: readonly Value[],
): readonly [readonly DocValue[], readonly DocValue[]] {
  const [first, second] = values.map((value, i) => {
    if (Array.isArray(value)) return value;
    throw requestFailed(
      `both operands of ${name} must be arrays. ${i === 0 ? 'First' : 'Second'} argument is of type: ` +
        typeName(value),
    );
  });
  return [first ?? [], second ?? []];
}

function elements(name: string, [value]: readonly Value[]): readonly DocValue[] {
  if (Array.isArray(value)) return value;
  throw requestFailed(`${name}'s argument must be an array, but is ${typeName(value)}`);
}

export const SET_OPERATORS: OperatorTable = {
  ...ofArguments('$allElementsTrue', 1, 1, (values) => elements('$allElementsTrue', values).every(isTrue)),
  ...ofArguments('$anyElementTrue', 1, 1, (values) => elements('$anyElementTrue', values).some(isTrue)),
  ...ofArguments('$setDifference', 2, 2, (values) => {
    if (values.some(isNullish)) return null;
    const [first, second] = twoArrays('$setDifference', values);
    const left = first.filter((value, i) => first.findIndex((other) => equalValues(other, value)) === i);
    return left.filter((value) => !has(second, value));
  }),
  ...ofArguments('$setEquals', 2, Infinity, (values) => {
    const [first = [], ...others] = arrays('$setEquals', values);
    return others.every((other) => isSubset(first, other) && isSubset(other, first));
  }),
  ...ofArguments('$setIntersection', 0, Infinity, (values) => {
    if (values.some(isNullish)) return null;
    const [first = [], ...others] = arrays('$setIntersection', values);
    return setOf(first.filter((value) => others.every((other) => has(other, value))));
  }),
  ...ofArguments('$setIsSubset', 2, 2, (values) => isSubset(...twoArrays('$setIsSubset', values))),
  ...ofArguments('$setUnion', 0, Infinity, (values) => {
    if (values.some(isNullish)) return null;
    return setOf(arrays('$setUnion', values).flat());
  }),
};
