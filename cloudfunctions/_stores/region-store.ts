import { collection } from '../_core/collection';
import { region } from '../../shared/region/region.schema';
import { INDEXES } from './indexes';

/** Regions by code; children by parent. */
export const regions = collection({ name: 'regions', schema: region, indexes: INDEXES.regions });
