import { requestFailed } from '../errors';
import { compileExpression } from '../expressions/expression';
import type { Variables } from '../expressions/operator';
import { variableName } from '../expressions/operator';
import { splitPath, valuesAt, withValue } from '../paths';
import { type Doc, type DocValue, RegexValue, isDoc, printValue, typeName } from '../values';
import { type Stage, type Surroundings, stagesOf } from './pipeline';

const OPTIONS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

/** `$lookup`: documents of another collection, found by equal fields or by a pipeline. */
export function compileLookup(spec: DocValue, surroundings: Surroundings): Stage {
  if (!isDoc(spec)) {
    throw requestFailed(`the $lookup stage specification must be an object, but found ${typeName(spec)}`);
  }
  for (const key of Object.keys(spec)) {
    if (!OPTIONS.includes(key)) throw requestFailed(`unknown argument to $lookup: ${key}`);
  }
  const { source, variables } = surroundings;
  const from = textOption(spec, 'from');
  const as = splitPath(textOption(spec, 'as'));
  const byField = spec.localField !== undefined || spec.foreignField !== undefined;
  if (spec.pipeline !== undefined) {
    if (byField)
      throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'");
    const stages = stagesOf(spec.pipeline);
    const bindings = bindingsOf(spec.let, variables);
    // Mistakes are found even when there is no document to look up for.
    surroundings.run(stages, [], { ...variables, ...bindings({}) });
    return (docs) =>
      docs.map((doc) =>
        withValue(doc, as, surroundings.run(stages, from, { ...variables, ...bindings(doc) })),
      );
  }
  if (spec.localField === undefined || spec.foreignField === undefined) {
    throw requestFailed(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  if (spec.let !== undefined)
    throw requestFailed("$lookup with a 'let' argument must also specify 'pipeline'");
  const local = splitPath(textOption(spec, 'localField'));
  const foreign = textOption(spec, 'foreignField');
  source.read(from, {}, [], 1);
  return (docs) =>
    docs.map((doc) => {
      const values = valuesAt(doc, local).flatMap((value) =>
        Array.isArray(value) ? value : [value ?? null],
      );
      return withValue(doc, as, source.read(from, equalTo(foreign, values), [], Infinity));
    });
}

/** Documents whose field equals one of the values; no value at all is null. */
function equalTo(field: string, values: readonly DocValue[]): Doc {
  if (values.length === 0) return { [field]: null };
  if (values.some((value) => value instanceof RegexValue)) {
    return { $or: values.map((value) => ({ [field]: { $eq: value } })) };
  }
  return { [field]: { $in: [...values] } };
}

function bindingsOf(spec: DocValue | undefined, variables: Variables): (root: Doc) => Variables {
  if (spec === undefined) return () => ({});
  if (!isDoc(spec)) {
    throw requestFailed(
      `$lookup argument 'let: ${printValue(spec)}' must be an object, is type ${typeName(spec)}`,
    );
  }
  const names = Object.keys(variables);
  const bound = Object.entries(spec).map(([name, value]) => ({
    name: variableName(name),
    value: compileExpression(value, names),
  }));
  return (root) => Object.fromEntries(bound.map(({ name, value }) => [name, value({ root, variables })]));
}

function textOption(spec: Doc, name: string): string {
  const value = spec[name];
  if (value === undefined) {
    throw requestFailed(
      name === 'as'
        ? "must specify 'as' field for a $lookup"
        : `missing '${name}' option to $lookup stage specification: ${printValue(spec)}`,
    );
  }
  if (typeof value !== 'string') {
    throw requestFailed(
      `$lookup argument '${name}: ${printValue(value)}' must be a string, is type ${typeName(value)}`,
    );
  }
  return value;
}
