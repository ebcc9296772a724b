import { writtenName } from '../../../shared/contract/words';
import { readIdentity } from '../../../shared/household/identity-facts';
import type { MemberInput } from '../../../shared/household/member.schema';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import type { Fen } from '../../../shared/money/fen';
import { deathCoverHeldIn } from '../../../shared/policy/copies-held';
import type { CoverPeriod } from '../../../shared/policy/cover-period';
import { heldTogether } from '../../../shared/policy/known-by-birth';
import type { PersonCover } from '../../../shared/policy/policy.schema';
import type { ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import { coveredIn, emptyCovers, personKeysOf, type CoveredPerson } from './held-cover';
import { nameKeyOf } from './person-key';

/** What people hold under one product line, by ID number; nobody who holds nothing. */
export type HeldUnderLine = ReadonlyMap<string, PersonCover>;

/** What people hold under all product lines, by ID number; nobody who holds nothing. */
export type HeldByPerson = ReadonlyMap<string, readonly PersonCover[]>;

type Reader = Pick<Workshop, 'read' | 'vault'>;
type People = readonly CoveredPerson[];

/** More product lines than anybody was ever insured under. */
const MOST_LINES = 20;

/** People as they are entered, before anything was checked. */
export const peopleEntered = (
  householdId: string,
  members: readonly MemberInput[],
  today: ChinaDay,
): CoveredPerson[] =>
  members.map((input) => {
    const { idKind = 'idCard' } = input;
    const named = { name: writtenName(input.name), idNumber: normaliseIdNumber(input.idNumber) };
    const { facts } = readIdentity(input);
    return facts ? coveredIn(householdId, { ...named, idKind, ...facts }, today) : { ...named, child: null };
  });

/**
 * What was found of one person as one record: told to who knows name and number, and in a household also to who knows
 * the child. Source: domain R5, R28.
 */
const asOne = ([byNumber, byBirth]: readonly PersonCover[], found: readonly PersonCover[]): PersonCover[] => {
  const records = [byNumber, byBirth].flatMap((empty) => found.find(({ id }) => id === empty?.id) ?? []);
  const [first] = records;
  if (!first || !byNumber) return [];
  const isTold = records.some(({ id }) => id === byBirth?.id);
  return [{ ...first, nameKey: isTold ? byNumber.nameKey : first.nameKey, periods: heldTogether(records) }];
};

/** What people hold under one product line; one read. */
export const coversHeld = async (
  { read, vault }: Reader,
  line: string,
  people: People,
): Promise<HeldUnderLine> => {
  const records = people.map((person) => emptyCovers(vault, line, person));
  const ids = records.flat().map(({ id }) => id);
  const found = await read.personCovers.find({ where: { id: { in: ids } }, limit: ids.length });
  return new Map(
    people.flatMap(({ idNumber }, index) =>
      asOne(records[index] ?? [], found).map((cover) => [idNumber, cover] as const),
    ),
  );
};

/** What people hold under all product lines; one read. */
export const allCoversHeld = async ({ read, vault }: Reader, people: People): Promise<HeldByPerson> => {
  const keys = people.map((person) => personKeysOf(vault, person));
  const covers = await read.personCovers.find({
    where: { personKey: { in: keys.flat() } },
    limit: keys.flat().length * MOST_LINES,
  });
  return new Map(
    people.flatMap(({ name, idNumber }, index) => {
      const [byNumber, byBirth] = keys[index] ?? [];
      const own = covers.flatMap((cover) => {
        if (cover.personKey === byNumber) return [cover];
        return cover.personKey === byBirth ? [{ ...cover, nameKey: nameKeyOf(vault, name, idNumber) }] : [];
      });
      return own.length > 0 ? [[idNumber, own] as const] : [];
    }),
  );
};

/** Of what people hold, what lies under one product line. Source: domain R5. */
export const underLine = (
  { vault }: Pick<Workshop, 'vault'>,
  held: HeldByPerson,
  line: string,
  people: People,
): HeldUnderLine =>
  new Map(
    people.flatMap((person) =>
      asOne(emptyCovers(vault, line, person), held.get(person.idNumber) ?? []).map(
        (cover) => [person.idNumber, cover] as const,
      ),
    ),
  );

/** The most that one person's covers would pay for an accidental death at any instant of a period. Source: domain R27. */
export const deathCoverOf = (covers: readonly PersonCover[], period: CoverPeriod): Fen =>
  deathCoverHeldIn(heldTogether(covers), period);
