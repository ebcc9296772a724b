import type * as WechatPayLibrary from 'wechatpay-axios-plugin';
import { z } from '../../shared/zod';
import { CallbackRejected, type PaymentCallback } from '../_core/ports/payment';
import { paidTransaction, refundNotice, refundToldOf, transaction } from './wechat-pay-answers';
import { type WechatPaySettings } from './wechat-pay-settings';

/** Source: WeChat Pay API v3, "如何验证签名": a callback older or newer than five minutes is refused. */
const MAX_CLOCK_DIFFERENCE_S = 300;
const GCM_TAG_BYTES = 16;

const envelope = z.object({
  id: z.string().check(z.minLength(1)),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.optional(z.string()),
  }),
});
type Envelope = z.infer<typeof envelope>;

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw new CallbackRejected('body');
  }
};

const headerOf = (headers: Readonly<Record<string, string | undefined>>, name: string): string => {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (!found) throw new CallbackRejected('headers');
  return found;
};

type Crypto = Pick<typeof WechatPayLibrary, 'Aes' | 'Formatter' | 'Rsa'>;

const decrypted = ({ Aes }: Crypto, resource: Envelope['resource'], apiV3Key: string): string => {
  // A shorter text would let the library take a shortened, guessable tag.
  if (Buffer.from(resource.ciphertext, 'base64').length <= GCM_TAG_BYTES)
    throw new CallbackRejected('cipher');
  try {
    return Aes.AesGcm.decrypt(resource.ciphertext, apiV3Key, resource.nonce, resource.associated_data ?? '');
  } catch {
    throw new CallbackRejected('cipher');
  }
};

const read = <T>(schema: z.ZodMiniType<T>, content: unknown): T => {
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw new CallbackRejected('body');
  return parsed.data;
};

/** Proves and opens one callback, see `PaymentPort.readCallback`. Source: "支付成功回调通知", "退款结果通知". */
export const readCallback = (
  crypto: Crypto,
  settings: WechatPaySettings,
  now: number,
  headers: Readonly<Record<string, string | undefined>>,
  rawBody: string | Buffer,
): PaymentCallback => {
  const timestamp = headerOf(headers, 'wechatpay-timestamp');
  const nonce = headerOf(headers, 'wechatpay-nonce');
  const serial = headerOf(headers, 'wechatpay-serial');
  const signature = headerOf(headers, 'wechatpay-signature');

  if (!/^\d{1,12}$/.test(timestamp)) throw new CallbackRejected('headers');
  if (Math.abs(now / 1000 - Number(timestamp)) > MAX_CLOCK_DIFFERENCE_S) throw new CallbackRejected('stale');
  if (serial !== settings.publicKeyId) throw new CallbackRejected('unknownKey');

  const body = typeof rawBody === 'string' ? rawBody : rawBody.toString('utf8');
  const signed = crypto.Formatter.response(timestamp, nonce, body);
  if (!crypto.Rsa.verify(signed, signature, settings.publicKey)) throw new CallbackRejected('signature');

  const { id, event_type, resource } = read(envelope, parseJson(body));
  const content = parseJson(decrypted(crypto, resource, settings.apiV3Key));

  if (event_type === 'TRANSACTION.SUCCESS') {
    const paid = read(transaction, content);
    if (paid.mchid !== settings.mchid || paid.appid !== settings.appid)
      throw new CallbackRejected('otherMerchant');
    if (paid.trade_state !== 'SUCCESS') throw new CallbackRejected('otherEvent');
    return { kind: 'payment', eventId: id, ...paidTransaction(paid) };
  }
  if (event_type.startsWith('REFUND.')) {
    const notice = read(refundNotice, content);
    if (notice.mchid !== settings.mchid) throw new CallbackRejected('otherMerchant');
    return { kind: 'refund', eventId: id, ...refundToldOf(notice, notice.refund_status) };
  }
  throw new CallbackRejected('otherEvent');
};
