import { z } from '../zod';
import { regionCode, regionLevel } from '../region/region.schema';
import { tally } from './figures';

/** A region with its figures of one month. */
export const regionFigure = z.strictObject({
  regionCode,
  name: z.string(),
  level: regionLevel,
  tally,
});
export type RegionFigure = z.infer<typeof regionFigure>;
