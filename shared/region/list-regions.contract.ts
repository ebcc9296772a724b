import { contract } from '../contract/contract';
import { z } from '../zod';
import { regionCode, regionLevel } from './region.schema';

/** One list of the cascade: the regions below one, or the provinces. */
export const listRegions = contract({
  name: 'listRegions',
  function: 'household',
  /** Null: the provinces. */
  input: z.strictObject({ parentCode: z.nullable(regionCode) }),
  /** By code; empty where the service is not open yet. */
  output: z.strictObject({
    regions: z.array(z.strictObject({ code: regionCode, name: z.string(), level: regionLevel })),
  }),
  errors: [],
});
