import { compareValues, equalValues, typeRank } from './compare';
import { notSupported, requestFailed } from './errors';
import { expressionTest } from './expressions/expression';
import type { Variables } from './expressions/operator';
import { distanceIn, geoIntersects, geoWithin, nearSphere } from './geo-queries';
import { type Path, splitPath, valuesAt } from './paths';
import { regexOf, regexTest } from './regex';
import { type Doc, type DocValue, RegexValue, isDoc } from './values';

export type Predicate = (doc: Doc) => boolean;

/** A test on one value that a path reached; `undefined` is a missing field. */
type Test = (value: DocValue | undefined) => boolean;

/**
 * What an operator says of all values that a path reached. `fan` is true where the elements of a reached array count
 * as reached too; inside `$elemMatch` the element is looked at as a whole.
 */
type FieldTest = (reached: readonly (DocValue | undefined)[], fan: boolean) => boolean;

/** Operators that MongoDB has and the local cloud does not; every other unknown name is a mistake of the caller. */
const NOT_IMITATED = new Set(
  [
    '$type $where $text $jsonSchema $comment $near',
    '$bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear $sampleRate $rand',
  ].flatMap((names) => names.split(' ')),
);

/** Compiles a MongoDB filter. Refuses, by name, every operator it does not know. `$expr` may use `variables`. */
export function compileFilter(filter: Doc, variables: Variables = {}): Predicate {
  const tests: Predicate[] = [];
  for (const key of Object.keys(filter)) {
    const condition = filter[key] ?? null;
    tests.push(
      key.startsWith('$') ? compileLogic(key, condition, variables) : compileField(splitPath(key), condition),
    );
  }
  const only = tests[0];
  if (only === undefined) return () => true;
  if (tests.length === 1) return only;
  return (doc) => tests.every((test) => test(doc));
}

function compileLogic(operator: string, operand: DocValue, variables: Variables): Predicate {
  if (operator === '$expr') return expressionTest(operand, variables);
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor') {
    if (NOT_IMITATED.has(operator)) throw notSupported(`The query operator ${operator}`);
    throw requestFailed(`unknown top level operator: ${operator}`);
  }
  if (!Array.isArray(operand) || operand.length === 0) {
    throw requestFailed('$and/$or/$nor must be a nonempty array');
  }
  const branches = operand.map((branch) => {
    if (!isDoc(branch)) throw requestFailed('$or/$and/$nor entries need to be full objects');
    return compileFilter(branch, variables);
  });
  if (operator === '$and') return (doc) => branches.every((branch) => branch(doc));
  if (operator === '$or') return (doc) => branches.some((branch) => branch(doc));
  return (doc) => !branches.some((branch) => branch(doc));
}

