import { createHash } from 'node:crypto';
import type { Vault } from './vault';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 24 characters of 5 bits: no two of a province's records will ever meet. */
const LENGTH = 24;

const encode = (bytes: Buffer): string =>
  Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('');

export type IdPrefix =
  | 'hh'
  | 'stf'
  | 'per'
  | 'cov'
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
  | 'ros';

/** An id derived from what must always land on the same record: order from person and request, policy from order. */
export const deriveId = (prefix: IdPrefix, ...parts: readonly string[]): string =>
  `${prefix}_${encode(
    createHash('sha256')
      .update(JSON.stringify([prefix, ...parts]))
      .digest(),
  )}`;

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
export const bodyHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
