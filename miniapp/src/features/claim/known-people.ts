import type { KnownPerson } from 'shared/claim/check-cover.contract';
import { ADULT_AGE_YEARS } from 'shared/household/household.schema';
import type { MemberInput, Relation } from 'shared/household/member.schema';
import { normaliseIdNumber, readIdNumber } from 'shared/identity/id-number';
import { maskIdNumber } from 'shared/identity/masking';
import type { PolicyView } from 'shared/policy/policy-view';
import { ageOn, type ChinaDay } from 'shared/time/china-day';

/** Somebody a family may ask about. */
export interface KnownOne {
  /** The same person on all policies and in the remembered family. */
  readonly key: string;
  readonly name: string;
  readonly relation: Relation;
  readonly isMinor: boolean;
  /** How the cloud is told whom it is about. */
  readonly asked: KnownPerson;
}

/** By name and what is shown of the number: policies show no more. */
const keyOf = (name: string, maskedIdNumber: string): string => `${name} ${maskedIdNumber}`;

/** The key of a person on a policy. */
export const keyOnPolicy = ({ name, maskedIdNumber }: PolicyView['insured'][number]): string =>
  keyOf(name, maskedIdNumber);

const isMinorOn = ({ idNumber, birthDay }: MemberInput, day: ChinaDay): boolean => {
  const born = birthDay ?? readIdNumber(normaliseIdNumber(idNumber))?.birthDay;
  return born !== undefined && ageOn(born, day) < ADULT_AGE_YEARS;
};

/** Everybody on the household's policies, newest policy first, then who is remembered besides; each once. */
export const knownPeople = (
  policies: readonly PolicyView[],
  remembered: readonly MemberInput[],
  today: ChinaDay,
): KnownOne[] => {
  const onPolicies = policies.flatMap(({ policyId, insured }) =>
    insured.map((person, position): KnownOne => ({
      key: keyOnPolicy(person),
      name: person.name,
      relation: person.relation,
      isMinor: !person.isAdult,
      asked: { from: 'policy', policyId, position },
    })),
  );
  const inFamily = remembered.map((member, position): KnownOne => ({
    key: keyOf(member.name, maskIdNumber(normaliseIdNumber(member.idNumber))),
    name: member.name,
    relation: member.relation,
    isMinor: isMinorOn(member, today),
    asked: { from: 'household', position },
  }));
  const all = [...onPolicies, ...inFamily];
  return all.filter(({ key }, position) => all.findIndex((one) => one.key === key) === position);
};
