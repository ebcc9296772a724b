import { attendance } from '../../shared/claim/attendance';
import { collection } from '../_core/collection';

/** Which colleagues have a case open; one record for each case, read and written by its id. */
export const attendances = collection({ name: 'attendances', schema: attendance });
