import { Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import { type WechatBench } from './test-bench';

/** An answer of WeChat Pay: a body, or an error code. */
export interface PayAnswer {
  readonly status: number;
  readonly code?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A merchant with the real client and nothing of ours, for what our adapters do not send. */
export interface TestMerchant {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<PayAnswer>;
  post(path: string, body: object): Promise<PayAnswer>;
  /** Fetches a bill: its bytes as they come. */
  download(url: string): Promise<{ readonly status: number; readonly bytes: Buffer }>;
  /** A field for WeChat's eyes only. */
  encrypted(text: string): string;
  /** Places an order and pays it; answers nothing, as the callback tells. */
  buy(outTradeNo: string, totalFen?: number, openid?: string): Promise<void>;
}

interface AxiosLike {
  readonly response?: { readonly status: number; readonly data: unknown };
}
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

export const testMerchant = (bench: WechatBench): TestMerchant => {
  const { env } = bench;
  const keyId = env.WXPAY_PUBLIC_KEY_ID ?? '';
  const client = new Wechatpay({
    baseURL: env.WXPAY_BASE_URL,
    mchid: env.WXPAY_MCHID ?? '',
    serial: env.WXPAY_MERCHANT_SERIAL ?? '',
    privateKey: env.WXPAY_MERCHANT_KEY ?? '',
    certs: { [keyId]: env.WXPAY_PUBLIC_KEY ?? '' },
    headers: { 'Wechatpay-Serial': keyId },
    proxy: false,
  }) as unknown as {
    chain(path: string): {
      get(config: object): Promise<{ status: number; data: unknown }>;
      post(body: object): Promise<{ status: number; data: unknown }>;
    };
  };
  const answered = async (
    call: Promise<{ status: number; data: unknown }>,
  ): Promise<{ status: number; data: unknown }> => {
    try {
      return await call;
    } catch (error) {
      const { response } = error as AxiosLike;
      if (!response) throw error;
      return response;
    }
  };
  const understood = async (call: Promise<{ status: number; data: unknown }>): Promise<PayAnswer> => {
    const { status, data } = await answered(call);
    const body = recordOf(data);
    return { status, data: body, ...(typeof body.code === 'string' ? { code: body.code } : {}) };
  };

  const merchant: TestMerchant = {
    get: (path, query = {}) => understood(client.chain(path).get({ params: query })),
    post: (path, body) => understood(client.chain(path).post(body)),
    async download(url) {
      const { pathname, searchParams } = new URL(url);
      const params = Object.fromEntries(searchParams);
      const path = pathname.replace('/wxpay/', '');
      const call = client.chain(path).get({ params, responseType: 'arraybuffer' });
      const { status, data } = await answered(call);
      return { status, bytes: Buffer.from(data as ArrayBuffer) };
    },
    encrypted: (text) => Rsa.encrypt(text, env.WXPAY_PUBLIC_KEY ?? ''),
    async buy(outTradeNo, totalFen = 10_000, openid = 'oPayer') {
      const { data } = await merchant.post('v3/pay/transactions/jsapi', {
        appid: bench.appid,
        mchid: env.WXPAY_MCHID,
        description: '家庭意外险',
        out_trade_no: outTradeNo,
        notify_url: `${bench.url}/nowhere`,
        amount: { total: totalFen, currency: 'CNY' },
        payer: { openid },
      });
      const paid = await bench.post(`/_local/cashier/${String(data.prepay_id)}`, { result: 'pay' }, openid);
      if (paid.status !== 200) throw new Error(`not paid: ${JSON.stringify(paid.body)}`);
    },
  };
  return merchant;
};
