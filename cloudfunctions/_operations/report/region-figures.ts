import { EMPTY_TALLY, figureId, type Figure } from '../../../shared/report/figures';
import type { RegionFigure } from '../../../shared/report/tally-view';
import type { Region } from '../../../shared/region/region.schema';
import type { ReadStores } from '../../_stores/stores';

/** Most regions that one answer shows: a province has fewer than 30 cities, a township fewer than 100 villages. */
const MOST = 500;

/** The regions directly below one, in order of their codes. */
export const childrenOf = async (read: ReadStores, code: string): Promise<Region[]> => {
  const children = await read.regions.find({ where: { parentCode: code }, limit: MOST });
  return children.sort((one, other) => (one.id < other.id ? -1 : 1));
};

/** The figures of regions in a month, read at one moment so that parts and whole belong together. */
export const figuresOf = async (
  read: ReadStores,
  regions: readonly Region[],
  month: string,
): Promise<RegionFigure[]> => {
  const ids = regions.map((region) => figureId(region.id, month));
  const found: Figure[] = await read.figures.find({ where: { id: { in: ids } }, limit: ids.length });
  const tallies = new Map(found.map((figure) => [figure.regionCode, figure.tally]));
  return regions.map((region) => ({
    regionCode: region.id,
    name: region.name,
    level: region.level,
    tally: tallies.get(region.id) ?? EMPTY_TALLY,
  }));
};
