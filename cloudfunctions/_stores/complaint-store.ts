import { collection } from '../_core/collection';
import { complaint } from '../../shared/complaint/complaint.schema';
import { INDEXES } from './indexes';

/** Complaints by household, by county for the supervisors, and by when the clock looks next. Source: domain R22. */
export const complaints = collection({
  name: 'complaints',
  schema: complaint,
  sealed: ['name', 'words', 'phone', 'answer'],
  indexes: INDEXES.complaints,
});
