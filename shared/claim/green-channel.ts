import type { MUST_COVER_GROUPS } from '../roster/roster.schema';
import type { Claim } from './claim.schema';

type MustCoverGroup = (typeof MUST_COVER_GROUPS)[number];

/** Must-cover groups that are households in hardship or special households. Source: domain R11, R19. */
const COME_FIRST: readonly MustCoverGroup[] = ['计生特殊家庭', '精准扶贫计生户', '困难计生家庭'];

/** Why a new claim comes before others, by the groups that its household's policies were paid for. Source: domain R19. */
export const greenChannelOf = (groups: readonly (MustCoverGroup | null)[]): Claim['greenChannel'] => {
  const group = COME_FIRST.find((candidate) => groups.includes(candidate));
  return group === undefined ? null : { reason: group, staffId: null };
};
