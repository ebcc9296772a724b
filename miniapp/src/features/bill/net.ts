import type { Fen } from 'shared/money/fen';
import type { BillTotals } from 'shared/order/bill.schema';

/** What a side has after refunds; may be negative. */
export const netFen = ({ paidFen, refundedFen }: BillTotals): Fen => paidFen - refundedFen;
