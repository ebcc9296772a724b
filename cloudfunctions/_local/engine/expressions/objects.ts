import { requestFailed } from '../errors';
import { type Doc, isDoc, printValue, typeName } from '../values';
import { type OperatorTable, type Value, isNullish, ofArguments } from './operator';

/** Later fields win; null and missing count as empty. */
export function mergeObjects(values: readonly Value[]): Doc {
  const result: Doc = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDoc(value)) {
      throw requestFailed(
        `$mergeObjects requires object inputs, but input ${printValue(value)} is of type ${typeName(value)}`,
      );
    }
    Object.assign(result, value);
  }
  return result;
}

export const OBJECT_OPERATORS: OperatorTable = {
  ...ofArguments('$mergeObjects', 0, Infinity, mergeObjects),
  ...ofArguments('$objectToArray', 1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDoc(value)) {
      throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`);
    }
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
};
