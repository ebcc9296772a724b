import type { Bill } from '../../../shared/order/bill';
import type { ChinaDay } from '../../../shared/time/china-day';

/**
 * Payment as the operations see it: JSAPI orders of one merchant, their refunds, and the callbacks that tell of both.
 * Knows nothing of plans, policies or households. Money is integer fen, time is epoch milliseconds.
 * Source: WeChat Pay API v3, "JSAPI下单", "查询订单", "关闭订单", "退款申请", "支付成功回调通知", "退款结果通知", "申请交易账单".
 */

/** One numbered attempt to pay an order: one `outTradeNo`, one payer. */
export interface PaymentAttempt {
  /** 6 to 32 characters of `0-9A-Za-z_-|*`; never used again for anything else. */
  readonly outTradeNo: string;
  /** What the payer reads on the cashier, at most 127 bytes in UTF-8. */
  readonly description: string;
  readonly totalFen: number;
  /** A prepay belongs to this openid: nobody else can pay it. */
  readonly payerOpenid: string;
  /** After this moment the cashier refuses to pay. It does not close the order: `close` does. */
  readonly expiresAt: number;
}

/** The argument of `wx.requestPayment`, signed by the merchant. */
export interface RequestPaymentParams {
  /** Epoch seconds. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  /** `prepay_id=…` */
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

export interface OpenedPayment {
  readonly prepayId: string;
  readonly params: RequestPaymentParams;
}

/** A payment that has happened. The receiver still compares order number, amount and payer with its own record. */
export interface PaidTransaction {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly paidAt: number;
  readonly totalFen: number;
  readonly payerOpenid: string;
}

/**
 * Where an attempt stands at WeChat.
 * `unknown`: no such order (never opened, or the call that opened it never arrived).
 * `notPaid`: open, possibly being paid right now. `payError`: the bank refused; the payer may try again.
 * `refunded`: it was paid, and at least one refund has begun, perhaps of a part only.
 */
export type PaymentStanding =
  | { readonly state: 'unknown' | 'notPaid' | 'closed' | 'payError' }
  | ({ readonly state: 'paid' | 'refunded' } & PaidTransaction);

interface RefundOrder {
  readonly outTradeNo: string;
  /** At most 64 characters; the same number again is the same refund, whatever became of the first call. */
  readonly outRefundNo: string;
  /** What was paid in all. */
  readonly totalFen: number;
  readonly refundFen: number;
  /** Shown to the payer, at most 80 bytes in UTF-8. */
  readonly reason: string;
}

/** `abnormal`: the payer's account cannot take the money; a person must act in the merchant platform. */
export type RefundState = 'processing' | 'success' | 'closed' | 'abnormal';

export interface RefundStanding {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly state: RefundState;
  readonly refundFen: number;
  /** When WeChat took the order to refund: the day of its bill. */
  readonly begunAt: number;
  /** Set once `state` is `success`. */
  readonly refundedAt?: number;
}

/** A callback that was proved to come from WeChat Pay for this merchant and this mini-program. */
export type PaymentCallback =
  | ({ readonly kind: 'payment'; readonly eventId: string } & PaidTransaction)
  | ({ readonly kind: 'refund'; readonly eventId: string } & Omit<RefundStanding, 'begunAt'>);

export interface PaymentPort {
  /**
   * Opens an order, or opens it again: the same attempt answers a usable prepay id every time.
   * Throws PaymentRefused `alreadyPaid`, `closed` or `changed`; PaymentUnavailable (the order may exist: query or open again).
   */
  open(attempt: PaymentAttempt): Promise<OpenedPayment>;
  /** Throws PaymentUnavailable; never PaymentRefused for an order that does not exist (`unknown`). */
  query(outTradeNo: string): Promise<PaymentStanding>;
  /**
   * Closes an unpaid order; closing a closed one is fine.
   * Throws PaymentRefused `alreadyPaid` (query it) or `notFound` (never opened); PaymentUnavailable.
   */
  close(outTradeNo: string): Promise<void>;
  /** Begins a refund, or answers how the one with this number stands. Throws PaymentRefused, PaymentUnavailable. */
  refund(order: RefundOrder): Promise<RefundStanding>;
  /** `undefined` when no refund has this number. Throws PaymentUnavailable. */
  queryRefund(outRefundNo: string): Promise<RefundStanding | undefined>;
  /**
   * What WeChat took and gave back on a China day, for this mini-program: there from ten the next morning, for three
   * months. Throws PaymentRefused (`invalid`: no such day yet or any more), PaymentUnavailable.
   */
  downloadBill(day: ChinaDay): Promise<Bill>;
  /**
   * Proves and opens a callback: all four headers, a timestamp within 300 s, a known key id, the signature over the
   * raw body, the cipher's tag, our merchant number and appid. Throws CallbackRejected; nothing else.
   * @param headers names in any case.
   * @param rawBody exactly as received, never parsed and printed again.
   */
  readCallback(
    headers: Readonly<Record<string, string | undefined>>,
    rawBody: string | Buffer,
  ): Promise<PaymentCallback>;
}

/**
 * WeChat could not be reached, took too long, was overloaded, or its answer could not be trusted.
 * The call may have taken effect: query before doing anything else.
 */
export class PaymentUnavailable extends Error {
  override readonly name = 'PaymentUnavailable';
}

/** `misconfigured`: keys, merchant number, appid or permission are wrong; a repeat will not help. */
export type PaymentRefusal =
  'alreadyPaid' | 'closed' | 'changed' | 'notFound' | 'notEnough' | 'misconfigured' | 'invalid';

/** WeChat understood the call and declined it. `wechatCode` is its documented error code. */
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';
  constructor(
    readonly reason: PaymentRefusal,
    readonly wechatCode: string,
    message: string,
  ) {
    super(message);
  }
}

export type CallbackRejection =
  'headers' | 'stale' | 'unknownKey' | 'signature' | 'body' | 'cipher' | 'otherMerchant' | 'otherEvent';

/** A callback that must not be believed. Answer it with status 401 and store nothing. */
export class CallbackRejected extends Error {
  override readonly name = 'CallbackRejected';
  constructor(readonly reason: CallbackRejection) {
    super(`payment callback rejected: ${reason}`);
  }
}
