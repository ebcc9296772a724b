import { collection } from '../_core/collection';
import { payout } from '../../shared/payout/payout.schema';

/** Payments by county and state. */
export const payouts = collection({
  name: 'payouts',
  schema: payout,
  sealed: ['account'],
  indexes: [['countyCode', 'state', '-createdAt']],
});
