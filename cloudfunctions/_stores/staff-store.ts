import { collection } from '../_core/collection';
import { staffRecord } from '../../shared/identity/role';
import { INDEXES } from './indexes';

/** People of the association and the insurer, by keyed hash of the openid; those of a region by their grants. */
export const staff = collection({
  name: 'staff',
  schema: staffRecord,
  sealed: ['name', 'phone', 'openid'],
  indexes: INDEXES.staff,
});
