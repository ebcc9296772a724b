import { collection } from '../_core/collection';
import { order } from '../../shared/order/order.schema';

/** Orders; open ones by when they run out. */
export const orders = collection({
  name: 'orders',
  schema: order,
  sealed: ['members', 'phone', 'signatures'],
  indexes: [
    ['state', 'expiresAt'],
    ['householdId', '-createdAt'],
  ],
});
