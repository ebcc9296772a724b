import { requestFailed } from '../errors';
import { type Doc, type DocValue, isDoc, typeName } from '../values';

/** What an expression gives; `undefined` is MongoDB's "missing". */
export type Value = DocValue | undefined;

export type Variables = Readonly<Record<string, Value>>;

/** What an expression may look at: the document, and the variables that `$let`, `$map` and their like bind. */
export interface Scope {
  readonly root: Doc;
  readonly variables: Variables;
}

export type Expression = (scope: Scope) => Value;

/** Compiles an operand; `names` are variables bound on top of those already known. */
export type Compile = (operand: DocValue, names?: readonly string[]) => Expression;

/** Compiles the operand of one operator. */
export type Operator = (operand: DocValue, compile: Compile) => Expression;

export type OperatorTable = Readonly<Record<string, Operator>>;

/** An operator that looks at the values of a list of arguments only. */
export function ofArguments(
  name: string,
  least: number,
  most: number,
  evaluate: (values: readonly Value[]) => Value,
): OperatorTable {
  return {
    [name]: (operand, compile) => {
      const list = Array.isArray(operand) ? operand : [operand];
      if (list.length < least || list.length > most)
        throw requestFailed(arityMessage(name, least, most, list.length));
      const compiled = list.map((item) => compile(item));
      return (scope) => evaluate(compiled.map((argument) => argument(scope)));
    },
  };
}

function arityMessage(name: string, least: number, most: number, count: number): string {
  if (least === most) return `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`;
  return (
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, ` +
    `but ${count} were passed in.`
  );
}

/** The named parameters of an operator such as `$filter`; refuses unknown and missing ones. */
export function parametersOf(
  name: string,
  operand: DocValue,
  required: readonly string[],
  optional: readonly string[] = [],
): Doc {
  if (!isDoc(operand)) throw requestFailed(`${name} only supports an object as its argument`);
  for (const key of Object.keys(operand)) {
    if (!required.includes(key) && !optional.includes(key)) {
      throw requestFailed(`Unrecognized parameter to ${name}: ${key}`);
    }
  }
  for (const key of required) {
    if (!Object.hasOwn(operand, key)) throw requestFailed(`Missing '${key}' parameter to ${name}`);
  }
  return operand;
}

/** The name of a variable that a user may bind. */
export function variableName(value: DocValue): string {
  if (typeof value !== 'string')
    throw requestFailed(`a variable name must be a string, not ${typeName(value)}`);
  if (value === '') throw requestFailed('empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff]/.test(value)) {
    throw requestFailed(`'${value}' starts with an invalid character for a user variable name`);
  }
  const wrong = /[^\w\u0080-\uffff]/.exec(value);
  if (wrong !== null) {
    throw requestFailed(`'${value}' contains an invalid character for a variable name: '${wrong[0]}'`);
  }
  return value;
}

export function bind(scope: Scope, variables: Variables): Scope {
  return { root: scope.root, variables: { ...scope.variables, ...variables } };
}

export function isNullish(value: Value): value is null | undefined {
  return value === undefined || value === null;
}

/** True for everything but false, zero, null and missing; an empty string and an empty array are true. */
export function isTrue(value: Value): boolean {
  if (isNullish(value)) return false;
  return value !== false && value !== 0;
}

/** A 32-bit integer, or undefined. */
export function int32Of(value: Value): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 31
    ? value
    : undefined;
}
