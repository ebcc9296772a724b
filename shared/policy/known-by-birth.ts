import type { Member } from '../household/member.schema';
import { ageOn, type ChinaDay } from '../time/china-day';

/** By school age every child has its ID number. */
const SCHOOL_AGE_YEARS = 6;

/**
 * Whether a person counts in its household by name and birth day too, beside its number: a child that was insured by
 * birth certificate gets an ID number during the year, and is the same person under either. Source: domain R5, R28.
 */
export const isKnownByBirth = (
  { idKind, birthDay }: Pick<Member, 'idKind' | 'birthDay'>,
  day: ChinaDay,
): boolean => idKind === 'birthCertificate' || ageOn(birthDay, day) < SCHOOL_AGE_YEARS;

/** What records of one person hold together: each policy once, as the first of them has it. */
export const heldTogether = <T extends { readonly policyId: string }>(
  records: readonly { readonly periods: readonly T[] }[],
): T[] => {
  const held = new Map<string, T>();
  for (const period of records.flatMap(({ periods }) => periods)) {
    if (!held.has(period.policyId)) held.set(period.policyId, period);
  }
  return [...held.values()];
};
