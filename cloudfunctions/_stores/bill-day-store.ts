import { collection } from '../_core/collection';
import { billDay } from '../../shared/order/bill.schema';
import { INDEXES } from './indexes';

/** How the last comparison of each day's bill with our books ended. */
export const billDays = collection({ name: 'bill_days', schema: billDay, indexes: INDEXES.bill_days });
