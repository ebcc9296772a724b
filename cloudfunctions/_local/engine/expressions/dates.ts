import { CloudError, requestFailed } from '../errors';
import { type Doc, type DocValue, ObjectIdValue, isDoc, printValue, typeName } from '../values';
import { dayOfYear, isoDayOfWeek, isoWeek, isoWeekStart, isoWeekYear, week } from './calendar';
import { checkFormat, formatDate, parseDate } from './date-text';
import {
  type Compile,
  type Expression,
  type OperatorTable,
  type Scope,
  type Value,
  int32Of,
  isNullish,
  parametersOf,
} from './operator';
import { type Zone, fromLocal, utcTime, zoneOf } from './time-zones';

/** The moment that date operators take a value for; null for null and missing. */
function dateOf(value: Value): Date | null {
  if (isNullish(value)) return null;
  if (value instanceof Date) return value;
  if (value instanceof ObjectIdValue) return new Date(Number.parseInt(value.hex.slice(0, 8), 16) * 1000);
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`);
}

/** Named parameters of a date operator, compiled. */
function compiled(parameters: Doc, compile: Compile): (name: string, scope: Scope) => Value {
  const expressions = new Map(Object.entries(parameters).map(([name, value]) => [name, compile(value)]));
  return (name, scope) => expressions.get(name)?.(scope);
}

/** `$year` and its like: of a date, or of `{ date, timezone }`. */
function part(name: string, read: (local: Date) => number): OperatorTable {
  return {
    [name]: (operand, compile) => {
      const only: DocValue = Array.isArray(operand) && operand.length === 1 ? (operand[0] ?? null) : operand;
      if (Array.isArray(only)) {
        throw requestFailed(
          `${name} accepts exactly one argument if given an array, but was given ${only.length}`,
        );
      }
      const named = isDoc(only) && !Object.keys(only).some((key) => key.startsWith('$'));
      const parameters = named ? parametersOf(name, only, ['date'], ['timezone']) : { date: only };
      const parameter = compiled(parameters, compile);
      const hasZone = 'timezone' in parameters;
      return (scope) => {
        const date = dateOf(parameter('date', scope));
        const zone = zoneOf(parameter('timezone', scope), hasZone);
        if (date === null || zone === null) return null;
        return read(new Date(date.getTime() + zone(date)));
      };
    },
  };
}

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

function dateToString(operand: DocValue, compile: Compile): Expression {
  const parameters = parametersOf('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull']);
  if (typeof parameters.format === 'string' && !parameters.format.startsWith('$')) {
    checkFormat(parameters.format);
  }
  const parameter = compiled(parameters, compile);
  return (scope) => {
    const date = dateOf(parameter('date', scope));
    if (date === null) return 'onNull' in parameters ? parameter('onNull', scope) : null;
    const format = 'format' in parameters ? parameter('format', scope) : DEFAULT_FORMAT;
    const zone = zoneOf(parameter('timezone', scope), 'timezone' in parameters);
    if (zone === null || isNullish(format)) return null;
    if (typeof format !== 'string') {
      throw requestFailed(
        `$dateToString requires that 'format' be a string, found: ${typeName(format)} with value ` +
          printValue(format),
      );
    }
    checkFormat(format);
    return formatDate(date, format, zone);
  };
}

const FROM_STRING_OPTIONS = ['format', 'timezone', 'onError', 'onNull'];

function dateFromString(operand: DocValue, compile: Compile): Expression {
  const parameters = parametersOf('$dateFromString', operand, ['dateString'], FROM_STRING_OPTIONS);
  const parameter = compiled(parameters, compile);
  return (scope) => {
    const text = parameter('dateString', scope);
    if (isNullish(text)) return 'onNull' in parameters ? parameter('onNull', scope) : null;
    const format = parameter('format', scope);
    const zone = zoneOf(parameter('timezone', scope), 'timezone' in parameters);
    if (zone === null || (isNullish(format) && 'format' in parameters)) return null;
    try {
      if (typeof text !== 'string') {
        throw requestFailed(
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ` +
            printValue(text),
        );
      }
      return parseDate(text, typeof format === 'string' ? format : undefined, zone, 'timezone' in parameters);
    } catch (error) {
      const refused = error instanceof CloudError && error.code === 'DATABASE_REQUEST_FAILED';
      if (!refused || !('onError' in parameters)) throw error;
      return parameter('onError', scope);
    }
  };
}

