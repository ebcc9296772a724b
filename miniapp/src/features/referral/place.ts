import { z } from 'shared/zod';
import { regionCode } from 'shared/region/region.schema';
import { readStored, writeStored } from '@/lib/storage/storage';
import { rememberedCode } from './referral-code';

const key = 'village-code';

/** Where this family is to be insured: by the link it came by, else in the village that it chose; else as last time. */
export type Place = { referralCode: string } | { villageCode: string } | Record<string, never>;

const chosenVillage = (): string | undefined => {
  const stored = z.safeParse(regionCode, readStored(key));
  return stored.success ? stored.data : undefined;
};

/** The village that was chosen on this phone, if any. */
export const chosenPlace = (): Place => {
  const villageCode = chosenVillage();
  return villageCode === undefined ? {} : { villageCode };
};

/** The place that this phone knows. A link comes before a choice. */
export const rememberedPlace = (): Place => {
  const referralCode = rememberedCode();
  return referralCode === undefined ? chosenPlace() : { referralCode };
};

/** Keeps the village that was chosen from the lists. */
export const chooseVillage = (villageCode: string): void => writeStored(key, villageCode);
