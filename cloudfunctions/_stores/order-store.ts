import { collection } from '../_core/collection';
import { order } from '../../shared/order/order.schema';
import { INDEXES } from './indexes';

/** Orders; those that wait for something by when they are looked at next. */
export const orders = collection({
  name: 'orders',
  schema: order,
  sealed: ['members', 'holder', 'phone', 'signatures'],
  indexes: INDEXES.orders,
});
