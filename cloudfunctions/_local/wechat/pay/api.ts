import { jsonObject } from '../answers';
import { type LocalRequest, type LocalResponse } from '../../wechat-side';
import { assertMerchant, readJsapiBody, readRefundBody } from './order-request';
import { type Orders, type PayOrder } from './orders';
import { PayError } from './pay-error';
import { type Refunds } from './refunds';
import { type Signatures } from './signatures';
import { refundWire, transactionWire } from './wire';

const PREFIX = '/wxpay/';

export interface PayApi {
  /** Answers `/wxpay/v3/…` as WeChat Pay does: signature checked before anything else, every answer signed. */
  answer(request: LocalRequest, now: number): Promise<LocalResponse>;
}

interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** `undefined` is an answer without a body (204). */
  readonly run: (request: LocalRequest, now: number, number: string) => Promise<object | undefined>;
}

export const createPayApi = (
  appid: string,
  orders: Orders,
  refunds: Refunds,
  signatures: Signatures,
): PayApi => {
  const body = (request: LocalRequest): Record<string, unknown> => {
    const parsed = jsonObject(request.body);
    if (!parsed) throw new PayError('PARAM_ERROR', '请求体不是合法的JSON');
    return parsed;
  };
  const found = (order: PayOrder | undefined): object => {
    if (!order) throw new PayError('ORDER_NOT_EXIST', '订单不存在');
    return transactionWire(order, appid);
  };

  const endpoints: readonly Endpoint[] = [
    {
      method: 'POST',
      path: /^v3\/pay\/transactions\/jsapi$/,
      run: async (request, now) => ({
        prepay_id: await orders.place(readJsapiBody(body(request), appid), now),
      }),
    },
    {
      method: 'GET',
      path: /^v3\/pay\/transactions\/out-trade-no\/([^/]+)$/,
      run: async (request, _now, number) => {
        assertMerchant(request.query.get('mchid'));
        return found(orders.byNumber(number));
      },
    },
    {
      method: 'GET',
      path: /^v3\/pay\/transactions\/id\/([^/]+)$/,
      run: async (request, _now, number) => {
        assertMerchant(request.query.get('mchid'));
        return found(orders.byTransaction(number));
      },
    },
    {
      method: 'POST',
      path: /^v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/,
      run: async (request, _now, number) => {
        const { mchid } = body(request);
        assertMerchant(typeof mchid === 'string' ? mchid : undefined);
        await orders.close(number);
        return undefined;
      },
    },
    {
      method: 'POST',
      path: /^v3\/refund\/domestic\/refunds$/,
      run: async (request, now) => refundWire(await refunds.begin(readRefundBody(body(request)), now)),
    },
    {
      method: 'GET',
      path: /^v3\/refund\/domestic\/refunds\/([^/]+)$/,
      run: async (_request, _now, number) => {
        const refund = refunds.byNumber(number);
        if (!refund) throw new PayError('RESOURCE_NOT_EXISTS', '退款单不存在');
        return refundWire(refund);
      },
    },
  ];

  const run = async (request: LocalRequest, now: number): Promise<{ status: number; body?: object }> => {
    try {
      signatures.verifyRequest(request, now);
      const path = request.path.slice(PREFIX.length);
      for (const endpoint of endpoints) {
        const match = endpoint.path.exec(path);
        if (!match || endpoint.method !== request.method) continue;
        const answer = await endpoint.run(request, now, decodeURIComponent(match[1] ?? ''));
        return answer ? { status: 200, body: answer } : { status: 204 };
      }
      return { status: 404, body: { code: 'RESOURCE_NOT_EXISTS', message: '本机的微信支付没有这个接口' } };
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      const { status, code, message, detail } = error;
      return { status, body: { code, message, ...(detail ? { detail } : {}) } };
    }
  };

  return {
    async answer(request, now) {
      const { status, body: content } = await run(request, now);
      const text = content ? JSON.stringify(content) : '';
      return {
        status,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...signatures.signedHeaders(text, now),
        },
        body: text,
      };
    },
  };
};
