import { collection } from '../_core/collection';
import { household } from '../../shared/household/household.schema';

/** Families, by keyed hash of the policyholder's openid. */
export const households = collection({
  name: 'households',
  schema: household,
  sealed: ['members', 'phone', 'contact'],
});
