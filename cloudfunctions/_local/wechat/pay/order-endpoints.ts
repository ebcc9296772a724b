import { bodyOf, type Endpoint } from './endpoint';
import { assertMerchant, readJsapiBody, readRefundBody } from './order-request';
import { type Orders, type PayOrder } from './orders';
import { PayError } from './pay-error';
import { type Refunds } from './refunds';
import { refundWire, transactionWire } from './wire';

/** Orders and refunds. Source: WeChat Pay API v3, "JSAPI下单", "查询订单", "关闭订单", "申请退款", "查询单笔退款". */
export const orderEndpoints = (appid: string, orders: Orders, refunds: Refunds): readonly Endpoint[] => {
  const found = (order: PayOrder | undefined): object => {
    if (!order) throw new PayError('ORDER_NOT_EXIST', '订单不存在');
    return transactionWire(order, appid);
  };
  return [
    {
      method: 'POST',
      path: /^v3\/pay\/transactions\/jsapi$/,
      run: async (request, now) => ({
        prepay_id: await orders.place(readJsapiBody(bodyOf(request), appid), now),
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
        const { mchid } = bodyOf(request);
        assertMerchant(typeof mchid === 'string' ? mchid : undefined);
        await orders.close(number);
        return undefined;
      },
    },
    {
      method: 'POST',
      path: /^v3\/refund\/domestic\/refunds$/,
      run: async (request, now) => refundWire(await refunds.begin(readRefundBody(bodyOf(request)), now)),
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
};
