import { notSupported, requestFailed } from '../errors';
import { type Path, splitPath } from '../paths';
import { type Doc, type DocValue, isDoc, printValue } from '../values';
import { ACCUMULATING_OPERATORS } from './accumulators';
import { ARITHMETIC_OPERATORS } from './arithmetic';
import { ARRAY_OPERATORS } from './arrays';
import { DATE_OPERATORS } from './dates';
import { LOGIC_OPERATORS } from './logic';
import { OBJECT_OPERATORS } from './objects';
import {
  type Expression,
  type OperatorTable,
  type Value,
  type Variables,
  bind,
  isTrue,
  parametersOf,
  variableName,
} from './operator';
import { SET_OPERATORS } from './sets';
import { STRING_OPERATORS } from './strings';

/**
 * MongoDB's aggregation expressions: all that the SDK offers under `db.command.aggregate`, but for `$meta`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/
 */
const OPERATORS: ReadonlyMap<string, OperatorTable[string]> = new Map(
  Object.entries({
    ...ARITHMETIC_OPERATORS,
    ...ARRAY_OPERATORS,
    ...DATE_OPERATORS,
    ...LOGIC_OPERATORS,
    ...OBJECT_OPERATORS,
    ...SET_OPERATORS,
    ...STRING_OPERATORS,
    ...ACCUMULATING_OPERATORS,
    $literal: (operand) => () => operand,
    $let: (operand, compile) => {
      const { vars, in: body } = parametersOf('$let', operand, ['vars', 'in']);
      if (!isDoc(vars ?? null)) throw requestFailed('invalid parameter: expected an object (vars)');
      const bound = Object.entries(vars as Doc).map(([name, value]) => ({
        name: variableName(name),
        value: compile(value),
      }));
      const result = compile(
        body ?? null,
        bound.map(({ name }) => name),
      );
      return (scope) =>
        result(bind(scope, Object.fromEntries(bound.map(({ name, value }) => [name, value(scope)]))));
    },
  } satisfies OperatorTable),
);

/** Compiles an expression. `variables` are the names it may use besides those it binds itself. */
export function compileExpression(operand: DocValue, variables: readonly string[] = []): Expression {
  const compile = (inner: DocValue, names: readonly string[] = []): Expression =>
    compileExpression(inner, [...variables, ...names]);
  if (typeof operand === 'string' && operand.startsWith('$')) return compilePath(operand, variables);
  if (Array.isArray(operand)) {
    const items = operand.map((item) => compile(item));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDoc(operand)) return () => operand;
  const keys = Object.keys(operand);
  const first = keys[0];
  if (first !== undefined && first.startsWith('$')) {
    if (keys.length > 1) {
      throw requestFailed(
        `an object representing an expression must have exactly one field: ${printValue(operand)}`,
      );
    }
    const operator = OPERATORS.get(first);
    if (operator === undefined) throw notSupported(`The aggregation operator ${first}`);
    return operator(operand[first] ?? null, compile);
  }
  const fields = keys.map((key) => ({ key: plainName(key), value: compile(operand[key] ?? null) }));
  return (scope) => {
    const result: Doc = {};
    for (const { key, value } of fields) {
      const computed = value(scope);
      if (computed !== undefined) result[key] = computed;
    }
    return result;
  };
}

function plainName(key: string): string {
  if (key.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.");
  if (key.includes('.')) throw requestFailed("FieldPath field names may not contain '.'.");
  return key;
}

/** `$field.path`, `$$variable.path`. */
function compilePath(text: string, variables: readonly string[]): Expression {
  const isVariable = text.startsWith('$$');
  const path = splitPath(text.slice(isVariable ? 2 : 1));
  if (path.some((part) => part === '')) {
    throw requestFailed(
      text === '$' || text === '$$'
        ? `'${text}' by itself is not a valid FieldPath`
        : 'FieldPath field names may not be empty strings.',
    );
  }
  if (path.some((part) => part.startsWith('$'))) {
    throw requestFailed("FieldPath field names may not start with '$'.");
  }
  if (!isVariable) return ({ root }) => follow(root, path, 0);
  const name = path[0] ?? '';
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => follow(root, path, 1);
  if (name === 'REMOVE') return () => undefined;
  if (['NOW', 'CLUSTER_TIME', 'DESCEND', 'PRUNE', 'KEEP'].includes(name)) {
    throw notSupported(`The variable $$${name}`);
  }
  if (!variables.includes(name)) throw requestFailed(`Use of undefined variable: ${name}`);
  return (scope) => follow(scope.variables[name], path, 1);
}

/** Arrays on the way give an array of what their documents hold; numbers in a path are field names. */
function follow(value: Value, path: Path, at: number): Value {
  if (at === path.length) return value;
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isDoc(item)) return [];
      const found = follow(item, path, at);
      return found === undefined ? [] : [found];
    });
  }
  const part = path[at] ?? '';
  return isDoc(value) && Object.hasOwn(value, part) ? follow(value[part], path, at + 1) : undefined;
}

/** The test that `$expr` is in a filter. */
export function expressionTest(operand: DocValue, variables: Variables): (doc: Doc) => boolean {
  const expression = compileExpression(operand, Object.keys(variables));
  return (root) => isTrue(expression({ root, variables }));
}
