import { rosterBatch } from '../../shared/roster/roster.schema';
import { collection } from '../_core/collection';
import { INDEXES } from './indexes';

/** Checked households of rosters, fifty in a record, and what became of each. */
export const rosterBatches = collection({
  name: 'roster_batches',
  schema: rosterBatch,
  sealed: ['households'],
  indexes: INDEXES.roster_batches,
});
