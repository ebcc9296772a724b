import { MERCHANT } from '../merchant';
import { rfc3339 } from './numbers';
import { isPaid, type PaidOrder, type PayOrder, type TradeState } from './orders';
import { type PayRefund } from './refunds';

/** Orders and refunds in WeChat's own words. Source: WeChat Pay API v3, "查询订单", "查询单笔退款", callbacks of both. */

const DESCRIPTIONS: Readonly<Record<TradeState, string>> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
};

const paidPart = (order: PaidOrder): object => ({
  transaction_id: order.transactionId,
  trade_type: 'JSAPI',
  bank_type: 'OTHERS',
  success_time: rfc3339(order.paidAt),
  payer: { openid: order.payerOpenid },
  amount: { total: order.totalFen, payer_total: order.totalFen, currency: 'CNY', payer_currency: 'CNY' },
});

export const transactionWire = (order: PayOrder, appid: string): object => ({
  appid,
  mchid: MERCHANT.mchid,
  out_trade_no: order.outTradeNo,
  trade_state: order.state,
  trade_state_desc: DESCRIPTIONS[order.state],
  attach: order.attach ?? '',
  ...(isPaid(order)
    ? paidPart(order)
    : { amount: { total: order.totalFen, currency: 'CNY' }, payer: { openid: order.payerOpenid } }),
});

const refundCore = (refund: PayRefund): object => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: refund.transactionId,
  out_trade_no: refund.outTradeNo,
  user_received_account: '支付用户零钱',
  ...(refund.succeededAt === undefined ? {} : { success_time: rfc3339(refund.succeededAt) }),
});

export const refundWire = (refund: PayRefund): object => ({
  ...refundCore(refund),
  channel: 'ORIGINAL',
  create_time: rfc3339(refund.createdAt),
  status: refund.state,
  funds_account: 'AVAILABLE',
  amount: {
    total: refund.totalFen,
    refund: refund.refundFen,
    payer_total: refund.totalFen,
    payer_refund: refund.refundFen,
    settlement_refund: refund.refundFen,
    settlement_total: refund.totalFen,
    discount_refund: 0,
    currency: 'CNY',
  },
});

/** A refund callback names its state otherwise and has no appid. */
export const refundNoticeWire = (refund: PayRefund): object => ({
  mchid: MERCHANT.mchid,
  ...refundCore(refund),
  refund_status: refund.state,
  amount: {
    total: refund.totalFen,
    refund: refund.refundFen,
    payer_total: refund.totalFen,
    payer_refund: refund.refundFen,
  },
});
