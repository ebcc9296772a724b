import { z } from '../../shared/zod';
import {
  type PaidTransaction,
  type PaymentStanding,
  type RefundStanding,
  type RefundState,
} from '../_core/ports/payment';

/**
 * What WeChat Pay answers, read strictly where we rely on it.
 * Source: WeChat Pay API v3, "商户订单号查询订单", "退款申请", "查询单笔退款", "支付成功回调通知", "退款结果通知".
 */

const text = z.string().check(z.minLength(1));
const fen = z.int().check(z.gte(0));

export const prepayAnswer = z.object({ prepay_id: text });

/** Source: "申请交易账单". */
export const billAnswer = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().check(z.regex(/^[0-9a-fA-F]{40}$/)),
  download_url: z.string().check(z.regex(/^https?:\/\/[^?]+\?\S+$/)),
});

const paidFields = {
  appid: text,
  mchid: text,
  out_trade_no: text,
  transaction_id: text,
  success_time: text,
  amount: z.object({ total: fen, currency: z.literal('CNY') }),
  payer: z.object({ openid: text }),
};

/** Also the decrypted content of a payment callback, where `trade_state` is always SUCCESS. */
export const transaction = z.discriminatedUnion('trade_state', [
  z.object({
    trade_state: z.enum(['NOTPAY', 'USERPAYING', 'CLOSED', 'REVOKED', 'PAYERROR']),
    appid: text,
    mchid: text,
    out_trade_no: text,
  }),
  z.object({ trade_state: z.enum(['SUCCESS', 'REFUND']), ...paidFields }),
]);
export type Transaction = z.infer<typeof transaction>;

const instantOf = (rfc3339: string): number => {
  const instant = Date.parse(rfc3339);
  if (Number.isNaN(instant)) throw new TypeError('not an RFC 3339 time');
  return instant;
};

export const paidTransaction = (
  answer: Extract<Transaction, { trade_state: 'SUCCESS' | 'REFUND' }>,
): PaidTransaction => ({
  outTradeNo: answer.out_trade_no,
  transactionId: answer.transaction_id,
  paidAt: instantOf(answer.success_time),
  totalFen: answer.amount.total,
  payerOpenid: answer.payer.openid,
});

export const standingOf = (answer: Transaction): PaymentStanding => {
  switch (answer.trade_state) {
    case 'SUCCESS':
      return { state: 'paid', ...paidTransaction(answer) };
    case 'REFUND':
      return { state: 'refunded', ...paidTransaction(answer) };
    case 'NOTPAY':
    case 'USERPAYING':
      return { state: 'notPaid' };
    case 'PAYERROR':
      return { state: 'payError' };
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed' };
  }
};

const refundStatus = z.enum(['PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL']);
const refundStates: Readonly<Record<z.infer<typeof refundStatus>, RefundState>> = {
  PROCESSING: 'processing',
  SUCCESS: 'success',
  CLOSED: 'closed',
  ABNORMAL: 'abnormal',
};

const refundFields = {
  refund_id: text,
  out_refund_no: text,
  out_trade_no: text,
  success_time: z.optional(z.string()),
  amount: z.object({ total: fen, refund: fen }),
};
export const refundAnswer = z.object({ ...refundFields, create_time: text, status: refundStatus });
/** Decrypted content of a refund callback: another name for the state, and no appid. */
export const refundNotice = z.object({ ...refundFields, refund_status: refundStatus, mchid: text });

/** What answers and callbacks tell alike. */
export const refundToldOf = (
  answer: Omit<z.infer<typeof refundAnswer>, 'status' | 'create_time'>,
  status: z.infer<typeof refundStatus>,
): Omit<RefundStanding, 'begunAt'> => ({
  outTradeNo: answer.out_trade_no,
  outRefundNo: answer.out_refund_no,
  refundId: answer.refund_id,
  state: refundStates[status],
  refundFen: answer.amount.refund,
  ...(answer.success_time ? { refundedAt: instantOf(answer.success_time) } : {}),
});

export const refundStandingOf = (answer: z.infer<typeof refundAnswer>): RefundStanding => ({
  ...refundToldOf(answer, answer.status),
  begunAt: instantOf(answer.create_time),
});