/** True for `{ $gt: 1 }`: an operator expression, not an embedded document to compare with. */
export function isOperatorDoc(value: DocValue): value is Doc {
  if (!isDoc(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$');
}

function compileField(path: Path, condition: DocValue): Predicate {
  const test = fieldTest(condition);
  return (doc) => test(valuesAt(doc, path), true);
}

function fieldTest(condition: DocValue): FieldTest {
  if (!isOperatorDoc(condition)) return onAny(matchOf(condition));
  const tests = Object.keys(condition).map((operator) =>
    operatorTest(operator, condition[operator] ?? null, condition),
  );
  const only = tests[0];
  if (only !== undefined && tests.length === 1) return only;
  return (reached, fan) => tests.every((test) => test(reached, fan));
}

function onAny(test: Test): FieldTest {
  return (reached, fan) => {
    for (const value of reached) {
      if (test(value)) return true;
      if (fan && Array.isArray(value) && value.some((item) => test(item))) return true;
    }
    return false;
  };
}

/** A test on a reached array itself. */
function onArray(test: (array: readonly DocValue[]) => boolean): FieldTest {
  return (reached) => reached.some((value) => Array.isArray(value) && test(value));
}

function not(test: FieldTest): FieldTest {
  return (reached, fan) => !test(reached, fan);
}

function operatorTest(operator: string, operand: DocValue, siblings: Doc): FieldTest {
  switch (operator) {
    case '$eq':
      return onAny(equality(operand));
    case '$ne':
      if (operand instanceof RegexValue) throw requestFailed("Can't have regex as arg to $ne.");
      return not(onAny(equality(operand)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return onAny(comparison(operator, operand));
    case '$in':
      return onAny(membership(operator, operand));
    case '$nin':
      return not(onAny(membership(operator, operand)));
    case '$exists': {
      const wanted = operand !== false && operand !== 0 && operand !== null;
      return (reached) => reached.some((value) => value !== undefined) === wanted;
    }
    case '$size': {
      const size = sizeOf(operand);
      return onArray((array) => array.length === size);
    }
    case '$all':
      return all(operand);
    case '$elemMatch': {
      const test = elementTest(operand);
      return onArray((array) => array.some(test));
    }
    case '$mod':
      return onAny(modulo(operand));
    case '$not':
      return not(negated(operand));
    case '$geoIntersects':
      return onAny(geoIntersects(operand));
    case '$geoWithin':
      return onAny(geoWithin(operand));
    case '$nearSphere': {
      const nearness = nearSphere(operand);
      return onAny((value) => distanceIn(nearness, value) !== undefined);
    }
    case '$regex':
      return onAny(regexTest(regexOf(operand, siblings.$options)));
    case '$options':
      if (siblings.$regex === undefined) throw requestFailed('$options needs a $regex');
      return () => true;
    default:
      if (NOT_IMITATED.has(operator)) throw notSupported(`The query operator ${operator}`);
      throw requestFailed(`unknown operator: ${operator}`);
  }
}

/** What a plain value in a filter finds: equal values, or what a regular expression matches. */
function matchOf(operand: DocValue): Test {
  if (!(operand instanceof RegexValue)) return equality(operand);
  const matches = regexTest(operand);
  return (value) => matches(value) || (value instanceof RegexValue && equalValues(value, operand));
}

function equality(operand: DocValue): Test {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => value !== undefined && equalValues(value, operand);
}

function comparison(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: DocValue): Test {
  if (operand instanceof RegexValue) {
    throw requestFailed(`Can't have RegEx as arg to predicate over field '${operator}'.`);
  }
  const rank = typeRank(operand);
  return (value) => {
    // Values of another type never compare: `{ $gt: 5 }` finds no strings.
    if (typeRank(value) !== rank) return false;
    if (Number.isNaN(value) !== Number.isNaN(operand)) return false;
    const order = compareValues(value, operand);
    if (operator === '$gt') return order > 0;
    if (operator === '$gte') return order >= 0;
    return operator === '$lt' ? order < 0 : order <= 0;
  };
}

function membership(operator: string, operand: DocValue): Test {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`);
  if (operand.some(isOperatorDoc)) throw requestFailed(`cannot nest $ under ${operator}`);
  if (operand.every((item) => typeof item === 'string')) {
    const wanted = new Set<DocValue | undefined>(operand);
    return (value) => wanted.has(value);
  }
  const tests = operand.map(matchOf);
  return (value) => tests.some((test) => test(value));
}

function sizeOf(operand: DocValue): number {
  if (typeof operand !== 'number' && typeof operand !== 'bigint') throw requestFailed('$size needs a number');
  if (!Number.isInteger(Number(operand))) throw requestFailed('$size must be a whole number');
  if (operand < 0) throw requestFailed('$size may not be negative');
  return Number(operand);
}

function all(operand: DocValue): FieldTest {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  if (operand.length === 0) return () => false;
  const nested = operand.filter(isOperatorDoc);
  if (nested.some((item) => Object.keys(item)[0] !== '$elemMatch')) {
    throw requestFailed('no $ expressions in $all');
  }
  if (nested.length > 0 && nested.length < operand.length) {
    throw requestFailed('$all/$elemMatch has to be consistent');
  }
  const tests = operand.map(fieldTest);
  return (reached, fan) => tests.every((test) => test(reached, fan));
}

function negated(operand: DocValue): FieldTest {
  if (operand instanceof RegexValue) return fieldTest(operand);
  if (!isDoc(operand)) throw requestFailed('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw requestFailed('$not cannot be empty');
  const [first] = Object.keys(operand);
  if (!isOperatorDoc(operand)) throw requestFailed(`unknown operator: ${first ?? ''}`);
  return fieldTest(operand);
}

/** The test that `$elemMatch` and `$pull` run on one array element. */
export function elementTest(operand: DocValue): (item: DocValue) => boolean {
  if (!isDoc(operand)) throw requestFailed('$elemMatch needs an Object');
  if (isOperatorDoc(operand) && !['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '')) {
    const test = fieldTest(operand);
    return (item) => test([item], false);
  }
  const predicate = compileFilter(operand);
  return (item) => {
    // An array inside an array is looked at like a document with the fields 0, 1, 2…
    if (Array.isArray(item)) return predicate(Object.fromEntries(item.entries()));
    return isDoc(item) && predicate(item);
  };
}

function modulo(operand: DocValue): Test {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array');
  if (operand.length < 2) throw requestFailed('malformed mod, not enough elements');
  if (operand.length > 2) throw requestFailed('malformed mod, too many elements');
  const [divisor, remainder] = operand.map(wholePart);
  if (divisor === undefined) throw requestFailed('malformed mod, divisor not a number');
  if (remainder === undefined) throw requestFailed('malformed mod, remainder not a number');
  if (divisor === ZERO) throw requestFailed('divisor cannot be 0');
  return (value) => {
    const dividend = wholePart(value);
    return dividend !== undefined && dividend % divisor === remainder;
  };
}

const ZERO = BigInt(0);

function wholePart(value: DocValue | undefined): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;
}

/**
 * The position in its array of the element through which a filter found a document: what `$` stands for in update
 * paths. Undefined when the filter looked into no array.
 */
export function matchedPosition(filter: Doc, doc: Doc): number | undefined {
  for (const key of Object.keys(filter)) {
    const condition = filter[key] ?? null;
    let position: number | undefined;
    if (!key.startsWith('$')) position = positionInField(key, condition, doc);
    else if (Array.isArray(condition) && key !== '$nor') {
      for (const branch of condition) {
        if (isDoc(branch) && compileFilter(branch)(doc)) position ??= matchedPosition(branch, doc);
      }
    }
    if (position !== undefined) return position;
  }
  return undefined;
}

/** Tries each element of the first array on the path alone. */
function positionInField(field: string, condition: DocValue, doc: Doc): number | undefined {
  const path = splitPath(field);
  const matches = compileField(path, condition);
  let value: DocValue | undefined = doc;
  for (let depth = 0; ; depth += 1) {
    if (Array.isArray(value)) {
      const parents = path.slice(0, depth);
      const position = value.findIndex((item) => matches(nest(parents, [item])));
      return position < 0 ? undefined : position;
    }
    const part = path[depth];
    if (part === undefined || !isDoc(value)) return undefined;
    value = value[part];
  }
}

function nest(parents: Path, value: DocValue): Doc {
  return parents.reduceRight<DocValue>((inner, part) => ({ [part]: inner }), value) as Doc;
}
