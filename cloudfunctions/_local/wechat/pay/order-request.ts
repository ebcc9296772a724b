import { z } from '../../../../shared/zod';
import { MERCHANT } from '../merchant';
import { PayError } from './pay-error';

/** Source: WeChat Pay API v3, "JSAPI下单" and "申请退款": 请求参数. */

const utf8AtMost = (bytes: number) =>
  z.refine<string>((text) => Buffer.byteLength(text) <= bytes, `不得超过${bytes}字节`);
export const address = z.string().check(z.regex(/^https?:\/\/[^?#]+$/), z.maxLength(255));
const yuan = z.literal('CNY');

const jsapiBody = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().check(z.minLength(1), utf8AtMost(127)),
  out_trade_no: z.string().check(z.regex(/^[0-9A-Za-z_\-|*]{6,32}$/)),
  time_expire: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/))),
  attach: z.optional(z.string().check(utf8AtMost(128))),
  notify_url: address,
  amount: z.object({ total: z.int().check(z.gte(1), z.lte(100_000_000)), currency: z.optional(yuan) }),
  payer: z.object({ openid: z.string().check(z.minLength(1), z.maxLength(128)) }),
});
export type JsapiBody = z.infer<typeof jsapiBody>;

const refundBody = z.object({
  transaction_id: z.optional(z.string()),
  out_trade_no: z.optional(z.string()),
  out_refund_no: z.string().check(z.regex(/^[0-9A-Za-z_\-|*@]{1,64}$/)),
  reason: z.optional(z.string().check(utf8AtMost(80))),
  notify_url: z.optional(address),
  amount: z.object({ refund: z.int().check(z.gte(1)), total: z.int().check(z.gte(1)), currency: yuan }),
});
export type RefundBody = z.infer<typeof refundBody>;

/** Throws PARAM_ERROR with the first field at fault. */
export const parsed = <T>(schema: z.ZodMiniType<T>, body: unknown): T => {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new PayError('PARAM_ERROR', '参数错误', {
    field: `/${(issue?.path ?? []).map(String).join('/')}`,
    issue: issue?.message ?? '格式不正确',
    location: 'body',
  });
};

export const assertMerchant = (mchid: string | null | undefined): void => {
  if (!mchid) throw new PayError('PARAM_ERROR', '商户号不能为空');
  if (mchid !== MERCHANT.mchid) throw new PayError('MCH_NOT_EXISTS', '商户号不存在');
};

/** Throws PARAM_ERROR, MCH_NOT_EXISTS or APPID_MCHID_NOT_MATCH. */
export const readJsapiBody = (body: unknown, appid: string): JsapiBody => {
  const order = parsed(jsapiBody, body);
  assertMerchant(order.mchid);
  if (order.appid !== appid) throw new PayError('APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配');
  return order;
};

/** Throws PARAM_ERROR. */
export const readRefundBody = (body: unknown): RefundBody => {
  const refund = parsed(refundBody, body);
  if (Boolean(refund.transaction_id) === Boolean(refund.out_trade_no)) {
    throw new PayError('PARAM_ERROR', 'transaction_id和out_trade_no二选一');
  }
  return refund;
};
