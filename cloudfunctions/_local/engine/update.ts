import { updateArray } from './array-update';
import { compareValues } from './compare';
import { notSupported, requestFailed } from './errors';
import { type Path, arrayPosition, childOf, splitPath, valueAt } from './paths';
import { type Doc, type DocValue, copyValue, isDoc, printValue, typeName } from './values';

/** One field change, compiled: takes the value found (undefined when missing) and gives the one to store. */
type Change = (found: DocValue | undefined, doc: Doc) => DocValue | undefined;

interface Step {
  readonly path: Path;
  readonly change: Change;
  /** Such a step never creates the parents of a missing field. */
  readonly removes: boolean;
}

const REMOVING_OPERATORS = new Set(['$unset', '$pull', '$pullAll', '$pop']);
const ARRAY_OPERATORS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet']);

/** Compiles update operators to a function that gives the changed document; the argument is left alone. */
export function compileUpdate(update: Doc): (doc: Doc) => Doc {
  const steps: Step[] = [];
  const operators = Object.keys(update);
  if (operators.length === 0) throw requestFailed('The update is empty.');
  for (const operator of operators) {
    const fields = update[operator] ?? null;
    if (!operator.startsWith('$')) throw notSupported('A replacement sent as an update');
    if (!isDoc(fields)) {
      throw requestFailed(`Modifiers operate on fields but we found type ${typeName(fields)} instead.`);
    }
    for (const field of Object.keys(fields)) {
      addSteps(steps, operator, field, fields[field] ?? null);
    }
  }
  refuseOverlaps(steps);
  return (doc) => {
    const result = copyValue(doc);
    for (const step of steps) apply(result, step);
    return result;
  };
}

function addSteps(steps: Step[], operator: string, field: string, operand: DocValue): void {
  const path = checkedPath(field);
  if (operator === '$rename') {
    const target = typeof operand === 'string' ? operand : undefined;
    if (target === undefined) throw requestFailed(`The 'to' field for $rename must be a string: ${field}`);
    let moved: DocValue | undefined;
    steps.push({
      path,
      removes: true,
      change: (found) => {
        moved = found;
        return undefined;
      },
    });
    steps.push({
      path: checkedPath(target),
      removes: false,
      change: (found) => (moved === undefined ? found : moved),
    });
    return;
  }
  steps.push({ path, removes: REMOVING_OPERATORS.has(operator), change: changeOf(operator, field, operand) });
}

function checkedPath(field: string): Path {
  const path = splitPath(field);
  if (path[0] === '_id') {
    throw requestFailed(`Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  if (path.some((part) => part === '')) {
    throw requestFailed(`The update path '${field}' contains an empty field name, which is not allowed.`);
  }
  if (path.some((part) => part.startsWith('$'))) {
    throw requestFailed(`The dollar ($) prefixed field '${field}' is not valid for storage.`);
  }
  return path;
}

function changeOf(operator: string, field: string, operand: DocValue): Change {
  switch (operator) {
    case '$set':
      refuseDollarFields(operand);
      return () => copyValue(operand);
    case '$unset':
      return () => undefined;
    case '$inc':
    case '$mul':
      return arithmetic(operator, field, operand);
    case '$min':
    case '$max': {
      const sign = operator === '$min' ? -1 : 1;
      return (found) => (found === undefined || compareValues(operand, found) * sign > 0 ? operand : found);
    }
    default:
      if (ARRAY_OPERATORS.has(operator)) return updateArray(operator, field, operand);
      throw notSupported(`The update operator ${operator}`);
  }
}

function arithmetic(operator: '$inc' | '$mul', field: string, operand: DocValue): Change {
  if (typeof operand !== 'number' && typeof operand !== 'bigint') {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw requestFailed(`Cannot ${verb} with non-numeric argument: {${field}: ${printValue(operand)}}`);
  }
  return (found, doc) => {
    if (found === undefined) return operator === '$inc' ? operand : 0;
    if (typeof found !== 'number' && typeof found !== 'bigint') {
      throw requestFailed(
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${printValue(doc._id)}} has the field ` +
          `'${lastPart(field)}' of non-numeric type ${typeName(found)}`,
      );
    }
    return compute(operator, found, operand, doc);
  };
}

