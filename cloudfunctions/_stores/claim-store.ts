import { collection } from '../_core/collection';
import { claim } from '../../shared/claim/claim.schema';
import { INDEXES } from './indexes';

/** Claims by household, by township for the month's list, and by county for the queue. */
export const claims = collection({
  name: 'claims',
  schema: claim,
  sealed: ['place', 'description', 'personName', 'payees'],
  indexes: INDEXES.claims,
});
