import { collection } from '../_core/collection';
import { referral } from '../../shared/referral/referral.schema';
import { INDEXES } from './indexes';

/** Enrolment links by code. */
export const referrals = collection({
  name: 'referrals',
  schema: referral,
  indexes: INDEXES.referrals,
});
