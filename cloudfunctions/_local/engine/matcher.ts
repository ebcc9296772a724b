import { compareValues, equalValues, typeRank } from './compare';
import { notSupported, requestFailed } from './errors';
import { type Path, splitPath, valuesAt } from './paths';
import { type Doc, type DocValue, RegexValue, isDoc, printValue } from './values';

export type Predicate = (doc: Doc) => boolean;

/** A test on one value that a path reached; `undefined` is a missing field. */
type Test = (value: DocValue | undefined) => boolean;

/** Compiles a MongoDB filter. Refuses, by name, every operator it does not know. */
export function compileFilter(filter: Doc): Predicate {
  const tests: Predicate[] = [];
  for (const key of Object.keys(filter)) {
    const condition = filter[key] ?? null;
    tests.push(key.startsWith('$') ? compileLogic(key, condition) : compileField(splitPath(key), condition));
  }
  const only = tests[0];
  if (only === undefined) return () => true;
  if (tests.length === 1) return only;
  return (doc) => tests.every((test) => test(doc));
}

function compileLogic(operator: string, operand: DocValue): Predicate {
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor') {
    throw notSupported(`The query operator ${operator}`);
  }
  if (!Array.isArray(operand) || operand.length === 0) {
    throw requestFailed(`${operator} must be a nonempty array`);
  }
  const branches = operand.map((branch) => {
    if (!isDoc(branch)) throw requestFailed(`${operator} argument's entries must be objects`);
    return compileFilter(branch);
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
  if (!isOperatorDoc(condition)) return onAnyValue(path, equality(condition));
  const tests = Object.keys(condition).map((operator) => {
    if (!operator.startsWith('$')) throw requestFailed(`unknown operator: ${operator}`);
    return compileOperator(path, operator, condition[operator] ?? null, condition);
  });
  return (doc) => tests.every((test) => test(doc));
}

/** Runs a test on what the path reaches and, where that is an array, on its elements too. */
function onAnyValue(path: Path, test: Test): Predicate {
  return (doc) => {
    for (const value of valuesAt(doc, path)) {
      if (test(value)) return true;
      if (Array.isArray(value) && value.some((item) => test(item))) return true;
    }
    return false;
  };
}

function not(predicate: Predicate): Predicate {
  return (doc) => !predicate(doc);
}

function compileOperator(path: Path, operator: string, operand: DocValue, siblings: Doc): Predicate {
  switch (operator) {
    case '$eq':
      return onAnyValue(path, equality(operand));
    case '$ne':
      return not(onAnyValue(path, equality(operand)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return onAnyValue(path, comparison(operator, operand));
    case '$in':
      return onAnyValue(path, membership(operator, operand));
    case '$nin':
      return not(onAnyValue(path, membership(operator, operand)));
    case '$exists': {
      const wanted = operand !== false && operand !== 0 && operand !== null;
      return (doc) => valuesAt(doc, path).some((value) => value !== undefined) === wanted;
    }
    case '$size': {
      if (typeof operand !== 'number') throw requestFailed('$size must be a whole number');
      return (doc) => valuesAt(doc, path).some((value) => Array.isArray(value) && value.length === operand);
    }
    case '$all':
      return compileAll(path, operand);
    case '$elemMatch': {
      const test = elementTest(operand);
      return (doc) => valuesAt(doc, path).some((value) => Array.isArray(value) && value.some(test));
    }
    case '$mod':
      return onAnyValue(path, modulo(operand));
    case '$not': {
      if (operand instanceof RegexValue) return not(onAnyValue(path, equality(operand)));
      if (!isOperatorDoc(operand)) throw requestFailed('$not needs a regex or a document');
      return not(compileField(path, operand));
    }
    case '$regex':
      return onAnyValue(path, regexTest(regexOf(operand, siblings.$options)));
    case '$options':
      if (siblings.$regex === undefined) throw requestFailed('$options needs a $regex');
      return () => true;
    default:
      throw notSupported(`The query operator ${operator}`);
  }
}

function equality(operand: DocValue): Test {
  if (operand instanceof RegexValue) {
    const matches = regexTest(operand);
    return (value) => matches(value) || (value instanceof RegexValue && equalValues(value, operand));
  }
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => value !== undefined && equalValues(value, operand);
}

function comparison(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: DocValue): Test {
  if (operand instanceof RegexValue) throw requestFailed(`Can't have RegEx as arg to predicate over field.`);
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
  const tests = operand.map(equality);
  return (value) => tests.some((test) => test(value));
}

function compileAll(path: Path, operand: DocValue): Predicate {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  if (operand.length === 0) return () => false;
  const tests = operand.map((item) =>
    isOperatorDoc(item) ? compileField(path, item) : onAnyValue(path, equality(item)),
  );
  return (doc) => tests.every((test) => test(doc));
}

/** The test that `$elemMatch` and `$pull` run on one array element. */
export function elementTest(operand: DocValue): (item: DocValue) => boolean {
  if (!isDoc(operand)) throw requestFailed('$elemMatch needs an Object');
  if (isOperatorDoc(operand) && !['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '')) {
    const predicate = compileField(['item'], operand);
    return (item) => predicate({ item });
  }
  const predicate = compileFilter(operand);
  return (item) => isDoc(item) && predicate(item);
}

function modulo(operand: DocValue): Test {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array');
  const [divisor, remainder] = operand;
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || operand.length !== 2) {
    throw requestFailed('malformed mod, not enough elements');
  }
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0');
  return (value) =>
    typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder);
}

/** The regular expression of a `$regex` operator with its optional `$options`. */
export function regexOf(operand: DocValue, options: DocValue | undefined): RegexValue {
  if (operand instanceof RegexValue) {
    return options === undefined ? operand : new RegexValue(operand.pattern, optionsText(options));
  }
  if (typeof operand !== 'string') throw requestFailed(`$regex has to be a string`);
  return new RegexValue(operand, options === undefined ? '' : optionsText(options));
}

function optionsText(options: DocValue): string {
  if (typeof options !== 'string') throw requestFailed('$options has to be a string');
  return options;
}

function regexTest(regex: RegexValue): Test {
  for (const flag of regex.options) {
    if (flag === 'x') throw notSupported('The regular expression option x');
    if (!'ims'.includes(flag)) throw requestFailed(`invalid flag in regex options: ${flag}`);
  }
  let expression: RegExp;
  try {
    expression = new RegExp(regex.pattern, regex.options);
  } catch {
    throw requestFailed(`Regular expression is invalid: ${printValue(regex)}`);
  }
  return (value) => typeof value === 'string' && expression.test(value);
}
