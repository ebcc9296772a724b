import { collection } from '../_core/collection';
import { staffRecord } from '../../shared/identity/role';

/** People of the association and the insurer, by keyed hash of the openid. */
export const staff = collection({ name: 'staff', schema: staffRecord, sealed: ['name', 'phone'] });
