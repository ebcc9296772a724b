import { stringifyEjson } from '../ejson';
import { notSupported, requestFailed } from '../errors';
import { ACCUMULATORS } from '../expressions/accumulators';
import { compileExpression } from '../expressions/expression';
import type { Value, Variables } from '../expressions/operator';
import { type Doc, type DocValue, isDoc, printValue } from '../values';

/** Computes the fields of one group from its documents. */
export type GroupFields = (docs: readonly Doc[]) => Doc;

/** `{ total: { $sum: '$fen' } }`: the fields of a group besides its `_id`. */
function compileAccumulators(spec: Doc, variables: Variables): GroupFields {
  const names = Object.keys(variables);
  const fields = Object.entries(spec).map(([field, wish]) => {
    if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`);
    if (field.startsWith('$')) throw requestFailed(`The field name '${field}' cannot be an operator name`);
    if (!isDoc(wish)) throw requestFailed(`The field '${field}' must be an accumulator object`);
    const [operator, operand] = Object.entries(wish)[0] ?? [];
    if (operator === undefined || operand === undefined || Object.keys(wish).length > 1) {
      throw requestFailed(`The field '${field}' must specify one accumulator`);
    }
    const accumulate = ACCUMULATORS.get(operator);
    if (accumulate === undefined) throw notSupported(`The group operator ${operator}`);
    if (Array.isArray(operand)) throw requestFailed(`The ${operator} accumulator is a unary operator`);
    return { field, accumulate, value: compileExpression(operand, names) };
  });
  return (docs) => {
    const result: Doc = {};
    for (const { field, accumulate, value } of fields) {
      // A missing result is shown as null, so that all groups have the same fields.
      result[field] = accumulate(docs.map((root) => value({ root, variables }))) ?? null;
    }
    return result;
  };
}

/** `$group`: one document for each different `_id`, in the order in which they first appear. */
export function compileGroup(spec: DocValue, variables: Variables): (docs: readonly Doc[]) => Doc[] {
  if (!isDoc(spec)) throw requestFailed("a group's fields must be specified in an object");
  const { _id: key, ...fields } = spec;
  if (key === undefined) throw requestFailed('a group specification must include an _id');
  const idOf = compileExpression(key, Object.keys(variables));
  const fieldsOf = compileAccumulators(fields, variables);
  return (docs) =>
    groupsBy(docs, (root) => idOf({ root, variables }) ?? null).map(({ id, docs: members }) => ({
      _id: id,
      ...fieldsOf(members),
    }));
}

function groupsBy(
  docs: readonly Doc[],
  idOf: (doc: Doc) => DocValue,
): { readonly id: DocValue; readonly docs: Doc[] }[] {
  const groups = new Map<string, { readonly id: DocValue; readonly docs: Doc[] }>();
  for (const doc of docs) {
    const id = idOf(doc);
    // -0 and 0 are one group.
    const text = stringifyEjson(typeof id === 'number' ? id + 0 : id);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { id, docs: [doc] });
    else group.docs.push(doc);
  }
  return [...groups.values()];
}

/** `$sortByCount`: how many documents there are of each value, most first. */
export function compileSortByCount(spec: DocValue, variables: Variables): (docs: readonly Doc[]) => Doc[] {
  const isExpression = isDoc(spec) && Object.keys(spec)[0]?.startsWith('$') === true;
  if (!isExpression && !(typeof spec === 'string' && spec.startsWith('$'))) {
    throw requestFailed(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  const group = compileGroup({ _id: spec, count: { $sum: 1 } }, variables);
  return (docs) => group(docs).sort((a, b) => Number(b.count) - Number(a.count));
}

const DEFAULT_OUTPUT: Doc = { count: { $sum: 1 } };

/** The `output` of `$bucket` and `$bucketAuto`. */
export function compileOutput(stage: string, output: Value, variables: Variables): GroupFields {
  if (output !== undefined && !isDoc(output)) {
    throw requestFailed(`The ${stage} 'output' field must be an object, but found: ${printValue(output)}`);
  }
  return compileAccumulators(output ?? DEFAULT_OUTPUT, variables);
}
