import { compareValues } from '../compare';
import { requestFailed } from '../errors';
import { isDoc } from '../values';
import { type OperatorTable, type Value, isNullish, isTrue, ofArguments, parametersOf } from './operator';

/** As values compare in expressions: a missing value is less than null. */
export function compareInExpression(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return Math.sign(compareValues(a, b));
}

function comparison(name: string, test: (order: number) => Value): OperatorTable {
  return ofArguments(name, 2, 2, ([a, b]) => test(compareInExpression(a, b)));
}

const COND_PARAMETERS = ['if', 'then', 'else'];

export const LOGIC_OPERATORS: OperatorTable = {
  $and: (operand, compile) => {
    const conditions = (Array.isArray(operand) ? operand : [operand]).map((item) => compile(item));
    return (scope) => conditions.every((condition) => isTrue(condition(scope)));
  },
  $or: (operand, compile) => {
    const conditions = (Array.isArray(operand) ? operand : [operand]).map((item) => compile(item));
    return (scope) => conditions.some((condition) => isTrue(condition(scope)));
  },
  ...ofArguments('$not', 1, 1, ([value]) => !isTrue(value)),
  ...comparison('$cmp', (order) => order),
  ...comparison('$eq', (order) => order === 0),
  ...comparison('$ne', (order) => order !== 0),
  ...comparison('$gt', (order) => order > 0),
  ...comparison('$gte', (order) => order >= 0),
  ...comparison('$lt', (order) => order < 0),
  ...comparison('$lte', (order) => order <= 0),
  $cond: (operand, compile) => {
    if (Array.isArray(operand) && operand.length !== 3) {
      throw requestFailed(`Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
    }
    const named = Array.isArray(operand) ? {} : parametersOf('$cond', operand, COND_PARAMETERS);
    const parts = Array.isArray(operand) ? operand : COND_PARAMETERS.map((key) => named[key] ?? null);
    const [condition, then, otherwise] = parts.map((part) => compile(part));
    return (scope) => (isTrue(condition?.(scope)) ? then?.(scope) : otherwise?.(scope));
  },
  $ifNull: (operand, compile) => {
    if (!Array.isArray(operand) || operand.length !== 2) {
      const count = Array.isArray(operand) ? operand.length : 1;
      throw requestFailed(`Expression $ifNull takes exactly 2 arguments. ${count} were passed in.`);
    }
    const [value, otherwise] = operand.map((part) => compile(part));
    return (scope) => {
      const found = value?.(scope);
      return isNullish(found) ? otherwise?.(scope) : found;
    };
  },
  $switch: (operand, compile) => {
    const { branches, default: fallback } = parametersOf('$switch', operand, ['branches'], ['default']);
    if (!Array.isArray(branches)) {
      throw requestFailed("$switch expected an array for 'branches'");
    }
    if (branches.length === 0) throw requestFailed('$switch requires at least one branch.');
    const compiled = branches.map((branch) => {
      if (!isDoc(branch)) throw requestFailed('$switch expected each branch to be an object');
      const { case: condition, then } = parametersOf('$switch', branch, ['case', 'then']);
      return { condition: compile(condition ?? null), then: compile(then ?? null) };
    });
    const otherwise = fallback === undefined ? undefined : compile(fallback);
    return (scope) => {
      for (const { condition, then } of compiled) if (isTrue(condition(scope))) return then(scope);
      if (otherwise === undefined) {
        throw requestFailed(
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      }
      return otherwise(scope);
    };
  },
};
