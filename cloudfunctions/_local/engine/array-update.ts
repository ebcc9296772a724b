import { equalValues } from './compare';
import { requestFailed } from './errors';
import { elementTest, isOperatorDoc } from './matcher';
import { readSort, sortDocs } from './ordering';
import { refuseDollarFields } from './storable';
import { type Doc, type DocValue, RegexValue, copyValue, isDoc, printValue, typeName } from './values';

type ArrayChange = (found: DocValue | undefined, doc: Doc) => DocValue | undefined;

/** Compiles one array operator (`$push`, `$pop`, `$pull`, `$pullAll`, `$addToSet`) on one field. */
export function updateArray(operator: string, field: string, operand: DocValue): ArrayChange {
  switch (operator) {
    case '$push':
      return push(field, operand);
    case '$pop':
      return pop(field, operand);
    case '$pull':
      return pull(operand);
    case '$pullAll': {
      if (!Array.isArray(operand)) {
        throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
      }
      return removeWhere((item) => operand.some((unwanted) => equalValues(item, unwanted)));
    }
    default:
      return addToSet(field, operand);
  }
}

function push(field: string, operand: DocValue): ArrayChange {
  const modifiers = isOperatorDoc(operand) && '$each' in operand ? operand : { $each: [operand] };
  for (const name of Object.keys(modifiers)) {
    if (!['$each', '$position', '$slice', '$sort'].includes(name)) {
      throw requestFailed(`Unrecognized clause in $push: ${name}`);
    }
  }
  const { $each: values, $position: position, $slice: slice, $sort: sort } = modifiers;
  if (!Array.isArray(values)) {
    throw requestFailed(
      `The argument to $each in $push must be an array but it was of type: ${typeName(values)}`,
    );
  }
  refuseDollarFields(values, field);
  if (position !== undefined && !Number.isInteger(position)) {
    throw requestFailed(
      `The value for $position must be an integer value, not of type: ${typeName(position)}`,
    );
  }
  if (slice !== undefined && !Number.isInteger(slice)) {
    throw requestFailed(
      `The value for $slice must be an integer value but was given type: ${typeName(slice)}`,
    );
  }
  return (found, doc) => {
    if (found !== undefined && !Array.isArray(found)) {
      throw requestFailed(
        `The field '${field}' must be an array but is of type ${typeName(found)} in document ` +
          `{_id: ${printValue(doc._id)}}`,
      );
    }
    let result = [...(found ?? [])];
    result.splice(
      typeof position === 'number' ? position : result.length,
      0,
      ...values.map((item) => copyValue(item)),
    );
    if (sort !== undefined) result = sorted(result, sort);
    if (typeof slice === 'number') result = slice >= 0 ? result.slice(0, slice) : result.slice(slice);
    return result;
  };
}

function sorted(items: DocValue[], sort: DocValue): DocValue[] {
  if (isDoc(sort)) {
    if (Object.values(sort).some((direction) => direction !== 1 && direction !== -1)) {
      throw requestFailed('The $sort element value must be either 1 or -1');
    }
    return sortDocs(items, (item) => (isDoc(item) ? item : {}), readSort(sort));
  }
  if (sort !== 1 && sort !== -1) {
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  return sortDocs(items, (item) => ({ item }), readSort({ item: sort }));
}

function pop(field: string, operand: DocValue): ArrayChange {
  if (operand !== 1 && operand !== -1)
    throw requestFailed(`$pop expects 1 or -1, found: ${printValue(operand)}`);
  return (found) => {
    if (found === undefined) return undefined;
    if (!Array.isArray(found)) {
      throw requestFailed(`Path '${field}' contains an element of non-array type '${typeName(found)}'`);
    }
    return operand === 1 ? found.slice(0, -1) : found.slice(1);
  };
}

function pull(operand: DocValue): ArrayChange {
  if (operand instanceof RegexValue) {
    return removeWhere(elementTest({ $regex: operand }));
  }
  if (isDoc(operand)) return removeWhere(elementTest(operand));
  return removeWhere((item) => equalValues(item, operand));
}

function removeWhere(unwanted: (item: DocValue) => boolean): ArrayChange {
  return (found) => {
    if (found === undefined) return undefined;
    if (!Array.isArray(found)) throw requestFailed('Cannot apply $pull to a non-array value');
    return found.filter((item) => !unwanted(item));
  };
}

function addToSet(field: string, operand: DocValue): ArrayChange {
  let values: DocValue[] = [operand];
  if (isOperatorDoc(operand) && '$each' in operand) {
    const { $each: each, ...others } = operand;
    if (!Array.isArray(each)) {
      throw requestFailed(
        `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
      );
    }
    if (Object.keys(others).length > 0) {
      throw requestFailed(`Found unexpected fields after $each in $addToSet: ${printValue(operand)}`);
    }
    values = each;
  }
  refuseDollarFields(values, field);
  return (found) => {
    if (found !== undefined && !Array.isArray(found)) {
      throw requestFailed(
        `Cannot apply $addToSet to non-array field. Field named '${field}' has non-array type ${typeName(found)}`,
      );
    }
    const result = [...(found ?? [])];
    for (const value of values) {
      if (!result.some((item) => equalValues(item, value))) result.push(copyValue(value));
    }
    return result;
  };
}