const LONG_LIMIT = BigInt(2) ** BigInt(63);

function compute(operator: '$inc' | '$mul', a: number | bigint, b: number | bigint, doc: Doc): DocValue {
  const plain = operator === '$inc' ? Number(a) + Number(b) : Number(a) * Number(b);
  const whole = isWhole(a) && isWhole(b);
  if (!whole || Number.isSafeInteger(plain)) return plain;
  const exact = operator === '$inc' ? BigInt(a) + BigInt(b) : BigInt(a) * BigInt(b);
  if (exact >= LONG_LIMIT || exact < -LONG_LIMIT) {
    throw requestFailed(
      `Failed to apply ${operator} operations to current value for document {_id: ${printValue(doc._id)}}`,
    );
  }
  return exact;
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function lastPart(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

/** MongoDB stores no field whose name begins with `$`, at any depth. */
export function refuseDollarFields(value: DocValue): void {
  if (Array.isArray(value)) value.forEach(refuseDollarFields);
  else if (isDoc(value)) {
    for (const key of Object.keys(value)) {
      if (key.startsWith('$')) {
        throw requestFailed(`The dollar ($) prefixed field '${key}' in '${key}' is not valid for storage.`);
      }
      refuseDollarFields(value[key] ?? null);
    }
  }
}

function refuseOverlaps(steps: readonly Step[]): void {
  const seen = new Set<string>();
  for (const { path } of steps) {
    const whole = path.join('.');
    for (const other of seen) {
      if (whole === other || whole.startsWith(`${other}.`) || other.startsWith(`${whole}.`)) {
        const shorter = whole.length < other.length ? whole : other;
        throw requestFailed(`Updating the path '${whole}' would create a conflict at '${shorter}'`);
      }
    }
    seen.add(whole);
  }
}

function apply(doc: Doc, step: Step): void {
  const found = valueAt(doc, step.path);
  const next = step.change(found, doc);
  if (next === undefined && found === undefined) return;
  if (step.removes && found === undefined) return;
  const parent = parentOf(doc, step.path, next !== undefined);
  if (parent === undefined) return;
  const last = step.path[step.path.length - 1] ?? '';
  if (Array.isArray(parent)) setInArray(parent, last, next, step.path);
  else if (next === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = next;
}

function setInArray(parent: DocValue[], part: string, next: DocValue | undefined, path: Path): void {
  const position = arrayPosition(part);
  if (position < 0) {
    const name = path[path.length - 2] ?? '';
    throw requestFailed(`Cannot create field '${part}' in element {${name}: ${printValue(parent)}}`);
  }
  while (parent.length < position) parent.push(null);
  // Unsetting an array element leaves null in its place.
  parent[position] = next ?? null;
}

/** The container of the last path part, created on the way where the update may create it. */
function parentOf(doc: Doc, path: Path, create: boolean): Doc | DocValue[] | undefined {
  let node: Doc | DocValue[] = doc;
  for (let i = 0; i < path.length - 1; i += 1) {
    const part = path[i] ?? '';
    const inner = childOf(node, part);
    if (Array.isArray(inner) || isDoc(inner)) {
      node = inner;
      continue;
    }
    if (inner !== undefined) {
      throw requestFailed(
        `Cannot create field '${path[i + 1] ?? ''}' in element {${part}: ${printValue(inner)}}`,
      );
    }
    if (!create) return undefined;
    const fresh: Doc = {};
    if (Array.isArray(node)) setInArray(node, part, fresh, path.slice(0, i + 1));
    else node[part] = fresh;
    node = fresh;
  }
  return node;
}
