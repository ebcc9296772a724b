import { updateArray } from './array-update';
import { compareValues, equalValues } from './compare';
import { notSupported, requestFailed } from './errors';
import { matchedPosition } from './matcher';
import { changeNumber } from './number-update';
import { type Path, arrayPosition, childOf, splitPath, valueAt } from './paths';
import { refuseDollarFields } from './storable';
import { type Doc, type DocValue, copyValue, isDoc, printValue, typeName } from './values';

/** One field change, compiled: takes the value found (undefined when missing) and gives the one to store. */
export type Change = (found: DocValue | undefined, doc: Doc) => DocValue | undefined;

interface Step {
  readonly path: Path;
  readonly change: Change;
  /** Such a step never creates the parents of a missing field. */
  readonly removes: boolean;
}

const REMOVING_OPERATORS = new Set(['$unset', '$pull', '$pullAll', '$pop']);
const ARRAY_OPERATORS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet']);
const NUMBER_OPERATORS = new Set(['$inc', '$mul', '$bit']);

/** MongoDB fills no larger gap in an array when an update names a position beyond its end. */
const LARGEST_GAP = 1_500_000;

/**
 * Compiles update operators to a function that gives the changed document; the argument is left alone. `filter` found
 * the document and tells what the positional `$` stands for.
 */
export function compileUpdate(update: Doc, filter: Doc = {}): (doc: Doc) => Doc {
  const steps: Step[] = [];
  const operators = Object.keys(update);
  if (operators.length === 0)
    throw requestFailed('The update operation document must contain atomic operators.');
  for (const operator of operators) {
    const fields = update[operator] ?? null;
    if (!operator.startsWith('$')) throw notSupported('A replacement sent as an update');
    if (!isDoc(fields)) {
      throw requestFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: ` +
          `{$mod: {<field>: ...}} not {${operator}: ${printValue(fields)}}`,
      );
    }
    const names = Object.keys(fields);
    if (names.length === 0) {
      throw requestFailed(
        `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
      );
    }
    for (const field of names) addSteps(steps, operator, field, fields[field] ?? null);
  }
  refuseOverlaps(steps);
  const positional = steps.some(({ path }) => path.some((part) => part.startsWith('$')));
  // New fields appear in the order of their names, whatever the order of the operators.
  steps.sort((a, b) => compareValues([...a.path], [...b.path]));
  return (doc) => {
    const result = copyValue(doc);
    const placed = positional ? steps.flatMap((step) => placeStep(step, doc, filter)) : steps;
    if (positional) refuseOverlaps(placed);
    for (const step of placed) apply(result, step, doc);
    if (!equalValues(result._id, doc._id)) {
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    }
    return result;
  };
}

function addSteps(steps: Step[], operator: string, field: string, operand: DocValue): void {
  const path = checkedPath(field);
  if (operator === '$rename') {
    if (typeof operand !== 'string') {
      throw requestFailed(`The 'to' field for $rename must be a string: ${field}: ${printValue(operand)}`);
    }
    const target = checkedPath(operand);
    for (const part of [...path, ...target]) {
      if (part.startsWith('$')) {
        throw requestFailed(`The source and destination fields for $rename may not be dynamic: ${field}`);
      }
    }
    if (operand === field) {
      throw requestFailed(
        `The source and target field for $rename must differ: ${field}: ${printValue(operand)}`,
      );
    }
    steps.push({ path, removes: true, change: leave('source', path) });
    steps.push({ path: target, removes: false, change: arrive(path, target) });
    return;
  }
  // `doc().update()` and `where().update()` never insert.
  if (operator === '$setOnInsert') return;
  steps.push({ path, removes: REMOVING_OPERATORS.has(operator), change: changeOf(operator, field, operand) });
}

function leave(role: 'source' | 'destination', path: Path): Change {
  return (_found, doc) => {
    for (let depth = 1; depth < path.length; depth += 1) {
      if (!Array.isArray(valueAt(doc, path.slice(0, depth)))) continue;
      throw requestFailed(
        `The ${role} field cannot be an array element, '${path.join('.')}' in doc with _id: ` +
          `${printValue(doc._id)} has an array field called '${path[depth - 1] ?? ''}'`,
      );
    }
    return undefined;
  };
}

