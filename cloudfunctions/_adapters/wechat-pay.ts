import type * as WechatPayLibrary from 'wechatpay-axios-plugin';
import { chinaDayOf, startOfChinaDay } from '../../shared/time/china-day';
import { type z } from '../../shared/zod';
import {
  PaymentRefused,
  PaymentUnavailable,
  type PaymentAttempt,
  type PaymentPort,
  type RequestPaymentParams,
} from '../_core/ports/payment';
import {
  billAnswer,
  prepayAnswer,
  refundAnswer,
  refundStandingOf,
  standingOf,
  transaction,
} from './wechat-pay-answers';
import { readCallback } from './wechat-pay-callback';
import { paymentErrorOf } from './wechat-pay-errors';
import { type WechatPaySettings } from './wechat-pay-settings';

/** A callback must be answered within 5 s, and a function lives a few more: no single call may take longer. */
const TIMEOUT_MS = 5_000;

/** A bill is fetched by a timer, which has time. */
const DOWNLOAD_TIMEOUT_MS = 20_000;

/** Zipped: some hundred thousand lines. */
const LARGEST_BILL_BYTES = 20 * 1024 * 1024;

/** RFC 3339 in China time, whole seconds, as the order's `time_expire` wants it. */
const rfc3339 = (instant: number): string => {
  const day = chinaDayOf(instant);
  const seconds = Math.floor((instant - startOfChinaDay(day)) / 1000);
  const pieces = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${day}T${pieces.map((piece) => String(piece).padStart(2, '0')).join(':')}+08:00`;
};

type Library = typeof WechatPayLibrary;
type Client = (
  method: 'get' | 'post',
  path: string,
  options: {
    readonly body?: object;
    readonly query?: Readonly<Record<string, string>>;
    /** A file: answered as it comes. WeChat signs none; its hash was told before. */
    readonly isFile?: boolean;
  },
) => Promise<unknown>;

const clientOf = ({ Decorator }: Library, settings: WechatPaySettings): Client => {
  const connection = new Decorator({
    baseURL: settings.baseUrl,
    mchid: settings.mchid,
    serial: settings.merchantSerial,
    privateKey: settings.merchantKey,
    certs: { [settings.publicKeyId]: settings.publicKey },
    timeout: TIMEOUT_MS,
    proxy: false,
    maxRedirects: 0,
    // Names the key we hold, so that WeChat signs with it. Source: "微信支付公钥".
    headers: { 'Wechatpay-Serial': settings.publicKeyId },
  });
  return async (method, path, { body, query, isFile = false }) => {
    try {
      const answer = await connection.request<unknown, { status: number; data: unknown }>(
        path,
        method,
        body,
        {
          ...(query ? { params: query } : {}),
          ...(isFile
            ? {
                responseType: 'arraybuffer',
                timeout: DOWNLOAD_TIMEOUT_MS,
                maxContentLength: LARGEST_BILL_BYTES,
              }
            : {}),
        },
      );
      // 202 USER_PAYING: nothing has been decided yet.
      if (answer.status === 202) throw new PaymentUnavailable('WeChat Pay is still at it');
      return answer.data;
    } catch (thrown) {
      if (thrown instanceof PaymentUnavailable) throw thrown;
      throw paymentErrorOf(thrown);
    }
  };
};

const understood = <T>(schema: z.ZodMiniType<T>, answer: unknown): T => {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new PaymentUnavailable('WeChat Pay answered in an unknown shape');
  return parsed.data;
};

const isRefusal = (thrown: unknown, reason: PaymentRefused['reason']): boolean =>
  thrown instanceof PaymentRefused && thrown.reason === reason;

/** Outcomes of asking for a bill that are no faults. Source: "申请交易账单", 错误码. */
const WITHOUT_BILL: Readonly<Record<string, 'none' | 'notYet'>> = {
  NO_STATEMENT_EXIST: 'none',
  STATEMENT_CREATING: 'notYet',
};

/** A file that was cut short or changed on its way is there to be fetched again. */
const unreadable = (thrown: unknown): never => {
  const why = thrown instanceof Error ? thrown.message : 'unknown';
  throw new PaymentUnavailable(`WeChat Pay's bill cannot be read: ${why}`);
};

/**
 * The payment port over WeChat Pay API v3 with a WeChat Pay public key. The library is loaded on first use.
 * @param now epoch ms; judges the age of callbacks and stamps `wx.requestPayment` parameters.
 */
