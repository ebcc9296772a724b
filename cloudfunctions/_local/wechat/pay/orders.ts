import { createHash } from 'node:crypto';
import { type StateStore, type StateWriter } from '../../wechat-side';
import { feeOf, moveFunds } from './funds';
import { newPrepayId, newTransactionId } from './numbers';
import { type JsapiBody } from './order-request';
import { PayError } from './pay-error';

/** A prepay id can be paid for two hours; asking again after that gives a new one. Source: "JSAPI下单", prepay_id. */
const PREPAY_LIFETIME_MS = 2 * 60 * 60 * 1000;

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** An order at WeChat's side. */
export interface PayOrder {
  readonly outTradeNo: string;
  readonly description: string;
  readonly attach?: string;
  readonly notifyUrl: string;
  readonly totalFen: number;
  readonly payerOpenid: string;
  readonly createdAt: number;
  /** `time_expire`: no payment from then on; the order itself stays open. */
  readonly expiresAt?: number;
  /** Hash of the whole request: a repeat must equal the first. */
  readonly fingerprint: string;
  readonly prepayId: string;
  readonly prepayIssuedAt: number;
  readonly state: TradeState;
  readonly transactionId?: string;
  readonly paidAt?: number;
  /** Refunds begun and not closed. */
  readonly refundedFen: number;
  /** How many were begun, closed ones too. */
  readonly refunds?: number;
}
export type PaidOrder = PayOrder & { readonly transactionId: string; readonly paidAt: number };

const orderKey = (outTradeNo: string): string => `order/${outTradeNo}`;
const prepayKey = (prepayId: string): string => `prepay/${prepayId}`;
const transactionKey = (transactionId: string): string => `transaction/${transactionId}`;

/** Keys in a fixed order, so that the same order written differently is the same order. */
const canonical = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
};
const fingerprintOf = (body: JsapiBody): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(body)))
    .digest('hex');

export const isPaid = (order: PayOrder): order is PaidOrder =>
  order.transactionId !== undefined && order.paidAt !== undefined;

/** Why the cashier does not take the money. */
export type PayRefusal = 'notFound' | 'otherPayer' | 'alreadyPaid' | 'closed' | 'expired';

/** One writer for all orders; every change is one transaction of the state store. */
export interface Orders {
  /** Answers a prepay id that can be paid. Throws ORDERPAID, ORDER_CLOSED, OUT_TRADE_NO_USED, PARAM_ERROR. */
  place(body: JsapiBody, now: number): Promise<string>;
  byNumber(outTradeNo: string): PayOrder | undefined;
  byTransaction(transactionId: string): PayOrder | undefined;
  byPrepay(prepayId: string): PayOrder | undefined;
  all(): PayOrder[];
  /** Throws ORDER_NOT_EXIST, ORDERPAID, ORDER_CLOSED. */
  close(outTradeNo: string): Promise<void>;
  /** Why this prepay cannot be paid by this person now; `undefined` when it can. */
  refusalOf(prepayId: string, openid: string, now: number): PayRefusal | undefined;
  /** Takes the money, or answers why not. `also` runs in the same transaction (the callback is queued there). */
  pay(
    prepayId: string,
    openid: string,
    now: number,
    also: (writer: StateWriter, order: PaidOrder) => void,
  ): Promise<PaidOrder | PayRefusal>;
}