function arrive(source: Path, target: Path): Change {
  const refuseArrays = leave('destination', target);
  return (found, doc) => {
    const moved = valueAt(doc, source);
    if (moved === undefined) return found;
    refuseArrays(found, doc);
    return copyValue(moved);
  };
}

function checkedPath(field: string): Path {
  const path = splitPath(field);
  if (field === '') throw requestFailed('An empty update path is not valid.');
  if (path.some((part) => part === '')) {
    throw requestFailed(`The update path '${field}' contains an empty field name, which is not allowed.`);
  }
  path.forEach((part, at) => {
    if (!part.startsWith('$')) return;
    const identifier = /^\$\[(.*)\]$/.exec(part)?.[1];
    if (part !== '$' && identifier === undefined) {
      throw requestFailed(`The dollar ($) prefixed field '${part}' in '${field}' is not valid for storage.`);
    }
    if (at === 0) {
      throw requestFailed(
        `Cannot have ${identifier === undefined ? "positional (i.e. '$')" : 'array filter identifier'} ` +
          `element in the first position in path '${field}'`,
      );
    }
    if (identifier !== undefined && identifier !== '') {
      throw requestFailed(`No array filter found for identifier '${identifier}' in path '${field}'`);
    }
  });
  if (path.filter((part) => part === '$').length > 1) {
    throw requestFailed(`Too many positional (i.e. '$') elements found in path '${field}'`);
  }
  return path;
}

function changeOf(operator: string, field: string, operand: DocValue): Change {
  if (ARRAY_OPERATORS.has(operator)) return updateArray(operator, field, operand);
  if (NUMBER_OPERATORS.has(operator)) return changeNumber(operator, field, operand);
  switch (operator) {
    case '$set':
      refuseDollarFields(operand, field);
      return () => copyValue(operand);
    case '$unset':
      return () => undefined;
    case '$min':
    case '$max': {
      refuseDollarFields(operand, field);
      const sign = operator === '$min' ? -1 : 1;
      return (found) => (found === undefined || compareValues(operand, found) * sign > 0 ? operand : found);
    }
    case '$currentDate':
      throw notSupported(`The update operator ${operator}`);
    default:
      throw requestFailed(`Unknown modifier: ${operator}`);
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

/** The step with real positions in place of `$` and `$[]`: one step for each element that it reaches. */
function placeStep(step: Step, doc: Doc, filter: Doc): Step[] {
  let paths: Path[] = [[]];
  for (const part of step.path) {
    paths = paths.flatMap((path): Path[] => {
      if (part === '$') return [[...path, String(positionIn(filter, doc))]];
      if (part === '$[]') return elementsAt(doc, path).map((_item, at) => [...path, String(at)]);
      return [[...path, part]];
    });
  }
  return paths.map((path) => ({ ...step, path }));
}

function positionIn(filter: Doc, doc: Doc): number {
  const position = matchedPosition(filter, doc);
  if (position === undefined) {
    throw requestFailed('The positional operator did not find the match needed from the query.');
  }
  return position;
}

function elementsAt(doc: Doc, path: Path): readonly DocValue[] {
  const found = valueAt(doc, path);
  const name = path.join('.');
  if (found === undefined) {
    throw requestFailed(`The path '${name}' must exist in the document in order to apply array updates.`);
  }
  if (!Array.isArray(found)) {
    throw requestFailed(`Cannot apply array updates to non-array element ${name}: ${printValue(found)}`);
  }
  return found;
}

function apply(doc: Doc, step: Step, before: Doc): void {
  const found = valueAt(doc, step.path);
  const next = step.change(found, before);
  if (found === undefined && (next === undefined || step.removes)) return;
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
  if (position - parent.length > LARGEST_GAP) {
    throw requestFailed(`can't backfill more than ${LARGEST_GAP} elements`);
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