const TIME_PARTS = ['hour', 'minute', 'second', 'millisecond'];
const ISO_PARTS = ['isoWeek', 'isoDayOfWeek'];
const CALENDAR_PARTS = ['month', 'day'];

function dateFromParts(operand: DocValue, compile: Compile): Expression {
  const parameters = parametersOf(
    '$dateFromParts',
    operand,
    [],
    ['year', 'isoWeekYear', 'timezone', ...CALENDAR_PARTS, ...ISO_PARTS, ...TIME_PARTS],
  );
  const iso = 'isoWeekYear' in parameters;
  if (!iso && !('year' in parameters)) {
    throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  }
  if (['year', ...CALENDAR_PARTS].some((name) => name in parameters) && iso) {
    throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  if (!iso && ISO_PARTS.some((name) => name in parameters)) {
    throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  const parameter = compiled(parameters, compile);
  const names = [...(iso ? ['isoWeekYear', ...ISO_PARTS] : ['year', ...CALENDAR_PARTS]), ...TIME_PARTS];
  return (scope) => {
    const numbers: number[] = [];
    for (const [i, name] of names.entries()) {
      const value = name in parameters ? parameter(name, scope) : i < 3 ? 1 : 0;
      if (isNullish(value)) return null;
      numbers.push(checkedPart(name, value));
    }
    const zone = zoneOf(parameter('timezone', scope), 'timezone' in parameters);
    if (zone === null) return null;
    return momentOf(numbers, iso, zone);
  };
}

function checkedPart(name: string, value: Value): number {
  const int = int32Of(value);
  if (int === undefined) {
    throw requestFailed(
      `'${name}' must evaluate to an integer, found ${typeName(value)} with value ${printValue(value)}`,
    );
  }
  if ((name === 'year' || name === 'isoWeekYear') && (int < 1 || int > 9999)) {
    throw requestFailed(`'${name}' must evaluate to an integer in the range 1 to 9999, found ${int}`);
  }
  return int;
}

/** Parts beyond their usual range carry over into the next greater one. */
function momentOf(
  [first = 1, second = 1, third = 1, ...time]: readonly number[],
  iso: boolean,
  zone: Zone,
): Date {
  if (!iso) return fromLocal(utcTime(first, second, third, ...time), zone);
  const monday = new Date(isoWeekStart(utcTime(first, 1, 4), second));
  const [year, month, day] = [monday.getUTCFullYear(), monday.getUTCMonth() + 1, monday.getUTCDate()];
  return fromLocal(utcTime(year, month, day + third - 1, ...time), zone);
}

export const DATE_OPERATORS: OperatorTable = {
  ...part('$dayOfMonth', (local) => local.getUTCDate()),
  ...part('$dayOfWeek', (local) => local.getUTCDay() + 1),
  ...part('$dayOfYear', dayOfYear),
  ...part('$hour', (local) => local.getUTCHours()),
  ...part('$isoDayOfWeek', isoDayOfWeek),
  ...part('$isoWeek', isoWeek),
  ...part('$isoWeekYear', isoWeekYear),
  ...part('$millisecond', (local) => local.getUTCMilliseconds()),
  ...part('$minute', (local) => local.getUTCMinutes()),
  ...part('$month', (local) => local.getUTCMonth() + 1),
  ...part('$second', (local) => local.getUTCSeconds()),
  ...part('$week', week),
  ...part('$year', (local) => local.getUTCFullYear()),
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToString: dateToString,
};
