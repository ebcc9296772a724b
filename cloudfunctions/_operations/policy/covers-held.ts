import { normaliseIdNumber } from '../../../shared/identity/id-number';
import type { Fen } from '../../../shared/money/fen';
import { deathCoverHeldIn } from '../../../shared/policy/copies-held';
import type { CoverPeriod } from '../../../shared/policy/cover-period';
import type { PersonCover } from '../../../shared/policy/policy.schema';
import type { Workshop } from '../../_core/operation';
import { personCoverIdOf, personKeyOf } from './person-key';

/** What people hold under one product line, by ID number; nobody who holds nothing. */
export type HeldUnderLine = ReadonlyMap<string, PersonCover>;

/** What people hold under all product lines, by ID number; nobody who holds nothing. */
export type HeldByPerson = ReadonlyMap<string, readonly PersonCover[]>;

type Reader = Pick<Workshop, 'read' | 'vault'>;
type People = readonly { readonly idNumber: string }[];

/** More product lines than anybody was ever insured under. */
const MOST_LINES = 20;

/** What people hold under one product line; one read. */
export const coversHeld = async (
  { read, vault }: Reader,
  line: string,
  people: People,
): Promise<HeldUnderLine> => {
  const idNumbers = people.map(({ idNumber }) => normaliseIdNumber(idNumber));
  const ids = idNumbers.map((idNumber) => personCoverIdOf(vault, idNumber, line));
  const covers = await read.personCovers.find({ where: { id: { in: ids } }, limit: ids.length });
  return new Map(
    idNumbers.flatMap((idNumber, index) => {
      const cover = covers.find(({ id }) => id === ids[index]);
      return cover ? [[idNumber, cover] as const] : [];
    }),
  );
};

/** What people hold under all product lines; one read. */
export const allCoversHeld = async ({ read, vault }: Reader, people: People): Promise<HeldByPerson> => {
  const keys = new Map(
    people.map(({ idNumber }) => {
      const plain = normaliseIdNumber(idNumber);
      return [plain, personKeyOf(vault, plain)] as const;
    }),
  );
  const covers = await read.personCovers.find({
    where: { personKey: { in: [...keys.values()] } },
    limit: keys.size * MOST_LINES,
  });
  return new Map(
    [...keys].flatMap(([idNumber, key]) => {
      const own = covers.filter(({ personKey }) => personKey === key);
      return own.length > 0 ? [[idNumber, own] as const] : [];
    }),
  );
};

/** Of what people hold, what lies under one product line. Source: domain R5. */
export const underLine = (
  { vault }: Pick<Workshop, 'vault'>,
  held: HeldByPerson,
  line: string,
): HeldUnderLine =>
  new Map(
    [...held].flatMap(([idNumber, covers]) => {
      const own = covers.find(({ id }) => id === personCoverIdOf(vault, idNumber, line));
      return own ? [[idNumber, own] as const] : [];
    }),
  );

/** The most that one person's covers would pay for an accidental death at any instant of a period. Source: domain R27. */
export const deathCoverOf = (covers: readonly PersonCover[], period: CoverPeriod): Fen =>
  deathCoverHeldIn(
    covers.flatMap(({ periods }) => periods),
    period,
  );
