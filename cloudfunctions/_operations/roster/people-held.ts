import { isCapped } from '../../../shared/household/minors-cap';
import type { Member } from '../../../shared/household/member.schema';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import { copiesFreeIn } from '../../../shared/policy/copies-held';
import { coverPeriodFrom } from '../../../shared/policy/cover-period';
import type { MinorCover, PersonCover } from '../../../shared/policy/policy.schema';
import { benefitOf, benefitsOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import type { RosterRow } from '../../../shared/roster/read-row';
import type { CellFault } from '../../../shared/roster/given-cell';
import { wordsOf } from '../../../shared/roster/words-in-rosters';
import { chinaDayOf, formatChinaDate, type ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import { coversHeld } from '../policy/covers-held';
import { capFaultsOf } from '../policy/minor-covers';
import { nameKeyOf, personKeyOf } from '../policy/person-key';

/** Ids in one query, below the cloud's limit of 1,000 rows an answer. */
const PEOPLE_AT_A_TIME = 900;

/** Cuts a list into pieces of at most so many. */
export const inPieces = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** What the people on rows hold under a line, by ID number; outside any transaction. */
export const coversOn = async (
  workshop: Pick<Workshop, 'read' | 'vault'>,
  line: string,
  rows: readonly RosterRow[],
): Promise<ReadonlyMap<string, PersonCover>> => {
  const people = rows.flatMap(({ texts: { name, idNumber } }) =>
    idNumber === '' ? [] : [{ name, idNumber: normaliseIdNumber(idNumber), child: null }],
  );
  const held = new Map<string, PersonCover>();
  for (const some of inPieces(people, PEOPLE_AT_A_TIME)) {
    for (const [idNumber, cover] of await coversHeld(workshop, line, some)) held.set(idNumber, cover);
  }
  return held;
};

/** What the minors among people hold under all lines, by ID number, as far as their names are known; outside any transaction. */
export const minorCoversOn = async (
  { read, vault }: Pick<Workshop, 'read' | 'vault'>,
  people: readonly Member[],
  startDay: ChinaDay,
): Promise<ReadonlyMap<string, MinorCover>> => {
  const minors = new Map(
    people
      .filter(({ birthDay }) => isCapped(birthDay, startDay))
      .map((minor) => [personKeyOf(vault, minor.idNumber), minor] as const),
  );
  const held = new Map<string, MinorCover>();
  for (const ids of inPieces([...minors.keys()], PEOPLE_AT_A_TIME)) {
    for (const cover of await read.minorCovers.find({ where: { id: { in: ids } }, limit: ids.length })) {
      const minor = minors.get(cover.id);
      const isNamed = minor && cover.nameKey === nameKeyOf(vault, minor.name, minor.idNumber);
      if (isNamed) held.set(minor.idNumber, cover);
    }
  }
  return held;
};

/** Minors of a household whose death the plan would insure beyond the law's cap. Source: domain R27. */
export const capFaultsIn = (
  members: readonly Member[],
  minors: ReadonlyMap<string, MinorCover>,
  plan: Plan,
  startDay: ChinaDay,
): { readonly idNumber: string; readonly fault: CellFault }[] => {
  const { persons } = benefitsOf(plan, members.length);
  const people = members.map((member, index) => ({ ...member, ...benefitOf(persons, index) }));
  return capFaultsOf(minors, people, coverPeriodFrom(startDay)).flatMap((place) => {
    const member = members[Number(place.path.split('.')[1])];
    return member ? [{ idNumber: member.idNumber, fault: wordsOf(place) }] : [];
  });
};

/** Who has this cover in the coming period already. */
export interface InsuredAlready {
  readonly row: RosterRow;
  /** The policy that goes on longest; undefined for a person registered under another name. */
  readonly policyId: string | undefined;
  readonly until: ChinaDay;
}

/** The people on rows who cannot take another copy. Source: domain R5, R11. */
export const insuredAmong = (
  { vault }: Pick<Workshop, 'vault'>,
  rows: readonly RosterRow[],
  held: ReadonlyMap<string, PersonCover>,
  { startDay, maxCopies }: { readonly startDay: ChinaDay; readonly maxCopies: number },
): InsuredAlready[] => {
  const period = coverPeriodFrom(startDay);
  return rows.flatMap((row): InsuredAlready[] => {
    const { name, idNumber } = row.texts;
    const cover = held.get(idNumber);
    if (!cover || copiesFreeIn(cover.periods, period, maxCopies) > 0) return [];
    const [last] = [...cover.periods].sort((one, other) => other.endAt - one.endAt);
    const isNamed = cover.nameKey === nameKeyOf(vault, name, idNumber);
    return [
      {
        row,
        policyId: isNamed ? last?.policyId : undefined,
        until: chinaDayOf((last?.endAt ?? period.startAt) - 1),
      },
    ];
  });
};

/** Who paid for policies, by id: the family alone, or others too. */
export const selfPaidAmong = async (
  { read }: Pick<Workshop, 'read'>,
  policyIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const selfPaid = new Set<string>();
  for (const some of inPieces([...new Set(policyIds)], PEOPLE_AT_A_TIME)) {
    for (const { id, payers } of await read.policies.find({
      where: { id: { in: some } },
      limit: some.length,
    })) {
      if (payers.every(({ kind }) => kind === 'self')) selfPaid.add(id);
    }
  }
  return selfPaid;
};

/** What is told of somebody who is insured already; never under which other name. */
export const insuredWords = (
  { policyId, until }: InsuredAlready,
  selfPaid: ReadonlySet<string>,
): CellFault => {
  if (policyId === undefined) {
    return {
      reason: '这个证件号码已用别的姓名参保。',
      advice: '请核对姓名和证件号码；都没错的，请打客服电话核对。',
    };
  }
  return {
    reason: `已有同一保障，保到 ${formatChinaDate(until)}${selfPaid.has(policyId) ? '，是家里自己交的钱' : '，由单位出的钱'}。`,
    advice: '不会重复出单，也不会自动退钱。请把这一户去掉。',
  };
};
