import { sumOf, type Fen } from '../money/fen';
import type { EpochMs } from '../time/china-day';
import type { Insured, Policy } from './policy.schema';

/**
 * Who was listed at an instant, with the shares of then: whoever was added later is not among them, and everybody
 * else has the share of before. An accident counts by this list for ever, however late it is reported.
 * Source: domain R3, R14.
 */
export const listedAt = (
  { insured, additions }: Pick<Policy, 'insured' | 'additions'>,
  instant: EpochMs,
): Insured[] => {
  const next = additions.find(({ startAt }) => instant < startAt);
  if (!next) return [...insured];
  return insured
    .slice(0, next.sharesBefore.length)
    .map((person, position) => ({ ...person, accidentShareFen: next.sharesBefore[position] ?? 0 }));
};

/**
 * What death and disability may still pay for a person, by the shares of today: never more than the whole policy has
 * left. Source: domain R3, R6.
 */
export const accidentLeftOf = (
  { insured }: Pick<Policy, 'insured'>,
  { accidentShareFen, accidentPaidFen }: Pick<Insured, 'accidentShareFen' | 'accidentPaidFen'>,
): Fen => {
  const shares = sumOf(insured.map((person) => person.accidentShareFen));
  const paid = sumOf(insured.map((person) => person.accidentPaidFen));
  return Math.max(0, Math.min(accidentShareFen - accidentPaidFen, shares - paid));
};
