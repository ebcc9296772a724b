import { jsonObject, json, refusal } from '../answers';
import { isPaid, type Orders, type PayRefusal, type PaidOrder } from '../pay/orders';
import { type Signatures } from '../pay/signatures';
import { type LocalRequest, type LocalResponse, type StateWriter } from '../../wechat-side';
import { cashierPage, messagePage } from './cashier-page';
import { html } from './phone-page';

/**
 * Where the person pays, in place of WeChat's own cashier.
 *
 * `GET /_local/cashier?prepay_id=…[&openid=…]` — the page. With `openid`, the person who pays; without it, the payer
 * of the order. When framed it tells its parent `{cashier: 'paid'|'cancelled'|'failed', prepayId}`.
 *
 * `POST /_local/cashier/<prepayId>` with header `x-openid` and `{result: 'pay'|'cancel'|'fail', params?}` →
 * 200 `{result: 'paid'|'cancelled'|'failed'}`, or `{error: {code, message}}` when the money is not taken. `params` is the
 * argument of `wx.requestPayment`; when given, its signature is checked as the phone would.
 */
const REFUSALS: Readonly<Record<PayRefusal, { status: number; code: string; message: string }>> = {
  notFound: { status: 404, code: 'PREPAY_NOT_FOUND', message: '没有这笔待付款的订单' },
  otherPayer: { status: 403, code: 'NOT_PAYER', message: '下单账号与支付账号不一致，请由下单的人付款' },
  alreadyPaid: { status: 409, code: 'ORDERPAID', message: '这笔订单已经付过了' },
  closed: { status: 409, code: 'ORDER_CLOSED', message: '这笔订单已经关闭' },
  expired: { status: 409, code: 'ORDER_EXPIRED', message: '已超过付款时间，请回到小程序重新付款' },
};

const PARAM_NAMES = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const;

export interface Cashier {
  readonly page: (request: LocalRequest) => LocalResponse;
  readonly decide: (request: LocalRequest, prepayId: string) => Promise<LocalResponse>;
}

export const createCashier = (
  appid: string,
  orders: Orders,
  signatures: Signatures,
  now: () => number,
  onPaid: {
    readonly queue: (writer: StateWriter, order: PaidOrder, now: number) => void;
    readonly send: () => void;
  },
): Cashier => {
  const isSignedFor = (prepayId: string, params: unknown): boolean => {
    if (typeof params !== 'object' || params === null) return false;
    const given = new Map<string, unknown>(Object.entries(params));
    const values: Record<string, string> = {};
    for (const name of PARAM_NAMES) {
      const value = given.get(name);
      if (typeof value !== 'string') return false;
      values[name] = value;
    }
    return values.package === `prepay_id=${prepayId}` && signatures.verifyPaySign(appid, values);
  };

  const refuse = (reason: PayRefusal): LocalResponse => {
    const { status, code, message } = REFUSALS[reason];
    return refusal(status, code, message);
  };

  return {
    page(request) {
      const prepayId = request.query.get('prepay_id') ?? '';
      const order = orders.byPrepay(prepayId);
      if (!order) return html(404, messagePage('没有这笔订单', REFUSALS.notFound.message, prepayId));
      const openid = request.query.get('openid') ?? order.payerOpenid;
      const reason = orders.refusalOf(prepayId, openid, now());
      if (reason !== undefined && reason !== 'alreadyPaid') {
        return html(REFUSALS[reason].status, messagePage('不能付款', REFUSALS[reason].message, prepayId));
      }
      return html(200, cashierPage({ prepayId, openid, order, isPaid: isPaid(order) }));
    },

    async decide(request, prepayId) {
      const openid = request.headers['x-openid'] ?? '';
      const body = jsonObject(request.body);
      if (body && 'params' in body && !isSignedFor(prepayId, body.params)) {
        return refusal(400, 'PAY_SIGN_ERROR', '支付验证签名失败');
      }
      switch (body?.result) {
        case 'cancel':
        case 'fail': {
          const order = orders.byPrepay(prepayId);
          if (!order) return refuse('notFound');
          if (order.payerOpenid !== openid) return refuse('otherPayer');
          if (isPaid(order)) return refuse('alreadyPaid');
          return json(200, { result: body.result === 'cancel' ? 'cancelled' : 'failed' });
        }
        case 'pay': {
          const at = now();
          const paid = await orders.pay(prepayId, openid, at, (writer, order) =>
            onPaid.queue(writer, order, at),
          );
          if (typeof paid === 'string') return refuse(paid);
          onPaid.send();
          return json(200, { result: 'paid' });
        }
        default:
          return refusal(400, 'INVALID_RESULT', 'result 只能是 pay、cancel 或 fail');
      }
    },
  };
};
