import { collection } from '../_core/collection';
import { referral } from '../../shared/referral/referral.schema';

/** Enrolment links by code. */
export const referrals = collection({
  name: 'referrals',
  schema: referral,
  indexes: [['staffId', '-createdAt']],
});
