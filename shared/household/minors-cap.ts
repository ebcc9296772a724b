import type { Place } from '../errors/app-error';
import { formatYuanShort, type Fen } from '../money/fen';
import { ageOn, type ChinaDay } from '../time/china-day';
import { ADULT_AGE_YEARS } from './household.schema';
import type { Member } from './member.schema';

/** Most that all insurers together may pay for a minor's death. */
interface DeathCap {
  readonly belowYears: number;
  readonly capFen: Fen;
  readonly who: string;
}
/** By age. Source: domain R27. */
const CAPS: readonly DeathCap[] = [
  { belowYears: 10, capFen: 200_000_00, who: '未满 10 岁' },
  { belowYears: ADULT_AGE_YEARS, capFen: 500_000_00, who: '10 到 17 岁' },
];

/** The cap that holds for somebody on a day; undefined for an adult. Source: domain R27. */
export const deathCapOn = (birthDay: ChinaDay, day: ChinaDay): DeathCap | undefined => {
  const age = ageOn(birthDay, day);
  return CAPS.find(({ belowYears }) => age < belowYears);
};

/** Whose death cover the law limits: asked for what other insurers would pay. */
export const isCapped = (birthDay: ChinaDay, startDay: ChinaDay): boolean =>
  deathCapOn(birthDay, startDay) !== undefined;

/** What the person would hold, and what they hold already under other policies of ours. */
export interface DeathCover {
  readonly newFen: Fen;
  readonly heldFen: Fen;
}

const NO_COVER: DeathCover = { newFen: 0, heldFen: 0 };

/**
 * Minors whose death cover over all insurers would pass the law's cap on the first day of cover: the new sum, what
 * they hold with us, and what the family declares of others. Faults stand at the declaration, by position.
 * Source: domain R27.
 */
export const minorsCapFaults = (
  members: readonly Pick<Member, 'birthDay' | 'otherDeathCoverFen'>[],
  covers: readonly DeathCover[],
  startDay: ChinaDay,
): Place[] =>
  members.flatMap((member, index): Place[] => {
    const cap = deathCapOn(member.birthDay, startDay);
    if (!cap) return [];
    const { newFen, heldFen } = covers[index] ?? NO_COVER;
    const otherFen = (member.otherDeathCoverFen ?? 0) + heldFen;
    if (newFen + otherFen <= cap.capFen) return [];
    const already = otherFen === 0 ? '' : `已有 ${formatYuanShort(otherFen)} 元，`;
    return [
      {
        path: `members.${String(index)}.otherDeathCoverFen`,
        code: 'MINOR_COVER_EXCEEDED',
        message:
          `${cap.who}的孩子，各家公司的身故保额合计最多 ${formatYuanShort(cap.capFen)} 元。` +
          `${already}这份再保 ${formatYuanShort(newFen)} 元就超过了。请先不保这个孩子，或选保额低的方案。`,
      },
    ];
  });
