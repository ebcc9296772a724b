import { collection } from '../_core/collection';
import { assistance } from '../../shared/assistance/assistance.schema';
import { INDEXES } from './indexes';

/** Reports that specialists filled in for families, by who did. Source: domain R40. */
export const assistances = collection({
  name: 'assistances',
  schema: assistance,
  sealed: ['personName', 'report'],
  indexes: INDEXES.assistances,
});
