import { z } from '../zod';

export const regionLevel = z.enum(['province', 'city', 'county', 'township', 'village']);
export type RegionLevel = z.infer<typeof regionLevel>;

/** GB/T 2260 code: 6 digits down to the county, 9 for a township, 12 for a village. Source: domain "People and places". */
export const regionCode = z.string().check(z.regex(/^\d{6}(\d{3}(\d{3})?)?$/, '地区编码不对。'));

export const region = z.strictObject({
  /** The region's code. */
  id: regionCode,
  name: z.string(),
  level: regionLevel,
  parentCode: z.nullable(regionCode),
});
export type Region = z.infer<typeof region>;

/** The digits that tell a region apart: 350000 → 35, 350400 → 3504, 350421 → 350421. */
const significant = (code: string): string => (code.length === 6 ? code.replace(/(00)+$/, '') : code);

/** Whether a region lies in another one (or is the same). */
export const isWithin = (code: string, outer: string): boolean => code.startsWith(significant(outer));

/** The county of a township, village or county code. One insurer serves a county. Source: domain R31. */
export const countyOf = (code: string): string => code.slice(0, 6);

/** The township of a village or township code. */
export const townshipOf = (code: string): string => code.slice(0, 9);

/** The region itself and every region above it, smallest first: village, township, county, city, province. */
export const regionChain = (code: string): string[] => {
  const county = code.slice(0, 6);
  const chain = [code, code.slice(0, 9), county, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return [...new Set(chain)];
};
