import { notSupported, requestFailed } from '../errors';
import { dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from './calendar';
import { type Zone, fixedZone, fromLocal, utcTime } from './time-zones';

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

const FORMATS: Readonly<Record<string, (local: Date, offsetMinutes: number) => string>> = {
  '%': () => '%',
  d: (local) => padded(local.getUTCDate(), 2),
  G: (local) => padded(isoWeekYear(local), 4),
  H: (local) => padded(local.getUTCHours(), 2),
  j: (local) => padded(dayOfYear(local), 3),
  L: (local) => padded(local.getUTCMilliseconds(), 3),
  m: (local) => padded(local.getUTCMonth() + 1, 2),
  M: (local) => padded(local.getUTCMinutes(), 2),
  S: (local) => padded(local.getUTCSeconds(), 2),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => padded(week(local), 2),
  V: (local) => padded(isoWeek(local), 2),
  w: (local) => String(local.getUTCDay() + 1),
  Y: (local) => padded(local.getUTCFullYear(), 4),
  z: (_local, offset) =>
    (offset < 0 ? '-' : '+') +
    padded(Math.floor(Math.abs(offset) / 60), 2) +
    padded(Math.abs(offset) % 60, 2),
  Z: (_local, offset) => (offset < 0 ? '-' : '+') + String(Math.abs(offset)),
};

/** Refuses a format that `$dateToString` does not know. */
export function checkFormat(format: string): void {
  for (let i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 2)) {
    const letter = format.charAt(i + 1);
    if (letter === '') throw requestFailed("Unmatched '%' at end of format string");
    if (!Object.hasOwn(FORMATS, letter)) {
      throw requestFailed(`Invalid format character '%${letter}' in format string`);
    }
  }
}

/** A date as `$dateToString` prints it. */
export function formatDate(date: Date, format: string, zone: Zone): string {
  const offset = zone(date);
  const local = new Date(date.getTime() + offset);
  return format.replace(
    /%(.)/gs,
    (_whole, letter: string) => FORMATS[letter]?.(local, offset / 60_000) ?? '',
  );
}

/** ISO 8601; MongoDB reads some other forms as well. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;

const FIELDS: Readonly<Record<string, { readonly name: Field; readonly pattern: string }>> = {
  Y: { name: 'year', pattern: '\\d{4}' },
  m: { name: 'month', pattern: '\\d{1,2}' },
  d: { name: 'day', pattern: '\\d{1,2}' },
  H: { name: 'hour', pattern: '\\d{1,2}' },
  M: { name: 'minute', pattern: '\\d{1,2}' },
  S: { name: 'second', pattern: '\\d{1,2}' },
  L: { name: 'fraction', pattern: '\\d{1,3}' },
  z: { name: 'zone', pattern: 'Z|[+-]\\d{2}:?\\d{2}' },
};

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'zone';

const FIELD_ORDER: readonly Field[] = [
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'fraction',
  'zone',
];

/** Reads a date from text, in the format given or in ISO 8601; `zone` holds where the text names none. */
export function parseDate(text: string, format: string | undefined, zone: Zone, zoneGiven: boolean): Date {
  const failed = requestFailed(`Error parsing date string '${text}'`);
  const found = format === undefined ? fieldsOf(FIELD_ORDER, ISO.exec(text)) : fieldsBy(format, text);
  if (found === undefined) throw failed;
  const number = (field: Field): number =>
    Number(found.get(field) ?? (field === 'month' || field === 'day' ? 1 : 0));
  if (!found.has('year')) {
    throw requestFailed(`an incomplete date/time string has been found, with elements missing: "${text}"`);
  }
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const [hour, minute, second] = [number('hour'), number('minute'), number('second')];
  const fraction = Math.floor(Number(`0.${found.get('fraction') ?? '0'}`) * 1000);
  const local = utcTime(year, month, day, hour, minute, second, fraction);
  const real = new Date(local);
  if (
    real.getUTCMonth() + 1 !== month ||
    real.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    throw failed;
  }
  const own = found.get('zone');
  if (own === undefined) return fromLocal(local, zone);
  if (zoneGiven) {
    throw requestFailed(
      'you cannot pass in a date/time string with GMT offset together with a timezone argument',
    );
  }
  return fromLocal(local, fixedZone(own) ?? zone);
}

function fieldsOf(names: readonly Field[], match: RegExpExecArray | null): Map<Field, string> | undefined {
  if (match === null) return undefined;
  const fields = new Map<Field, string>();
  names.forEach((name, i) => {
    const text = match[i + 1];
    if (text !== undefined) fields.set(name, text);
  });
  return fields;
}

function fieldsBy(format: string, text: string): Map<Field, string> | undefined {
  checkFormat(format);
  const names: Field[] = [];
  const pattern = format.replace(/%(.)|([^%])/gs, (_whole, letter?: string, plain?: string) => {
    if (letter === undefined) return (plain ?? '').replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
    if (letter === '%') return '%';
    const field = Object.hasOwn(FIELDS, letter) ? FIELDS[letter] : undefined;
    if (field === undefined) throw notSupported(`Reading dates with the format %${letter}`);
    names.push(field.name);
    return `(${field.pattern})`;
  });
  return fieldsOf(names, new RegExp(`^${pattern}$`).exec(text));
}
