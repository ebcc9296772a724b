import { z } from '../../shared/zod';
import { PaymentRefused, PaymentUnavailable, type PaymentRefusal } from '../_core/ports/payment';

/**
 * WeChat's documented error codes, by what they mean to us. Older pages spell some codes without underscores.
 * Source: WeChat Pay API v3, "JSAPI下单", "关闭订单", "商户订单号查询订单", "退款申请": 错误码.
 */
const REFUSALS: Readonly<Record<string, PaymentRefusal>> = {
  ORDERPAID: 'alreadyPaid',
  ORDER_PAID: 'alreadyPaid',
  ORDER_CLOSED: 'closed',
  ORDERCLOSED: 'closed',
  OUT_TRADE_NO_USED: 'changed',
  ORDER_NOT_EXIST: 'notFound',
  ORDERNOTEXIST: 'notFound',
  RESOURCE_NOT_EXISTS: 'notFound',
  NOT_ENOUGH: 'notEnough',
  NOTENOUGH: 'notEnough',
  SIGN_ERROR: 'misconfigured',
  NO_AUTH: 'misconfigured',
  NOAUTH: 'misconfigured',
  MCH_NOT_EXISTS: 'misconfigured',
  APPID_MCHID_NOT_MATCH: 'misconfigured',
  OPENID_MISMATCH: 'misconfigured',
};
/** Answered when WeChat is busy or the outcome is open: the call may be repeated unchanged. */
const TRANSIENT = new Set([
  'SYSTEM_ERROR',
  'SYSTEMERROR',
  'BANK_ERROR',
  'BANKERROR',
  'FREQUENCY_LIMITED',
  'USER_PAYING',
  'USERPAYING',
]);

const failure = z.object({
  code: z.optional(z.unknown()),
  response: z.optional(z.object({ status: z.number(), data: z.unknown() })),
});
const errorBody = z.object({ code: z.string(), message: z.optional(z.string()) });

/**
 * Turns whatever the HTTP client threw into one of the port's two errors. The thrown object carries the merchant's
 * private key in its `config`, so neither it nor its message is kept.
 */
export const paymentErrorOf = (thrown: unknown): PaymentRefused | PaymentUnavailable => {
  const parsed = failure.safeParse(thrown);
  if (!parsed.success || !parsed.data.response) {
    const code = parsed.success && typeof parsed.data.code === 'string' ? parsed.data.code : 'no answer';
    return new PaymentUnavailable(`WeChat Pay did not answer (${code})`);
  }
  const { status, data } = parsed.data.response;
  if (status >= 200 && status < 300) {
    return new PaymentUnavailable('WeChat Pay answered something that its signature does not cover');
  }
  const body = errorBody.safeParse(data);
  if (!body.success) return new PaymentUnavailable(`WeChat Pay answered ${status} without a code`);
  const { code, message = '' } = body.data;
  const reason = REFUSALS[code];
  if (reason === undefined && (status >= 500 || status === 429 || TRANSIENT.has(code))) {
    return new PaymentUnavailable(`WeChat Pay answered ${status} ${code}`);
  }
  return new PaymentRefused(reason ?? 'invalid', code, message);
};