export const createWechatPay = (settings: WechatPaySettings, now: () => number): PaymentPort => {
  let loaded: Promise<{ library: Library; call: Client }> | undefined;
  const load = (): Promise<{ library: Library; call: Client }> => {
    loaded ??= import('wechatpay-axios-plugin').then((library) => ({
      library,
      call: clientOf(library, settings),
    }));
    return loaded;
  };
  const call: Client = async (...request) => (await load()).call(...request);

  const paramsFor = async (prepayId: string): Promise<RequestPaymentParams> => {
    const { Formatter, Rsa } = (await load()).library;
    const timeStamp = String(Math.floor(now() / 1000));
    const nonceStr = Formatter.nonce();
    const bundle = `prepay_id=${prepayId}`;
    const message = Formatter.joinedByLineFeed(settings.appid, timeStamp, nonceStr, bundle);
    return {
      timeStamp,
      nonceStr,
      package: bundle,
      signType: 'RSA',
      paySign: Rsa.sign(message, settings.merchantKey),
    };
  };

  const orderBody = (attempt: PaymentAttempt): object => ({
    appid: settings.appid,
    mchid: settings.mchid,
    description: attempt.description,
    out_trade_no: attempt.outTradeNo,
    time_expire: rfc3339(attempt.expiresAt),
    notify_url: settings.notifyUrl,
    amount: { total: attempt.totalFen, currency: 'CNY' },
    payer: { openid: attempt.payerOpenid },
  });

  return {
    async open(attempt) {
      const answer = await call('post', 'v3/pay/transactions/jsapi', { body: orderBody(attempt) });
      const { prepay_id: prepayId } = understood(prepayAnswer, answer);
      return { prepayId, params: await paramsFor(prepayId) };
    },

    async query(outTradeNo) {
      const path = `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`;
      try {
        const answer = understood(transaction, await call('get', path, { query: { mchid: settings.mchid } }));
        const isOurs =
          answer.mchid === settings.mchid &&
          answer.appid === settings.appid &&
          answer.out_trade_no === outTradeNo;
        if (!isOurs) throw new PaymentUnavailable('WeChat Pay answered about another order');
        return standingOf(answer);
      } catch (thrown) {
        if (isRefusal(thrown, 'notFound')) return { state: 'unknown' };
        throw thrown;
      }
    },

    async close(outTradeNo) {
      const path = `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}/close`;
      try {
        await call('post', path, { body: { mchid: settings.mchid } });
      } catch (thrown) {
        if (!isRefusal(thrown, 'closed')) throw thrown;
      }
    },

    async refund(order) {
      const answer = await call('post', 'v3/refund/domestic/refunds', {
        body: {
          out_trade_no: order.outTradeNo,
          out_refund_no: order.outRefundNo,
          reason: order.reason,
          notify_url: settings.notifyUrl,
          amount: { refund: order.refundFen, total: order.totalFen, currency: 'CNY' },
        },
      });
      const refund = understood(refundAnswer, answer);
      return refundStandingOf(refund);
    },

    async queryRefund(outRefundNo) {
      try {
        const path = `v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`;
        const refund = understood(refundAnswer, await call('get', path, {}));
        return refundStandingOf(refund);
      } catch (thrown) {
        if (isRefusal(thrown, 'notFound')) return undefined;
        throw thrown;
      }
    },

    async downloadBill(day) {
      try {
        const query = { bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' };
        const told = understood(billAnswer, await call('get', 'v3/bill/tradebill', { query }));
        // Only what leads to the file is taken from the address: a signed request goes to nobody else.
        const parameters = Object.fromEntries(new URL(told.download_url).searchParams);
        const file = await call('get', 'v3/billdownload/file', { query: parameters, isFile: true });
        if (!Buffer.isBuffer(file)) throw new PaymentUnavailable('WeChat Pay answered no file');
        const { readBill } = await import('./wechat-pay-bill');
        const rows = await readBill(file, told.hash_value, settings.appid).catch(unreadable);
        return { state: 'ready', hash: told.hash_value.toLowerCase(), rows };
      } catch (thrown) {
        const state = thrown instanceof PaymentRefused ? WITHOUT_BILL[thrown.wechatCode] : undefined;
        if (state === undefined) throw thrown;
        return { state };
      }
    },

    async readCallback(headers, rawBody) {
      return readCallback((await load()).library, settings, now(), headers, rawBody);
    },
  };
};
