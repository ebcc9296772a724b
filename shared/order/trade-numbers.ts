import type { AttemptRefund } from './order.schema';

/** The order of a payment attempt: `ord_…-1` → `ord_…`; undefined for a number that no order of ours can have. */
export const orderIdOf = (outTradeNo: string): string | undefined =>
  /^(ord_[a-z0-9]{20,40})-\d+$/.exec(outTradeNo)?.[1];

/** The number at WeChat under which an attempt's money goes back: `ord_…-1` → `ord_…-1-r1`. */
export const outRefundNoOf = (outTradeNo: string, { number }: Pick<AttemptRefund, 'number'>): string =>
  `${outTradeNo}-r${String(number)}`;

/** The attempt whose money a refund of ours gives back: `ord_…-1-r2` → `ord_…-1`. */
export const outTradeNoOfRefund = (outRefundNo: string): string => outRefundNo.replace(/-r\d+$/, '');
