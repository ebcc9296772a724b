import { readIdentity } from 'shared/household/identity-facts';
import type { MemberInput } from 'shared/household/member.schema';
import { normaliseIdNumber } from 'shared/identity/id-number';

/** What of a purchase decides who takes part. */
interface Participation {
  /** The whole family, as far as it was named. */
  members: MemberInput[];
  /** ID numbers of those who do not take part in a plan priced per person. */
  leftOut: string[];
  priceUnit: 'household' | 'person';
  insuredSex: 'any' | 'female' | 'male';
}

/** What was checked and signed was for others, or for other sums. */
const UNCHECKED = { checked: [], signatures: [], faults: [] };

/** Whether a plan is meant for somebody; who cannot be read yet may be. */
export const isMeantFor = (
  { insuredSex }: Pick<Participation, 'insuredSex'>,
  member: MemberInput,
): boolean => {
  const { facts } = readIdentity(member);
  return insuredSex === 'any' || facts === undefined || facts.sex === insuredSex;
};

/** Who of the family takes part: all of it in a plan for the household, otherwise whom it is meant for and who was not left out. */
export const insuredOf = (of: Participation): MemberInput[] =>
  of.priceUnit === 'household'
    ? of.members
    : of.members.filter(
        (member) => !of.leftOut.includes(normaliseIdNumber(member.idNumber)) && isMeantFor(of, member),
      );

/** Who buys without taking part, for the cloud; nothing when the buyer takes part. */
export const holderOf = (of: Participation): { holder?: MemberInput } => {
  const holder = of.members.find(({ relation }) => relation === 'self');
  return of.priceUnit === 'household' || holder === undefined || insuredOf(of).includes(holder)
    ? {}
    : { holder };
};

/**
 * Faults of who takes part, each at its place in the whole family: a check counts only those, and calls who buys for
 * them the holder.
 */
export const atFamily = <T extends { path: string }>(of: Participation, faults: readonly T[]): T[] => {
  const insured = insuredOf(of);
  const holder = of.members.findIndex(({ relation }) => relation === 'self');
  return faults.map((fault) => {
    const [, position, rest] = /^members\.(\d+)\.(.*)$/.exec(fault.path) ?? [];
    const person = position === undefined ? undefined : insured[Number(position)];
    if (person !== undefined && rest !== undefined)
      return { ...fault, path: `members.${of.members.indexOf(person)}.${rest}` };
    return { ...fault, path: fault.path.replace(/^holder\./, `members.${holder}.`) };
  });
};

/** Somebody takes part, or does not: what was checked and signed was for others. */
export const takePart = (of: Participation, { idNumber }: MemberInput, takesPart: boolean) => {
  const number = normaliseIdNumber(idNumber);
  const others = of.leftOut.filter((left) => left !== number);
  return { leftOut: takesPart ? others : [...others, number], ...UNCHECKED };
};

/** Another number of copies: the sums that were signed for are others. */
export const changeCopies = (copies: number) => ({ copies, ...UNCHECKED });
