import { roster } from '../../shared/roster/roster.schema';
import { collection } from '../_core/collection';
import { INDEXES } from './indexes';

/** Lists of people for whom somebody else pays. Source: domain R11. */
export const rosters = collection({ name: 'rosters', schema: roster, indexes: INDEXES.rosters });
