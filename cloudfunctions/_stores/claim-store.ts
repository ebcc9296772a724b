import { collection } from '../_core/collection';
import { claim } from '../../shared/claim/claim.schema';
import { INDEXES } from './indexes';

/**
 * Claims by household, by township for the month's list, and by county for the queue. Sealed is whatever tells of a body,
 * an illness, an account or a circumstance, and all that anybody wrote freely.
 */
export const claims = collection({
  name: 'claims',
  schema: claim,
  sealed: [
    'place',
    'description',
    'personName',
    'payees',
    'cause',
    'steps',
    'pauses',
    'greenChannel',
    'notices',
    'noticeAllowed',
    'facts',
    'statement',
    'drawn',
    'advance',
    'panel',
    'objection',
    'rating',
  ],
  indexes: INDEXES.claims,
});
