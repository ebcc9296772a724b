import { requestFailed } from './errors';
import { type Numeric, compute, isNumeric, longOf } from './numbers';
import { type Doc, type DocValue, isDoc, printValue, typeName } from './values';

type NumberChange = (found: DocValue | undefined, doc: Doc) => DocValue;

/** Compiles one operator that computes with numbers (`$inc`, `$mul`, `$bit`) on one field. */
export function changeNumber(operator: string, field: string, operand: DocValue): NumberChange {
  if (operator === '$bit') return changeBits(field, operand);
  return arithmetic(operator === '$inc' ? '$inc' : '$mul', field, operand);
}

function arithmetic(operator: '$inc' | '$mul', field: string, operand: DocValue): NumberChange {
  if (!isNumeric(operand)) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw requestFailed(`Cannot ${verb} with non-numeric argument: {${field}: ${printValue(operand)}}`);
  }
  return (found, doc) => {
    if (found === undefined) return operator === '$inc' ? operand : 0;
    if (!isNumeric(found)) {
      throw requestFailed(
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${printValue(doc._id)}} has the field ` +
          `'${lastPart(field)}' of non-numeric type ${typeName(found)}`,
      );
    }
    const result = compute(operator === '$inc' ? 'add' : 'multiply', found, operand);
    if (result === undefined) {
      const type = typeName(found) === 'int' ? 'NumberInt' : 'NumberLong';
      throw requestFailed(
        `Failed to apply ${operator} operations to current value ((${type})${found}) for document ` +
          `{_id: ${printValue(doc._id)}}`,
      );
    }
    return result;
  };
}

const BITWISE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function changeBits(field: string, operand: DocValue): NumberChange {
  if (!isDoc(operand)) {
    throw requestFailed(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: ` +
        '{$bit: {field: {and/or/xor: #}}',
    );
  }
  const steps = Object.entries(operand).map(([name, mask]) => {
    const combine = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
    if (combine === undefined) {
      throw requestFailed(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ` +
          `{${name}: ${printValue(mask)}}`,
      );
    }
    const bits = integerOf(mask);
    if (bits === undefined) {
      throw requestFailed(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here: ` +
          `{${name}: ${printValue(mask)}}`,
      );
    }
    return (value: bigint): bigint => combine(value, bits);
  });
  if (steps.length === 0) {
    throw requestFailed(
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  return (found, doc) => {
    const start = integerOf(found ?? 0);
    if (start === undefined) {
      throw requestFailed(
        `Cannot apply $bit to a value of non-integral type. {_id: ${printValue(doc._id)}} has the field ` +
          `'${lastPart(field)}' of non-integer type ${typeName(found)}`,
      );
    }
    const result = steps.reduce((value, step) => step(value), start);
    return longOf(result) ?? result;
  };
}

function integerOf(value: DocValue): bigint | undefined {
  return isNumeric(value) && isIntegral(value) ? BigInt(value) : undefined;
}

function isIntegral(value: Numeric): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function lastPart(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}
