import type { EpochMs } from '../time/china-day';
import type { Claim } from './claim.schema';

/** Once the papers are there the clock goes on: the open notice is answered and the open pause ends. Source: domain R17. */
export const papersCame = (
  { notices, pauses }: Pick<Claim, 'notices' | 'pauses'>,
  at: EpochMs,
): Pick<Claim, 'notices' | 'pauses'> => ({
  notices: notices.map((notice) => (notice.answeredAt === null ? { ...notice, answeredAt: at } : notice)),
  pauses: pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause)),
});
