import { collection } from '../_core/collection';
import { plan } from '../../shared/product/plan.schema';
import { INDEXES } from './indexes';

/** The catalogue, one record per plan version in force. */
export const plans = collection({
  name: 'plans',
  schema: plan,
  indexes: INDEXES.plans,
});
