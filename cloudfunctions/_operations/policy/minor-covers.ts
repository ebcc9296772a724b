import { isCapped, minorsCapFaults } from '../../../shared/household/minors-cap';
import type { Member } from '../../../shared/household/member.schema';
import type { Place } from '../../../shared/errors/app-error';
import { deathCoverHeldIn } from '../../../shared/policy/copies-held';
import type { CoverPeriod } from '../../../shared/policy/cover-period';
import type { Insured, MinorCover, Policy } from '../../../shared/policy/policy.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { nameKeyOf, personKeyOf } from './person-key';

/** What the minors of a family hold with us under all plans, by ID number. Source: domain R27. */
export type MinorCovers = ReadonlyMap<string, MinorCover>;

type Person = Pick<Member, 'name' | 'idNumber' | 'birthDay'>;
type PersonWithShare = Person & Pick<Insured, 'accidentShareFen'> & Pick<Member, 'otherDeathCoverFen'>;
type Period = Pick<Policy, 'startAt' | 'endAt'>;

/** Whose death cover counts under the law's cap when a policy begins. */
export const isMinorOn = (
  { birthDay }: Pick<Person, 'birthDay'>,
  { startAt }: Pick<Period, 'startAt'>,
): boolean => isCapped(birthDay, chinaDayOf(startAt));

/** Reads what the minors among people hold, in the transaction that gives them more. */
export const minorCoversOf = async (
  tx: WriteStores,
  vault: Vault,
  people: readonly Person[],
  period: Pick<Period, 'startAt'>,
): Promise<MinorCovers> => {
  const covers = new Map<string, MinorCover>();
  for (const person of people) {
    if (!isMinorOn(person, period)) continue;
    const { name, idNumber } = person;
    const id = personKeyOf(vault, idNumber);
    const held = await tx.minorCovers.get(id);
    covers.set(idNumber, held ?? { id, nameKey: nameKeyOf(vault, name, idNumber), periods: [] });
  }
  return covers;
};

/** Minors whose death would be insured beyond the law's cap with a new share, what was declared and what they hold. */
export const capFaultsOf = (
  minors: MinorCovers,
  people: readonly PersonWithShare[],
  period: CoverPeriod,
): Place[] =>
  minorsCapFaults(
    people,
    people.map(({ idNumber, accidentShareFen }) => ({
      newFen: accidentShareFen,
      heldFen: deathCoverHeldIn(minors.get(idNumber)?.periods ?? [], period),
    })),
    chinaDayOf(period.startAt),
  );

/** Writes what a policy gives its minors, as they were read in this transaction. */
export const coverMinors = async (
  tx: WriteStores,
  minors: MinorCovers,
  policy: Pick<Policy, 'id'> & Period,
  people: readonly Pick<Insured, 'idNumber' | 'accidentShareFen'>[],
): Promise<void> => {
  const { id: policyId, startAt, endAt } = policy;
  for (const { idNumber, accidentShareFen } of people) {
    const held = minors.get(idNumber);
    if (!held) continue;
    const periods = [...held.periods, { policyId, startAt, endAt, accidentShareFen }];
    await tx.minorCovers.put({ ...held, periods });
  }
};
