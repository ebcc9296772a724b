import { z } from '../../shared/zod';

/** What a merchant needs to speak API v3. Every value but the numbers and ids is a secret: never log this object. */
export interface WechatPaySettings {
  /** `https://api.mch.weixin.qq.com/`, or another address that speaks the same protocol; ends with `/`. */
  readonly baseUrl: string;
  readonly appid: string;
  readonly mchid: string;
  /** Serial number of the merchant's API certificate, 40 hex digits. */
  readonly merchantSerial: string;
  /** PEM, PKCS#8. */
  readonly merchantKey: string;
  /** 32 characters; opens callbacks. */
  readonly apiV3Key: string;
  /** `PUB_KEY_ID_…`, names the key that signs WeChat's answers and callbacks. */
  readonly publicKeyId: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
  /** Where WeChat sends callbacks. */
  readonly notifyUrl: string;
}

const filled = z.string().check(z.minLength(1));
const environment = z.object({
  WX_APPID: filled,
  WXPAY_BASE_URL: z.string().check(z.regex(/^https?:\/\/.+\/$/)),
  WXPAY_MCHID: filled,
  WXPAY_MERCHANT_SERIAL: filled,
  WXPAY_MERCHANT_KEY: z.string().check(z.regex(/PRIVATE KEY/)),
  WXPAY_APIV3_KEY: z.string().check(z.length(32)),
  WXPAY_PUBLIC_KEY_ID: z.string().check(z.regex(/^PUB_KEY_ID_/)),
  WXPAY_PUBLIC_KEY: z.string().check(z.regex(/PUBLIC KEY/)),
  WXPAY_NOTIFY_URL: z.string().check(z.regex(/^https?:\/\//)),
});

/** Reads the settings of a function's environment; throws with the names (never the values) of what is missing or wrong. */
export const wechatPaySettings = (env: Readonly<Record<string, string | undefined>>): WechatPaySettings => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.map(String).join('.')))];
    throw new Error(`payment settings missing or malformed: ${names.join(', ')}`);
  }
  const values = parsed.data;
  return {
    baseUrl: values.WXPAY_BASE_URL,
    appid: values.WX_APPID,
    mchid: values.WXPAY_MCHID,
    merchantSerial: values.WXPAY_MERCHANT_SERIAL,
    merchantKey: values.WXPAY_MERCHANT_KEY,
    apiV3Key: values.WXPAY_APIV3_KEY,
    publicKeyId: values.WXPAY_PUBLIC_KEY_ID,
    publicKey: values.WXPAY_PUBLIC_KEY,
    notifyUrl: values.WXPAY_NOTIFY_URL,
  };
};