export const createOrders = (store: StateStore): Orders => {
  type Reader = Pick<StateWriter, 'get'>;
  const byNumber = (reader: Reader, outTradeNo: string): PayOrder | undefined =>
    reader.get<PayOrder>(orderKey(outTradeNo));
  const byPrepay = (reader: Reader, prepayId: string): PayOrder | undefined => {
    const outTradeNo = reader.get<string>(prepayKey(prepayId));
    return outTradeNo === undefined ? undefined : byNumber(reader, outTradeNo);
  };
  const refusalOf = (order: PayOrder | undefined, prepayId: string, openid: string, now: number) => {
    if (!order) return 'notFound';
    if (order.payerOpenid !== openid) return 'otherPayer';
    if (isPaid(order)) return 'alreadyPaid';
    if (order.state === 'CLOSED') return 'closed';
    const isStale = order.prepayId !== prepayId || now >= order.prepayIssuedAt + PREPAY_LIFETIME_MS;
    const isOver = order.expiresAt !== undefined && now >= order.expiresAt;
    return isStale || isOver ? 'expired' : undefined;
  };

  const issue = (writer: StateWriter, order: PayOrder): string => {
    writer.put(orderKey(order.outTradeNo), order);
    writer.put(prepayKey(order.prepayId), order.outTradeNo);
    return order.prepayId;
  };
  const placeAgain = (writer: StateWriter, order: PayOrder, fingerprint: string, now: number): string => {
    if (isPaid(order)) throw new PayError('ORDERPAID', '该订单已支付');
    if (order.state === 'CLOSED') throw new PayError('ORDER_CLOSED', '该订单已关闭，请重新下单');
    if (order.fingerprint !== fingerprint) throw new PayError('OUT_TRADE_NO_USED', '商户订单号重复');
    if (now < order.prepayIssuedAt + PREPAY_LIFETIME_MS) return order.prepayId;
    return issue(writer, { ...order, prepayId: newPrepayId(now), prepayIssuedAt: now });
  };

  return {
    place: (body, now) =>
      store.transaction((writer) => {
        const fingerprint = fingerprintOf(body);
        const known = byNumber(writer, body.out_trade_no);
        if (known) return placeAgain(writer, known, fingerprint, now);
        const expiresAt = body.time_expire === undefined ? undefined : Date.parse(body.time_expire);
        if (expiresAt !== undefined && !(expiresAt > now)) {
          throw new PayError('PARAM_ERROR', '订单失效时间不能早于当前时间', {
            field: '/time_expire',
            issue: '订单失效时间不能早于当前时间',
            location: 'body',
          });
        }
        return issue(writer, {
          outTradeNo: body.out_trade_no,
          description: body.description,
          ...(body.attach === undefined ? {} : { attach: body.attach }),
          notifyUrl: body.notify_url,
          totalFen: body.amount.total,
          payerOpenid: body.payer.openid,
          createdAt: now,
          ...(expiresAt === undefined ? {} : { expiresAt }),
          fingerprint,
          prepayId: newPrepayId(now),
          prepayIssuedAt: now,
          state: 'NOTPAY',
          refundedFen: 0,
        });
      }),

    byNumber: (outTradeNo) => byNumber(store, outTradeNo),
    byTransaction: (transactionId) => {
      const outTradeNo = store.get<string>(transactionKey(transactionId));
      return outTradeNo === undefined ? undefined : byNumber(store, outTradeNo);
    },
    byPrepay: (prepayId) => byPrepay(store, prepayId),
    all: () => store.range<PayOrder>('order/').map(({ value }) => value),

    close: (outTradeNo) =>
      store.transaction((writer) => {
        const order = byNumber(writer, outTradeNo);
        if (!order) throw new PayError('ORDER_NOT_EXIST', '订单不存在');
        if (isPaid(order)) throw new PayError('ORDERPAID', '该订单已支付，不能关闭');
        if (order.state === 'CLOSED') throw new PayError('ORDER_CLOSED', '该订单已关闭');
        writer.put(orderKey(outTradeNo), { ...order, state: 'CLOSED' });
      }),

    refusalOf: (prepayId, openid, now) => refusalOf(byPrepay(store, prepayId), prepayId, openid, now),

    pay: (prepayId, openid, now, also) =>
      store.transaction((writer) => {
        const order = byPrepay(writer, prepayId);
        const refused = refusalOf(order, prepayId, openid, now);
        if (refused !== undefined || order === undefined) return refused ?? 'notFound';
        const paid: PaidOrder = {
          ...order,
          state: 'SUCCESS',
          transactionId: newTransactionId(now),
          paidAt: now,
        };
        writer.put(orderKey(order.outTradeNo), paid);
        writer.put(transactionKey(paid.transactionId), order.outTradeNo);
        moveFunds(writer, 'basic', paid.totalFen - feeOf(paid.totalFen));
        also(writer, paid);
        return paid;
      }),
  };
};

/** Books a refund against its order, or unbooks a closed one (negative); within the refund's transaction. */
export const bookRefund = (writer: StateWriter, order: PaidOrder, refundFen: number): void =>
  writer.put(orderKey(order.outTradeNo), {
    ...order,
    state: 'REFUND',
    refundedFen: order.refundedFen + refundFen,
    refunds: (order.refunds ?? 0) + (refundFen > 0 ? 1 : 0),
  });

/** The order as a transaction sees it. */
export const orderIn = (
  writer: Pick<StateWriter, 'get'>,
  number: { readonly outTradeNo?: string; readonly transactionId?: string },
): PayOrder | undefined => {
  const outTradeNo =
    number.outTradeNo ??
    (number.transactionId === undefined
      ? undefined
      : writer.get<string>(transactionKey(number.transactionId)));
  return outTradeNo === undefined ? undefined : writer.get<PayOrder>(orderKey(outTradeNo));
};
