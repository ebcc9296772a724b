import { isCapped, minorsCapFaults } from '../../../shared/household/minors-cap';
import type { Member } from '../../../shared/household/member.schema';
import type { Place } from '../../../shared/errors/app-error';
import { deathCoverHeldIn } from '../../../shared/policy/copies-held';
import type { CoverPeriod } from '../../../shared/policy/cover-period';
import { heldTogether } from '../../../shared/policy/known-by-birth';
import type { Insured, MinorCover, Policy } from '../../../shared/policy/policy.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import type { Vault } from '../../_core/vault';
import { coveredIn, personKeysOf, type CoveredPerson } from './held-cover';
import { nameKeyOf } from './person-key';

/** What a minor holds with us under all plans and whichever number. Source: domain R27, R28. */
export interface HeldMinor {
  /** Each policy once. */
  readonly periods: MinorCover['periods'];
  /** Where it is written: by number first, a small child's by birth too. */
  readonly records: readonly MinorCover[];
}

/** What the minors of a family hold, by ID number. */
export type MinorCovers = ReadonlyMap<string, HeldMinor>;

type Person = Pick<Member, 'name' | 'idKind' | 'idNumber' | 'birthDay'>;
type PersonWithShare = Person & Pick<Insured, 'accidentShareFen'> & Pick<Member, 'otherDeathCoverFen'>;
type Period = Pick<Policy, 'startAt' | 'endAt'>;

/** Whose death cover counts under the law's cap when a policy begins. */
export const isMinorOn = (
  { birthDay }: Pick<Person, 'birthDay'>,
  { startAt }: Pick<Period, 'startAt'>,
): boolean => isCapped(birthDay, chinaDayOf(startAt));

/** Reads what a minor holds, in the transaction that gives, moves or ends it. */
export const heldMinor = async (tx: WriteStores, vault: Vault, person: CoveredPerson): Promise<HeldMinor> => {
  const [byNumber, ...byBirth] = personKeysOf(vault, person);
  const nameKey = nameKeyOf(vault, person.name, person.idNumber);
  const records: MinorCover[] = [];
  for (const empty of [{ id: byNumber, nameKey }, ...byBirth.map((id) => ({ id, nameKey: id }))]) {
    records.push((await tx.minorCovers.get(empty.id)) ?? { ...empty, periods: [] });
  }
  return { periods: heldTogether(records), records };
};

/** Reads what the minors among people of a household hold, in the transaction that gives them more. */
export const minorCoversOf = async (
  tx: WriteStores,
  vault: Vault,
  people: readonly Person[],
  { startAt, householdId }: Pick<Period, 'startAt'> & { readonly householdId: string | null },
): Promise<MinorCovers> => {
  const covers = new Map<string, HeldMinor>();
  for (const person of people) {
    if (!isMinorOn(person, { startAt })) continue;
    const known = coveredIn(householdId, person, chinaDayOf(startAt));
    covers.set(person.idNumber, await heldMinor(tx, vault, known));
  }
  return covers;
};

/** Minors whose death would be insured beyond the law's cap with a new share, what was declared and what they hold. */
export const capFaultsOf = (
  minors: ReadonlyMap<string, Pick<HeldMinor, 'periods'>>,
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
    for (const record of held.records) {
      const periods = [...record.periods, { policyId, startAt, endAt, accidentShareFen }];
      await tx.minorCovers.put({ ...record, periods });
    }
  }
};
