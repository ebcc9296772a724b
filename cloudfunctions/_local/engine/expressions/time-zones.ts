import { requestFailed } from '../errors';
import { typeName } from '../values';
import { type Value, isNullish } from './operator';

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
export type Zone = (at: Date) => number;

const MINUTE_MS = 60_000;
const UTC: Zone = () => 0;

/** The zone that a `timezone` parameter names: `+08:00`, `+0800`, `+08` or an Olson name. Null for null. */
export function zoneOf(value: Value, given: boolean): Zone | null {
  if (!given) return UTC;
  if (isNullish(value)) return null;
  if (typeof value !== 'string') {
    throw requestFailed(`timezone must evaluate to a string, found ${typeName(value)}`);
  }
  return fixedZone(value) ?? namedZone(value);
}

/** A zone written as an offset; undefined for anything else. */
export function fixedZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'UTC' || text === 'GMT') return UTC;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text) ?? [];
  if (sign === undefined || hours === undefined) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS * (sign === '-' ? -1 : 1);
  return () => offset;
}

function namedZone(name: string): Zone {
  let format: Intl.DateTimeFormat;
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError(name);
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${name}"`);
  }
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
      ['month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => Number(parts.get(type)));
    const year = Number(parts.get('year'));
    const local = utcTime(parts.get('era') === 'BC' ? 1 - year : year, month, day, hour, minute, second);
    return local - Math.floor(at.getTime() / 1000) * 1000;
  };
}

/** `Date.UTC` with months from 1, and without its special meaning of years below 100. */
export function utcTime(year: number, month: number, day: number, ...time: readonly number[]): number {
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}

/** The moment at which the zone's clocks show this time, given as if it were UTC. */
export function fromLocal(local: number, zone: Zone): Date {
  const guess = local - zone(new Date(local));
  return new Date(local - zone(new Date(guess)));
}
