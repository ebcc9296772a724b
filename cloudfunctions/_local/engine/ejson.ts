import { invalidParam, notSupported } from './errors';
import { BinaryValue, type Doc, type DocValue, ObjectIdValue, RegexValue, isDoc } from './values';

/**
 * Canonical Extended JSON v2, the form in which `@cloudbase/database` sends and receives documents.
 * Source: https://github.com/mongodb/specifications/blob/master/source/extended-json/extended-json.md
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const REFUSED_TYPES = new Set([
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$code',
  '$scope',
  '$dbPointer',
  '$symbol',
  '$undefined',
  '$uuid',
]);

/** Parses EJSON text. `now` gives the time that `db.serverDate()` stands for, in epoch milliseconds. */
export function parseEjson(text: string, now: () => number): DocValue {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw invalidParam('The request holds malformed EJSON.');
  }
  return fromJson(json, now);
}

/** Like `parseEjson`, for text that must be a document. */
export function parseEjsonDoc(text: string, now: () => number): Doc {
  const value = parseEjson(text, now);
  if (!isDoc(value)) throw invalidParam('A document was expected.');
  return value;
}

function fromJson(json: Json, now: () => number): DocValue {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item) => fromJson(item, now));
  const keys = Object.keys(json);
  const first = keys[0];
  if (first !== undefined && keys.length === 1 && first.startsWith('$')) {
    const special = typedValue(first, json[first], now);
    if (special !== undefined) return special;
  }
  const doc: Doc = {};
  for (const key of keys) {
    if (key === '__proto__') throw notSupported('The field name __proto__');
    doc[key] = fromJson(json[key] ?? null, now);
  }
  return doc;
}

function typedValue(key: string, inner: Json | undefined, now: () => number): DocValue | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberDouble':
      return numberFrom(inner);
    case '$numberLong': {
      const long = BigInt(textFrom(inner));
      const asNumber = Number(long);
      return Number.isSafeInteger(asNumber) ? asNumber : long;
    }
    case '$date':
      return dateFrom(inner);
    case '$oid':
      return objectIdFrom(textFrom(inner));
    case '$regularExpression': {
      const { pattern, options } = objectFrom(inner);
      return new RegexValue(textFrom(pattern), options === undefined ? '' : textFrom(options));
    }
    case '$binary': {
      const { base64, subType } = objectFrom(inner);
      return new BinaryValue(textFrom(base64), textFrom(subType));
    }
    case '$tcb_server_date': {
      const offset = fromJson(objectFrom(inner).offset ?? 0, now);
      if (typeof offset !== 'number')
        throw invalidParam('serverDate offset must be a number of milliseconds.');
      return new Date(now() + offset);
    }
    default:
      if (REFUSED_TYPES.has(key)) throw notSupported(`The value type ${key}`);
      return undefined;
  }
}

function textFrom(json: Json | undefined): string {
  if (typeof json !== 'string') throw invalidParam('The request holds malformed EJSON.');
  return json;
}

function objectFrom(json: Json | undefined): { [key: string]: Json } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw invalidParam('The request holds malformed EJSON.');
  }
  return json;
}

function numberFrom(json: Json | undefined): number {
  const text = textFrom(json);
  if (text === 'Infinity') return Infinity;
  if (text === '-Infinity') return -Infinity;
  if (text === 'NaN') return NaN;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw invalidParam('The request holds a malformed number.');
  return value;
}

function dateFrom(json: Json | undefined): Date {
  let ms: number;
  if (typeof json === 'string') ms = Date.parse(json);
  else if (typeof json === 'number') ms = json;
  else ms = Number(textFrom(objectFrom(json).$numberLong));
  if (!Number.isFinite(ms)) throw invalidParam('The request holds a malformed date.');
  return new Date(ms);
}

function objectIdFrom(hex: string): ObjectIdValue {
  if (!/^[0-9a-fA-F]{24}$/.test(hex)) throw invalidParam(`"${hex}" is not an ObjectId of 24 hex digits.`);
  return new ObjectIdValue(hex.toLowerCase());
}

/** Canonical EJSON text of a value. */
export function stringifyEjson(value: DocValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return `{"$numberLong":"${value}"}`;
    case 'number':
      return stringifyNumber(value);
    default:
  }
  if (Array.isArray(value)) return `[${value.map(stringifyEjson).join(',')}]`;
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof ObjectIdValue) return `{"$oid":"${value.hex}"}`;
  if (value instanceof RegexValue) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.pattern)},"options":${JSON.stringify(value.options)}}}`;
  }
  if (value instanceof BinaryValue) {
    return `{"$binary":{"base64":"${value.base64}","subType":"${value.subType}"}}`;
  }
  let text = '{';
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (inner === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${JSON.stringify(key)}:${stringifyEjson(inner)}`;
  }
  return `${text}}`;
}

function stringifyNumber(value: number): string {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -2147483648 && value <= 2147483647) return `{"$numberInt":"${value}"}`;
    if (Number.isSafeInteger(value)) return `{"$numberLong":"${value}"}`;
  }
  if (Object.is(value, -0)) return '{"$numberDouble":"-0.0"}';
  return `{"$numberDouble":"${Number.isInteger(value) ? doubleText(value) : value}"}`;
}

/** A whole double beyond 2^53 written so that it reads back as a double: with a fraction or an exponent. */
function doubleText(value: number): string {
  const text = String(value);
  return text.includes('e') ? text : `${text}.0`;
}
