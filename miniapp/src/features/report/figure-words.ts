import type { RegionLevel } from 'shared/region/region.schema';

/** What the regions below one of this level are called, for the head of a table. */
export const CHILD_WORDS: Readonly<Record<RegionLevel, string>> = {
  province: '地市',
  city: '县区',
  county: '乡镇',
  township: '村',
  village: '村',
};

/** A figure against the month before: 比上月多 3 户, 和上月一样. The difference is printed by `print`, always positive. */
export const comparedWith = (now: number, before: number, print: (difference: number) => string): string => {
  if (now === before) return '和上月一样';
  return `比上月${now > before ? '多' : '少'} ${print(Math.abs(now - before))}`;
};
