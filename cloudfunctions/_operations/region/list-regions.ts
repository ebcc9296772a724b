import { listRegions } from '../../../shared/region/list-regions.contract';
import { operation } from '../../_core/operation';

/** More than any region has below it. */
const MOST_CHILDREN = 1_000;

/**
 * The regions below one, or the provinces.
 * Reads: regions by parent. Writes nothing. Errors: none; an unknown region has nothing below it.
 */
export const listRegionsOperation = operation(listRegions, async ({ read, input }) => {
  const found = await read.regions.find({ where: { parentCode: input.parentCode }, limit: MOST_CHILDREN });
  return {
    regions: found
      .map(({ id, name, level }) => ({ code: id, name, level }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
  };
});
