import { collection } from '../_core/collection';
import { policy } from '../../shared/policy/policy.schema';

/** Policies of a household, newest first. */
export const policies = collection({
  name: 'policies',
  schema: policy,
  sealed: ['insured'],
  indexes: [['householdId', '-startAt']],
});
