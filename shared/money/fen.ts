import { z } from '../zod';

/**
 * Money is integer fen everywhere (1 yuan = 100 fen). This file is the one place that parses and prints yuan
 * and the one place that rounds: half up to the fen, once, at the end of a formula.
 */
export type Fen = number;

/** One hundred million yuan: above any figure of one record. */
const MAX_FEN = 10_000_000_000;

/** An amount of zero or more, in fen. */
export const fen = z.int().check(z.gte(0), z.lte(MAX_FEN));

/** A ratio in basis points: 10,000 = 100 %, 750 = 7.5 %. */
export type BasisPoints = number;
export const basisPoints = z.int().check(z.gte(0), z.lte(10_000));

/**
 * amount × numerator ÷ denominator, rounded half up; amount ≥ 0, numerator ≥ 0, denominator > 0.
 * Throws when the product is too large to be exact (old phones have no big integers).
 */
export const proportionOf = (amount: Fen, numerator: number, denominator: number): Fen => {
  if (amount < 0 || numerator < 0 || denominator <= 0)
    throw new RangeError('proportionOf takes amounts from 0 up');
  const doubled = amount * numerator * 2 + denominator;
  if (!Number.isSafeInteger(doubled)) throw new RangeError('proportionOf would lose exactness');
  const remainder = doubled % (denominator * 2);
  return (doubled - remainder) / (denominator * 2);
};

/** amount × ratio, rounded half up to the fen. */
export const timesRatio = (amount: Fen, ratio: BasisPoints): Fen => proportionOf(amount, ratio, 10_000);

/**
 * Splits a sum equally in whole fen; spare fen go by position, so the parts add up exactly.
 * 200,000.00 over 3 → 66,666.67 · 66,666.67 · 66,666.66. Source: domain R3.
 */
export const splitEqually = (total: Fen, parts: number): Fen[] => {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError('splitEqually needs at least one part');
  const base = Math.floor(total / parts);
  const spare = total - base * parts;
  return Array.from({ length: parts }, (_, position) => base + (position < spare ? 1 : 0));
};

/**
 * Splits a sum over amounts in their proportion, in whole fen: each gets its part rounded down, then spare fen go by the
 * largest remainder, ties by position. No part exceeds its amount as long as the sum does not exceed theirs.
 * Throws when all amounts are zero, or when a product is too large to be exact. Source: domain R12.
 */
export const splitInProportion = (total: Fen, amounts: readonly Fen[]): Fen[] => {
  const whole = sumOf(amounts);
  if (total < 0 || whole <= 0 || amounts.some((amount) => amount < 0))
    throw new RangeError('splitInProportion needs a sum and amounts from 0 up');
  const products = amounts.map((amount) => total * amount);
  if (!products.every(Number.isSafeInteger)) throw new RangeError('splitInProportion would lose exactness');
  const remainders = products.map((product) => product % whole);
  const parts = products.map((product, position) => (product - (remainders[position] ?? 0)) / whole);
  const spare = total - sumOf(parts);
  const receivers = remainders
    .map((remainder, position) => ({ remainder, position }))
    .sort((one, other) => other.remainder - one.remainder || one.position - other.position)
    .slice(0, spare);
  const receiving = new Set(receivers.map(({ position }) => position));
  return parts.map((part, position) => part + (receiving.has(position) ? 1 : 0));
};

/** Adds amounts. */
export const sumOf = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0);

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/** `386050` → `3,860.50`: statements and accounts, always two decimals; negative amounts keep a minus sign. */
export const formatYuan = (amount: Fen): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '−' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
};

/** `10000` → `100`, `10050` → `100.50`: headlines, without decimals when whole. */
export const formatYuanShort = (amount: Fen): string => formatYuan(amount).replace(/\.00$/, '');

/** `3710000` → `3.71`: ten thousands of yuan (万元) with two decimals, as the county's table has them. Source: domain R33. */
export const formatWanYuan = (amount: Fen): string => formatYuan(proportionOf(amount, 1, 10_000));

/** `7.5 %` from 750 basis points, without needless zeros. */
export const formatRatio = (ratio: BasisPoints): string => {
  const text = formatYuan(ratio).replace(/,/g, '').replace(/0+$/, '').replace(/\.$/, '');
  return `${text}%`;
};

/** Reads what a person types as yuan (`3,860.5`, `100`, `１００`); undefined when it is no amount with at most two decimals. */
export const parseYuan = (text: string): Fen | undefined => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[,，\s]/g, '')
    .replace(/元$/, '');
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  const [, yuan = '0', decimals = ''] = match;
  return Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
};
