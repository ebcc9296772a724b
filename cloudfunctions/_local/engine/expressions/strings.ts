import { requestFailed } from '../errors';
import { isNumeric } from '../numbers';
import { printValue, typeName } from '../values';
import { bounds } from './arrays';
import { type OperatorTable, type Value, int32Of, isNullish, ofArguments } from './operator';

/** The text that string operators make of numbers and dates; nothing becomes an empty text. */
function textOf(value: Value): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return String(value);
  if (value instanceof Date) return value.toISOString();
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`);
}

/** ASCII letters only, as in the database. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function upper(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** `$indexOfBytes` and `$indexOfCP`: the place of one sequence in another. */
function indexIn(
  name: string,
  units: (text: string) => readonly (string | number)[],
  [text, wanted, start, end]: readonly Value[],
): Value {
  if (isNullish(text)) return null;
  if (typeof text !== 'string') {
    throw requestFailed(`${name} requires a string as the first argument, found: ${typeName(text)}`);
  }
  if (typeof wanted !== 'string') {
    throw requestFailed(`${name} requires a string as the second argument, found: ${typeName(wanted)}`);
  }
  const all = units(text);
  const part = units(wanted);
  const [from, to] = bounds(name, start, end, all.length);
  for (let i = from; i + part.length <= to; i += 1) {
    if (part.every((unit, at) => unit === all[i + at])) return i;
  }
  return -1;
}

const codePoints = (text: string): string[] => Array.from(text);
const bytes = (text: string): number[] => [...Buffer.from(text)];

function split([text, separator]: readonly Value[]): Value {
  if (isNullish(text) || isNullish(separator)) return null;
  for (const [value, which] of [[text, 'first'] as const, [separator, 'second'] as const]) {
    if (typeof value === 'string') continue;
    throw requestFailed(
      `$split requires an expression that evaluates to a string as a ${which} argument, ` +
        `found: ${typeName(value)}`,
    );
  }
  if (separator === '') throw requestFailed('$split requires a non-empty separator');
  return textOf(text).split(textOf(separator));
}

function length(name: string, count: (text: string) => number): OperatorTable {
  return ofArguments(name, 1, 1, ([value]) => {
    if (typeof value === 'string') return count(value);
    throw requestFailed(`${name} requires a string argument, found: ${typeName(value)}`);
  });
}

/** A negative start gives nothing, a negative length the rest. */
function substringBytes([text, start, count]: readonly Value[]): Value {
  const all = Buffer.from(textOf(text));
  const [from, wanted] = [start, count].map((value, i) => {
    if (isNumeric(value)) return Math.trunc(Number(value));
    const what = i === 0 ? 'starting index' : 'length';
    throw requestFailed(`$substrBytes:  ${what} must be a numeric type (is BSON type ${typeName(value)})`);
  });
  if (from === undefined || wanted === undefined || from < 0 || from >= all.length) return '';
  const to = wanted < 0 ? all.length : Math.min(from + wanted, all.length);
  if (isContinuation(all[from])) {
    throw requestFailed('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
  }
  if (isContinuation(all[to])) {
    throw requestFailed('$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.');
  }
  return all.toString('utf8', from, to);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function substringCodePoints([text, start, count]: readonly Value[]): Value {
  const [from, wanted] = [start, count].map((value, i) => {
    const int = int32Of(value);
    if (int !== undefined && int >= 0) return int;
    throw requestFailed(
      i === 0
        ? `$substrCP: the starting index must be a non-negative integer, found ${printValue(value)}`
        : `$substrCP: length must be a nonnegative integer, found ${printValue(value)}`,
    );
  });
  return codePoints(textOf(text))
    .slice(from, (from ?? 0) + (wanted ?? 0))
    .join('');
}

export const STRING_OPERATORS: OperatorTable = {
  ...ofArguments('$concat', 0, Infinity, (values) => {
    if (values.some(isNullish)) return null;
    for (const value of values) {
      if (typeof value !== 'string') {
        throw requestFailed(`$concat only supports strings, not ${typeName(value)}`);
      }
    }
    return values.map(textOf).join('');
  }),
  ...ofArguments('$indexOfBytes', 2, 4, (values) => indexIn('$indexOfBytes', bytes, values)),
  ...ofArguments('$indexOfCP', 2, 4, (values) => indexIn('$indexOfCP', codePoints, values)),
  ...ofArguments('$split', 2, 2, split),
  ...length('$strLenBytes', (text) => Buffer.byteLength(text)),
  ...length('$strLenCP', (text) => codePoints(text).length),
  ...ofArguments('$strcasecmp', 2, 2, ([a, b]) =>
    Math.sign(Buffer.compare(Buffer.from(upper(textOf(a))), Buffer.from(upper(textOf(b))))),
  ),
  ...ofArguments('$substr', 3, 3, substringBytes),
  ...ofArguments('$substrBytes', 3, 3, substringBytes),
  ...ofArguments('$substrCP', 3, 3, substringCodePoints),
  ...ofArguments('$toLower', 1, 1, ([value]) => lower(textOf(value))),
  ...ofArguments('$toUpper', 1, 1, ([value]) => upper(textOf(value))),
};
