import { collection } from '../_core/collection';
import { policy } from '../../shared/policy/policy.schema';
import { INDEXES } from './indexes';

/** Policies of a household, newest first. */
export const policies = collection({
  name: 'policies',
  schema: policy,
  sealed: ['insured', 'corrections'],
  indexes: INDEXES.policies,
});
