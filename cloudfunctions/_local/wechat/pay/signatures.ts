import { createCipheriv, createSign, createVerify, privateDecrypt, randomBytes } from 'node:crypto';
import { MERCHANT } from '../merchant';
import { publicKeyOf, type PayKeys } from '../keys';
import { type LocalRequest } from '../../wechat-side';
import { PayError } from './pay-error';

/** Source: WeChat Pay API v3, "签名生成", "签名验证", "证书和回调报文解密". */
const SCHEME = 'WECHATPAY2-SHA256-RSA2048';
const MAX_AGE_S = 300;

/** What the merchant signed with, and the five parts of the header. */
const parsedAuthorization = (header: string | undefined): ReadonlyMap<string, string> | undefined => {
  if (!header?.startsWith(`${SCHEME} `)) return undefined;
  const parts = new Map<string, string>();
  for (const match of header.slice(SCHEME.length).matchAll(/\s*(\w+)="([^"]*)"\s*(?:,|$)/g)) {
    parts.set(match[1] ?? '', match[2] ?? '');
  }
  return parts;
};

const lines = (...pieces: readonly string[]): string => pieces.map((piece) => `${piece}\n`).join('');

export interface Signatures {
  /** Names the platform's key, `PUB_KEY_ID_…`. */
  readonly keyId: string;
  /** Throws SIGN_ERROR unless our merchant signed exactly this request within five minutes. */
  verifyRequest(request: LocalRequest, now: number): void;
  /** Whether `paySign` covers the other parameters of `wx.requestPayment`. */
  verifyPaySign(appid: string, params: Readonly<Record<string, string>>): boolean;
  /** Headers that sign an answer or a callback body. */
  signedHeaders(body: string, now: number): Record<string, string>;
  /** Opens a field that the merchant encrypted with the platform's public key. Throws PARAM_ERROR. */
  decrypted(field: string): string;
  /** The `resource` of a callback. */
  encrypted(originalType: string, associatedData: string, content: unknown): Record<string, string>;
}

export const createSignatures = (keys: PayKeys): Signatures => {
  const merchantPublicKey = publicKeyOf(keys.merchantPrivateKey);
  const merchantSigned = (message: string, signature: string): boolean =>
    createVerify('RSA-SHA256').update(message).verify(merchantPublicKey, signature, 'base64');

  return {
    keyId: keys.platformKeyId,

    verifyRequest(request, now) {
      const parts = parsedAuthorization(request.headers.authorization);
      const part = (name: string): string => parts?.get(name) ?? '';
      if (!parts) throw new PayError('SIGN_ERROR', 'Http头缺少Authorization或认证类型不正确');
      if (part('mchid') !== MERCHANT.mchid) throw new PayError('SIGN_ERROR', '商户号不存在或与签名不符');
      if (part('serial_no') !== keys.merchantSerial) throw new PayError('SIGN_ERROR', '商户证书序列号有误');
      const timestamp = part('timestamp');
      if (!/^\d+$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > MAX_AGE_S) {
        throw new PayError('SIGN_ERROR', 'Http头Authorization值中的timestamp与发起请求的时间不得超过5分钟');
      }
      const message = lines(
        request.method.toUpperCase(),
        request.target,
        timestamp,
        part('nonce_str'),
        request.body.toString('utf8'),
      );
      if (!merchantSigned(message, part('signature'))) throw new PayError('SIGN_ERROR', '签名错误');
    },

    verifyPaySign(appid, params) {
      const message = lines(appid, params.timeStamp ?? '', params.nonceStr ?? '', params.package ?? '');
      return params.signType === 'RSA' && merchantSigned(message, params.paySign ?? '');
    },

    signedHeaders(body, now) {
      const timestamp = String(Math.floor(now / 1000));
      const nonce = randomBytes(16).toString('hex');
      const signature = createSign('RSA-SHA256')
        .update(lines(timestamp, nonce, body))
        .sign(keys.platformPrivateKey, 'base64');
      return {
        'Wechatpay-Timestamp': timestamp,
        'Wechatpay-Nonce': nonce,
        'Wechatpay-Serial': keys.platformKeyId,
        'Wechatpay-Signature': signature,
        'Wechatpay-Signature-Type': SCHEME,
        'Request-ID': randomBytes(16).toString('hex').toUpperCase(),
      };
    },

    decrypted(field) {
      try {
        return privateDecrypt(keys.platformPrivateKey, Buffer.from(field, 'base64')).toString('utf8');
      } catch {
        throw new PayError('PARAM_ERROR', '敏感字段解密失败，请检查加密公钥');
      }
    },

    encrypted(originalType, associatedData, content) {
      const nonce = randomBytes(6).toString('hex');
      const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce).setAAD(Buffer.from(associatedData));
      const ciphertext = Buffer.concat([
        cipher.update(JSON.stringify(content), 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return {
        original_type: originalType,
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: ciphertext.toString('base64'),
        associated_data: associatedData,
        nonce,
      };
    },
  };
};
