import { AppError } from '../../../shared/errors/app-error';
import type { Region } from '../../../shared/region/region.schema';

/** The village of a code. Throws REGION_NOT_FOUND for none and for a larger region: a family lives in a village. */
export const villageOf = async (
  { regions }: { readonly regions: { get(id: string): Promise<Region | undefined> } },
  code: string,
): Promise<Region> => {
  const region = await regions.get(code);
  if (region?.level !== 'village') throw new AppError('REGION_NOT_FOUND');
  return region;
};
