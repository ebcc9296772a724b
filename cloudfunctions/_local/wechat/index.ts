import { LostAnswer } from '../faults/lost-answer';
import { type CreateWechat, type LocalRequest, type LocalResponse, type WechatSide } from '../wechat-side';
import { json } from './answers';
import { createCashier } from './cashier/cashier-door';
import { loadKeys, publicKeyOf } from './keys';
import { MERCHANT } from './merchant';
import { createOpenApi } from './messages/open-api';
import { createSubscriptions } from './messages/subscriptions';
import { SUBSCRIBE_TEMPLATES } from './templates';
import { createPayApi } from './pay/api';
import { createCallbacks } from './pay/callbacks';
import { orderEndpoints } from './pay/order-endpoints';
import { createOrders } from './pay/orders';
import { createRefunds } from './pay/refunds';
import { createSchedule } from './pay/schedule';
import { createSignatures } from './pay/signatures';
import { refundNoticeWire, transactionWire } from './pay/wire';

/**
 * WeChat's side of the local cloud: WeChat Pay API v3, its cashier, and subscribe messages.
 *
 * Doors besides `/wxpay/…`, `/_local/cashier…` (cashier-door) and `/_local/subscribe`, `/_local/messages` (subscriptions):
 *   `GET  /_local/wechat/orders`     → `{orders, refunds}` as WeChat keeps them
 *   `GET  /_local/wechat/callbacks`  → `{callbacks}`, newest first; with `?settle=1` only once nothing due is undelivered
 *
 * What is to go wrong with callbacks and calls is the fault plan's (`/_local/faults`).
 */
export const createWechat: CreateWechat = async (surroundings): Promise<WechatSide> => {
  const { stateStore, clock, appid, log } = surroundings;
  const now = (): number => clock.now();
  const keys = await loadKeys(stateStore);
  const signatures = createSignatures(keys);
  const callbacks = createCallbacks(stateStore, signatures, surroundings);
  const orders = createOrders(stateStore);
  const refunds = createRefunds(stateStore, (writer, refund, at) => {
    if (refund.notifyUrl === undefined) return;
    const event = {
      eventType: 'REFUND.SUCCESS',
      summary: '退款成功',
      originalType: 'refund',
      content: refundNoticeWire(refund),
      url: refund.notifyUrl,
      outTradeNo: refund.outTradeNo,
    };
    callbacks.queue(writer, event, at);
  });
  const schedule = createSchedule(clock, [refunds, callbacks], log);
  const api = createPayApi(orderEndpoints(appid, orders, refunds), signatures);
  const cashier = createCashier(appid, orders, signatures, now, {
    queue: (writer, order, at) => {
      const event = {
        eventType: 'TRANSACTION.SUCCESS',
        summary: '支付成功',
        originalType: 'transaction',
        content: transactionWire(order, appid),
        url: order.notifyUrl,
        outTradeNo: order.outTradeNo,
      };
      callbacks.queue(writer, event, at);
    },
    send: () => schedule.poke(),
  });
  const subscriptions = createSubscriptions(stateStore, now);
  const openApi = createOpenApi(subscriptions);

  const callbackDoor = async (request: LocalRequest): Promise<LocalResponse> => {
    if (request.query.has('settle')) await schedule.settled();
    return json(200, { callbacks: callbacks.list() });
  };

  /** Runs a call of WeChat's side, or loses its answer as the fault plan says, before or after it took effect. */
  const answered = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const fault = surroundings.faults.next('wechat', { names: [name] });
    if (fault?.do === 'timeoutBefore') throw new LostAnswer(fault.holdMs);
    const answer = await run();
    if (fault) throw new LostAnswer(fault.holdMs);
    return answer;
  };

  return {
    async routes(request) {
      const { method, path } = request;
      if (path.startsWith('/wxpay/')) {
        const name = `${method} ${path.slice('/wxpay/'.length)}`;
        try {
          return await answered(name, () => api.answer(request, now()));
        } finally {
          schedule.poke();
        }
      }
      if (path === '/_local/cashier' && method === 'GET') return cashier.page(request);
      const prepayId = /^\/_local\/cashier\/([^/]+)$/.exec(path)?.[1];
      if (prepayId && method === 'POST') return cashier.decide(request, decodeURIComponent(prepayId));
      if (path === '/_local/subscribe' && method === 'POST') return subscriptions.subscribeDoor(request);
      if (path === '/_local/messages' && method === 'GET') return subscriptions.messagesDoor(request);
      if (path === '/_local/wechat/orders' && method === 'GET') {
        return json(200, { orders: orders.all(), refunds: refunds.all() });
      }
      if (path === '/_local/wechat/callbacks' && method === 'GET') return callbackDoor(request);
      return undefined;
    },

    handleOpenApi: (body, caller) => answered(String(body.apiName), () => openApi(body, caller)),

    functionEnvironment: () => ({
      WXPAY_BASE_URL: `${surroundings.baseUrl()}/wxpay/`,
      WXPAY_MCHID: MERCHANT.mchid,
      WXPAY_MERCHANT_SERIAL: keys.merchantSerial,
      WXPAY_MERCHANT_KEY: keys.merchantPrivateKey,
      WXPAY_APIV3_KEY: keys.apiV3Key,
      WXPAY_PUBLIC_KEY_ID: keys.platformKeyId,
      WXPAY_PUBLIC_KEY: publicKeyOf(keys.platformPrivateKey),
      WXPAY_NOTIFY_URL: `${surroundings.entryUrl}/pay-notify`,
      SUBSCRIBE_TEMPLATES: JSON.stringify(SUBSCRIBE_TEMPLATES),
    }),

    close: () => schedule.close(),
  };
};
