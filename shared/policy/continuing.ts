import { startOfChinaDay, type ChinaDay } from '../time/china-day';
import type { PersonCover } from './policy.schema';

/** ID numbers of those whose cover ends at the very moment a new one begins: they may be of renewal age. Source: domain R1. */
export const peopleContinuingOn = (
  covers: ReadonlyMap<string, Pick<PersonCover, 'periods'>>,
  startDay: ChinaDay,
): ReadonlySet<string> => {
  const startAt = startOfChinaDay(startDay);
  return new Set(
    [...covers].flatMap(([idNumber, { periods }]) =>
      periods.some(({ endAt }) => endAt === startAt) ? [idNumber] : [],
    ),
  );
};
