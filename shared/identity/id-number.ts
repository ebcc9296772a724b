import { plainCharacters } from '../contract/words';
import { isChinaDay, type ChinaDay } from '../time/china-day';

/**
 * The 18-character resident identity number: 6 region, 8 birth date, 3 sequence (odd = male), 1 check character.
 * Source: GB 11643-1999 (check character by ISO 7064 MOD 11-2); domain R28.
 */

export type Sex = 'male' | 'female';

export interface IdNumberFacts {
  readonly birthDay: ChinaDay;
  readonly sex: Sex;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Upper case, however it was typed. */
export const normaliseIdNumber = (text: string): string => plainCharacters(text).toUpperCase();

/** The check character that belongs to the first 17 digits. */
export const checkCharacterOf = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
};

/** Nobody lives who was born before. */
const EARLIEST_BIRTH_DAY: ChinaDay = '1900-01-01';

/** Birth date and sex told by a valid number; undefined when the number is not valid. */
export const readIdNumber = (idNumber: string): IdNumberFacts | undefined => {
  if (!/^[1-8]\d{16}[\dX]$/.test(idNumber)) return undefined;
  if (checkCharacterOf(idNumber.slice(0, 17)) !== idNumber.charAt(17)) return undefined;
  const birthDay = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isChinaDay(birthDay) || birthDay < EARLIEST_BIRTH_DAY) return undefined;
  return { birthDay, sex: Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female' };
};
