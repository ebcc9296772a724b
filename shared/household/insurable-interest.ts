import type { Place } from '../errors/app-error';
import { ageOn, type ChinaDay } from '../time/china-day';
import { ADULT_AGE_YEARS } from './household.schema';
import type { Member, Relation } from './member.schema';

const GRANDCHILDREN: readonly Relation[] = ['grandson', 'granddaughter', 'daughtersSon', 'daughtersDaughter'];

/** Somebody's child's child. */
export const isGrandchild = ({ relation }: Pick<Member, 'relation'>): boolean =>
  GRANDCHILDREN.includes(relation);

/** A grandparent may insure a minor only once a parent has confirmed. Source: domain R26. */
export const needsParent = (members: readonly Pick<Member, 'relation'>[]): boolean =>
  members.some(isGrandchild);

type Person = Pick<Member, 'relation' | 'birthDay'>;

const faultOf = (
  person: Person,
  holder: Person | undefined,
  startDay: ChinaDay,
): Omit<Place, 'path'> | undefined => {
  const isAdult = ageOn(person.birthDay, startDay) >= ADULT_AGE_YEARS;
  if (person.relation === 'self') return undefined;
  if (person.relation === 'spouse') {
    return isAdult
      ? undefined
      : { code: 'RELATION_INVALID', message: '配偶不满 18 岁，请核对关系和证件号。' };
  }
  if (isGrandchild(person) && isAdult) return { code: 'NO_INSURABLE_INTEREST' };
  return holder && person.birthDay <= holder.birthDay
    ? { code: 'RELATION_INVALID', message: '比您年纪还大，请核对关系和证件号。' }
    : undefined;
};

/**
 * Whom a policyholder may insure: themselves, husband or wife, their children, and grandchildren who are minors.
 * Faults stand at the relation of the member, by position. Source: domain R2, R26; Insurance Law of China, article 31.
 */
export const interestFaults = (members: readonly (Person | undefined)[], startDay: ChinaDay): Place[] => {
  const holder = members.find((member) => member?.relation === 'self');
  return members.flatMap((member, index): Place[] => {
    const fault = member && faultOf(member, holder, startDay);
    return fault ? [{ path: `members.${String(index)}.relation`, ...fault }] : [];
  });
};
