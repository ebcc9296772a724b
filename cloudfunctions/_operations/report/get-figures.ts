import { AppError } from '../../../shared/errors/app-error';
import { getFigures } from '../../../shared/report/get-figures.contract';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { childrenOf, figuresOf } from './region-figures';

/**
 * Figures of a region and of the regions directly below it for one month.
 * Guarantees: the parts add up to the whole; no name; nobody sees figures outside their own region.
 * Reads: regions, figures. Writes nothing. Source: domain R33.
 * Errors: REGION_NOT_FOUND (also a region outside the caller's).
 */
export const getFiguresOperation = operation(getFigures, async ({ input, caller, read }) => {
  const region = await read.regions.get(input.regionCode);
  if (!region || !holdsRoleOn(caller, region.id, 'specialist', 'countyManager')) {
    throw new AppError('REGION_NOT_FOUND');
  }
  const children = await childrenOf(read, region.id);
  const [whole, ...parts] = await figuresOf(read, [region, ...children], input.month);
  if (!whole) throw new Error('figures without their region');
  return { month: input.month, region: whole, children: parts };
});
