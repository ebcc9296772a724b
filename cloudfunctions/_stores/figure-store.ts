import { collection } from '../_core/collection';
import { figure } from '../../shared/report/figures';
import { INDEXES } from './indexes';

/** Tallies by region and month. */
export const figures = collection({ name: 'figures', schema: figure, indexes: INDEXES.figures });
