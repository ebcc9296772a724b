import { collection } from '../_core/collection';
import { payout } from '../../shared/payout/payout.schema';
import { INDEXES } from './indexes';

/** Payments by county and state. */
export const payouts = collection({
  name: 'payouts',
  schema: payout,
  sealed: ['account', 'failureReason'],
  indexes: INDEXES.payouts,
});
