import { collection } from '../_core/collection';
import { figure } from '../../shared/report/figures';

/** Tallies by region and month. */
export const figures = collection({ name: 'figures', schema: figure, indexes: [['regionCode', 'month']] });
