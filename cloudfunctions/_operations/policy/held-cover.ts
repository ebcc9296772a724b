import type { Member } from '../../../shared/household/member.schema';
import { heldTogether, isKnownByBirth } from '../../../shared/policy/known-by-birth';
import type { PersonCover } from '../../../shared/policy/policy.schema';
import type { ChinaDay } from '../../../shared/time/china-day';
import type { Vault } from '../../_core/vault';
import { childCoverIdOf, childKeyOf, nameKeyOf, personCoverIdOf, personKeyOf } from './person-key';

/** By what a person's cover is found: name and number, and of a small child its household and birth day as well. */
export interface CoveredPerson extends Pick<Member, 'name' | 'idNumber'> {
  readonly child: { readonly householdId: string; readonly birthDay: ChinaDay } | null;
}

/** How one of a household is found on a day; null: of a household that we do not know yet, as a roster's. Source: domain R28. */
export const coveredIn = (
  householdId: string | null,
  { name, idKind, idNumber, birthDay }: Pick<Member, 'name' | 'idKind' | 'idNumber' | 'birthDay'>,
  day: ChinaDay,
): CoveredPerson => {
  const isChild = householdId !== null && isKnownByBirth({ idKind, birthDay }, day);
  return { name, idNumber, child: isChild ? { householdId, birthDay } : null };
};

/** Under which keys a person's cover stands: of the number first, then of the birth. */
export const personKeysOf = (
  vault: Vault,
  { name, idNumber, child }: CoveredPerson,
): [byNumber: string, ...byBirth: string[]] => {
  const byNumber = personKeyOf(vault, idNumber);
  return child ? [byNumber, childKeyOf(vault, { name, ...child })] : [byNumber];
};

/** The records of a person's cover under a product line while nothing is in them: by number first, then by birth. */
export const emptyCovers = (
  vault: Vault,
  line: string,
  person: CoveredPerson,
): [PersonCover, ...PersonCover[]] => {
  const { name, idNumber, child } = person;
  const [personKey, childKey] = personKeysOf(vault, person);
  const byNumber = {
    id: personCoverIdOf(vault, idNumber, line),
    personKey,
    nameKey: nameKeyOf(vault, name, idNumber),
    periods: [],
  };
  if (!child || childKey === undefined) return [byNumber];
  const id = childCoverIdOf(vault, { name, ...child }, line);
  return [byNumber, { id, personKey: childKey, nameKey: childKey, periods: [] }];
};

/** What a person holds under a product line, under whichever number. Source: domain R5, R28. */
export interface HeldCover {
  /** Each policy once. */
  readonly periods: PersonCover['periods'];
  /** Where it is written, in the order of `emptyCovers`. */
  readonly records: readonly PersonCover[];
}

interface Covers {
  readonly personCovers: { get(id: string): Promise<PersonCover | undefined> };
}

/** Reads what a person holds, by id: also in the transaction that gives, moves or ends it. */
export const heldCover = async (
  { personCovers }: Covers,
  vault: Vault,
  line: string,
  person: CoveredPerson,
): Promise<HeldCover> => {
  const records: PersonCover[] = [];
  for (const empty of emptyCovers(vault, line, person)) {
    records.push((await personCovers.get(empty.id)) ?? empty);
  }
  return { periods: heldTogether(records), records };
};
