import { contract } from '../contract/contract';
import { z } from '../zod';
import { month } from '../contract/fields';
import { regionCode } from '../region/region.schema';
import { regionFigure } from './tally-view';

/**
 * Figures of a region and of the regions directly below it for one month; the parts add up to the whole. No name.
 * Source: domain R33.
 */
export const getFigures = contract({
  name: 'getFigures',
  function: 'staff',
  input: z.strictObject({ regionCode, month }),
  output: z.strictObject({ month: z.string(), region: regionFigure, children: z.array(regionFigure) }),
  errors: ['REGION_NOT_FOUND'],
});
