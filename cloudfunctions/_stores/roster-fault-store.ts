import { rosterFaultBatch } from '../../shared/roster/roster.schema';
import { collection } from '../_core/collection';

/** What is wrong in rosters, some hundred faults in a record; the workbook of faults is made of them. */
export const rosterFaults = collection({
  name: 'roster_faults',
  schema: rosterFaultBatch,
  sealed: ['faults'],
});
