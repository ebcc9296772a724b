import { collection } from '../_core/collection';
import { storedDifference } from '../../shared/order/bill.schema';
import { INDEXES } from './indexes';

/** Where WeChat's bill and our books differ, until somebody or WeChat has mended it. */
export const billDifferences = collection({
  name: 'bill_differences',
  schema: storedDifference,
  indexes: INDEXES.bill_differences,
});
