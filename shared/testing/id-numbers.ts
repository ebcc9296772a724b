import { checkCharacterOf } from '../identity/id-number';
import type { ChinaDay } from '../time/china-day';

/** A well-formed number of a person who does not exist: real check character, made-up sequence. */
export const idNumberFor = (birthDay: ChinaDay, sequence: number, county = '350421'): string => {
  const first17 = `${county}${birthDay.replace(/-/g, '')}${String(sequence).padStart(3, '0')}`;
  return `${first17}${checkCharacterOf(first17)}`;
};
