import { createHash, hash } from 'node:crypto';
import type { Vault } from './vault';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 24 characters of 5 bits: no two of a province's records will ever meet. */
const LENGTH = 24;

const encode = (bytes: Buffer): string => {
  let text = '';
  for (const byte of bytes.subarray(0, LENGTH)) text += ALPHABET.charAt(byte & 31);
  return text;
};

export type IdPrefix =
  | 'hh'
  | 'stf'
  | 'per'
  | 'cov'
  | 'kid'
  | 'ord'
  | 'pol'
  | 'clm'
  | 'acc'
  | 'pay'
  | 'msg'
  | 'req'
  | 'chk'
  | 'rnw'
  | 'led'
  | 'evt'
  | 'try'
  | 'bil'
  | 'dif'
  | 'cst'
  | 'spn'
  | 'spo'
  | 'ros'
  | 'ast'
  | 'cmp'
  | 'see'
  | 'mrk';

/** An id derived from what must always land on the same record: order from person and request, policy from order. */
export const deriveId = (prefix: IdPrefix, ...parts: readonly string[]): string =>
  `${prefix}_${encode(hash('sha256', JSON.stringify([prefix, ...parts]), 'buffer'))}`;

/** As `deriveId`, for parts that could be guessed (an openid, an ID number): keyed. */
export const deriveSecretId = (vault: Vault, prefix: IdPrefix, ...parts: readonly string[]): string =>
  deriveId(prefix, vault.keyedHash(prefix, ...parts));

/** A number a person can read out: digits derived from an id, with the region and year in front. */
export const readableNumber = (regionCode: string, day: string, id: string): string => {
  const digits = Array.from(
    createHash('sha256').update(`number|${id}`).digest().subarray(0, 14),
    (byte) => byte % 10,
  );
  return `${regionCode.slice(0, 6)}${day.slice(2, 4)}${digits.join('')}`;
};

/** SHA-256 (hex) of a JSON value whose keys are put in order, so that equal bodies hash equally. */
export const bodyHash = (value: unknown): string => hash('sha256', orderedJson(value) ?? 'null', 'hex');

/** As `JSON.stringify`, with the keys of every object in order. */
const orderedJson = (value: unknown): string | undefined => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  // A drawn signature is thousands of numbers: nothing in it has keys.
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => orderedJson(item) ?? 'null').join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const text = orderedJson((value as Readonly<Record<string, unknown>>)[key]);
    if (text !== undefined) fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(',')}}`;
};
