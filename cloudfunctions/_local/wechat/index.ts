import { LostAnswer } from '../faults/lost-answer';
import { type CreateWechat, type LocalRequest, type LocalResponse, type WechatSide } from '../wechat-side';
import { json } from './answers';
import { createCashier } from './cashier/cashier-door';
import { createTransferDoor } from './cashier/transfer-door';
import { loadKeys, publicKeyOf } from './keys';
import { MERCHANT } from './merchant';
import { fundsDoor, refundsDoor, transfersDoor } from './merchant-doors';
import { createSubscriptions } from './messages/subscriptions';
import { createOcr } from './open-api/ocr';
import { createOpenApi } from './open-api/open-api';
import { createPhoneNumbers } from './open-api/phone-numbers';
import { cardDoor } from './open-api/sample-cards';
import { getUnlimited } from './open-api/wxacode';
import { createPeople } from './people';
import { SUBSCRIBE_TEMPLATES } from './templates';
import { createPayApi } from './pay/api';
import { billDoor } from './pay/bills/bill-door';
import { billEndpoints } from './pay/bills/bill-endpoints';
import { createCallbacks } from './pay/callbacks';
import { createNotices } from './pay/notices';
import { orderEndpoints } from './pay/order-endpoints';
import { createOrders } from './pay/orders';
import { createRefunds } from './pay/refunds';
import { createSchedule } from './pay/schedule';
import { createSignatures } from './pay/signatures';
import { transferEndpoints } from './pay/transfers/transfer-endpoints';
import { createTransfers } from './pay/transfers/transfers';

/** A door: methods, path, and what answers; what the path captures is given along. */
type Door = readonly [
  methods: readonly string[],
  path: RegExp,
  answer: (request: LocalRequest, captured: string) => LocalResponse | Promise<LocalResponse>,
];

/**
 * WeChat's side of the local cloud: WeChat Pay API v3 with its cashier, subscribe messages, and the open API.
 *
 * Doors besides `/wxpay/…` are described where they are: `cashier/`, `messages/subscriptions`, `merchant-doors`, `people`,
 * `open-api/`; and
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
  const notices = createNotices(callbacks, appid);
  const refunds = createRefunds(stateStore, notices.refunded);
  const people = createPeople(stateStore);
  const transfers = createTransfers(stateStore, people.of, notices.transferred);
  const schedule = createSchedule(clock, [refunds, transfers, callbacks], log);
  const endpoints = [
    ...orderEndpoints(appid, orders, refunds),
    ...billEndpoints(stateStore, appid, orders, refunds, surroundings.baseUrl),
    ...transferEndpoints(appid, transfers, signatures),
  ];
  const api = createPayApi(endpoints, signatures);
  const cashier = createCashier(appid, orders, signatures, now, {
    queue: notices.paid,
    send: () => schedule.poke(),
  });
  const transferDoor = createTransferDoor(transfers, now, () => schedule.poke());

  const subscriptions = createSubscriptions(stateStore, now, surroundings.pages);
  const phoneNumbers = createPhoneNumbers(stateStore, people, appid, now);
  const ocr = createOcr(surroundings.baseUrl);
  const openApi = createOpenApi({
    'subscribeMessage.send': async (parameters) => (await subscriptions.send(parameters)) ?? {},
    'wxacode.getUnlimited': getUnlimited(surroundings.pages, surroundings.baseUrl),
    'phonenumber.getPhoneNumber': phoneNumbers.getPhoneNumber,
    'ocr.idcard': ocr.idcard,
    'ocr.bankcard': ocr.bankcard,
  });

  const callbackDoor = async (request: LocalRequest): Promise<LocalResponse> => {
    if (request.query.has('settle')) await schedule.settled();
    return json(200, { callbacks: callbacks.list() });
  };

  const get = ['GET'];
  const post = ['POST'];
  const both = ['GET', 'POST'];
  const doors: readonly Door[] = [
    [get, /^\/_local\/cashier$/, cashier.page],
    [post, /^\/_local\/cashier\/([^/]+)$/, cashier.decide],
    [get, /^\/_local\/transfer$/, transferDoor.page],
    [post, /^\/_local\/transfer\/([^/]+)$/, transferDoor.decide],
    [post, /^\/_local\/subscribe$/, subscriptions.subscribeDoor],
    [get, /^\/_local\/messages$/, subscriptions.messagesDoor],
    [get, /^\/_local\/wechat\/orders$/, () => json(200, { orders: orders.all(), refunds: refunds.all() })],
    [get, /^\/_local\/wechat\/messages$/, subscriptions.bookDoor],
    [get, /^\/_local\/wechat\/callbacks$/, callbackDoor],
    [get, /^\/_local\/wechat\/bill$/, billDoor(appid, orders, refunds, now)],
    [both, /^\/_local\/wechat\/refunds$/, refundsDoor(refunds)],
    [both, /^\/_local\/wechat\/transfers$/, transfersDoor(transfers)],
    [both, /^\/_local\/wechat\/funds$/, fundsDoor(stateStore)],
    [both, /^\/_local\/wechat\/people$/, people.door],
    [post, /^\/_local\/wechat\/phone-codes$/, phoneNumbers.door],
    [get, /^\/_local\/wechat\/cards\/([a-z]+)\.png$/, cardDoor],
  ];

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
      for (const [wanted, pattern, answer] of doors) {
        const match = wanted.includes(method) ? pattern.exec(path) : null;
        if (match) return answer(request, decodeURIComponent(match[1] ?? ''));
      }
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
