import { addDays, ageOn, chinaDayOf, startOfChinaDay } from '../time/china-day';
import type { Insured, Policy } from './policy.schema';
import { renewalWindow, type RenewalTerms } from './renewal';

type Held = Pick<Policy, 'id' | 'state' | 'startAt' | 'endAt' | 'insured' | 'medicalLimitFen'>;

/** What a policy does for one of its people; 0: not covered. */
const sumsOf = ({ medicalLimitFen }: Held, person: Insured): readonly number[] => [
  person.accidentShareFen,
  medicalLimitFen,
  person.allowancePerDayFen,
  person.illnessSumFen,
];

/** One household writes a person's name and birth day as they are, whatever number a child has by now. */
const isSamePerson = (one: Insured, other: Insured): boolean =>
  one.personKey === other.personKey || (one.name === other.name && one.birthDay === other.birthDay);

/**
 * Whether a family has moved on from a policy to others of its own, so that nobody need be reminded to renew it:
 * everybody who is not too old to renew stands on another that goes on past the last day for renewing, and covers them
 * against whatever the old one does. One that began since renewing opened was chosen in its place, also for less; one
 * held beside it for longer must do at least as much. Source: domain R41.
 *
 * @param others the household's policies; the old one among them does not count.
 */
export const hasMovedOn = (
  policy: Held,
  others: readonly Held[],
  { renewalMaxAgeYears }: { readonly renewalMaxAgeYears: number },
  terms: RenewalTerms,
): boolean => {
  const { firstDay, lastDay } = renewalWindow(policy.endAt, terms);
  const lasting = others.filter(
    ({ id, state, endAt }) =>
      id !== policy.id && state === 'issued' && endAt >= startOfChinaDay(addDays(lastDay, 1)),
  );
  const isCoveredBy = (other: Held, person: Insured): boolean => {
    const same = other.insured.find((one) => isSamePerson(one, person));
    if (!same) return false;
    const [before, after] = [sumsOf(policy, person), sumsOf(other, same)];
    const isChosenInstead = other.startAt >= startOfChinaDay(firstDay);
    return before.every((sum, index) => sum === 0 || (after[index] ?? 0) >= (isChosenInstead ? 1 : sum));
  };
  const endDay = chinaDayOf(policy.endAt);
  const renewable = policy.insured.filter(({ birthDay }) => ageOn(birthDay, endDay) <= renewalMaxAgeYears);
  return (
    renewable.length > 0 && renewable.every((person) => lasting.some((other) => isCoveredBy(other, person)))
  );
};
