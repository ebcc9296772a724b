import { type StateStore, type StateWriter } from '../../wechat-side';
import { feeOf, moveFunds } from './funds';
import { newRefundId } from './numbers';
import { bookRefund, isPaid, orderIn, type PaidOrder, type PayOrder } from './orders';
import { type RefundBody } from './order-request';
import { PayError } from './pay-error';
import { type DueWork } from './schedule';

/** Money back to the balance takes a moment; the request itself only answers PROCESSING. */
const REFUND_TAKES_MS = 3_000;
/** Source: "申请退款": 注意. */
const LATEST_AFTER_MS = 365 * 24 * 60 * 60 * 1000;
const MOST_PER_ORDER = 50;

/** How a refund ends: paid back; stuck, because the payer's card is no more; closed, the money back at the merchant. */
export const REFUND_ENDS = ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const;
export type RefundEnd = (typeof REFUND_ENDS)[number];

export interface PayRefund {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly totalFen: number;
  readonly refundFen: number;
  /** The part of WeChat Pay's fee that the merchant gets back. */
  readonly feeFen: number;
  readonly reason?: string;
  readonly notifyUrl?: string;
  readonly createdAt: number;
  readonly state: 'PROCESSING' | RefundEnd;
  /** How it will end. */
  readonly end: RefundEnd;
  readonly succeededAt?: number;
}

const refundKey = (outRefundNo: string): string => `refund/done/${outRefundNo}`;
const processingKey = (outRefundNo: string): string => `refund/processing/${outRefundNo}`;
const END_KEY = 'refund-end';
const dueAt = (refund: PayRefund): number => refund.createdAt + REFUND_TAKES_MS;

export interface Refunds extends DueWork {
  /** Throws RESOURCE_NOT_EXISTS, INVALID_REQUEST, NOT_ENOUGH. The same number again answers the same refund. */
  begin(body: RefundBody, now: number): Promise<PayRefund>;
  byNumber(outRefundNo: string): PayRefund | undefined;
  all(): PayRefund[];
  /** How refunds begun from now on end. */
  end(): RefundEnd;
  readonly setEnd: (end: RefundEnd) => Promise<void>;
}

const refundable = (order: PayOrder | undefined, { amount }: RefundBody, now: number): PaidOrder => {
  if (!order) throw new PayError('RESOURCE_NOT_EXISTS', '订单不存在');
  if (!isPaid(order)) throw new PayError('INVALID_REQUEST', '订单未支付，不能退款');
  if (now > order.paidAt + LATEST_AFTER_MS) throw new PayError('INVALID_REQUEST', '订单已超过一年，不能退款');
  if (amount.total !== order.totalFen) throw new PayError('INVALID_REQUEST', '订单金额不一致');
  if (order.refundedFen >= order.totalFen) throw new PayError('INVALID_REQUEST', '订单已全额退款');
  if (order.refundedFen + amount.refund > order.totalFen) {
    throw new PayError('INVALID_REQUEST', '申请退款金额超过订单可退金额');
  }
  if ((order.refunds ?? 0) >= MOST_PER_ORDER) {
    throw new PayError('INVALID_REQUEST', '订单部分退款次数已达上限');
  }
  return order;
};

export const createRefunds = (
  store: StateStore,
  onEnd: (writer: StateWriter, refund: PayRefund, now: number) => void,
): Refunds => {
  const find = (reader: Pick<StateWriter, 'get'>, outRefundNo: string): PayRefund | undefined =>
    reader.get<PayRefund>(processingKey(outRefundNo)) ?? reader.get<PayRefund>(refundKey(outRefundNo));
  const processing = (): PayRefund[] =>
    store.range<PayRefund>('refund/processing/').map(({ value }) => value);
  const end = (): RefundEnd => store.get<RefundEnd>(END_KEY) ?? 'SUCCESS';

  const finish = (writer: StateWriter, refund: PayRefund): PayRefund => {
    const done: PayRefund = {
      ...refund,
      state: refund.end,
      ...(refund.end === 'SUCCESS' ? { succeededAt: dueAt(refund) } : {}),
    };
    writer.delete(processingKey(refund.outRefundNo));
    writer.put(refundKey(refund.outRefundNo), done);
    const order = orderIn(writer, { outTradeNo: refund.outTradeNo });
    if (refund.end === 'CLOSED' && order !== undefined && isPaid(order)) {
      bookRefund(writer, order, -refund.refundFen);
      moveFunds(writer, 'basic', refund.refundFen - refund.feeFen);
    }
    return done;
  };

  return {
    begin: (body, now) =>
      store.transaction((writer) => {
        const found = orderIn(writer, { outTradeNo: body.out_trade_no, transactionId: body.transaction_id });
        const known = find(writer, body.out_refund_no);
        if (known) {
          const isSame =
            known.outTradeNo === found?.outTradeNo &&
            known.refundFen === body.amount.refund &&
            known.totalFen === body.amount.total;
          if (!isSame)
            throw new PayError('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试');
          return known;
        }
        const order = refundable(found, body, now);
        const refund: PayRefund = {
          outRefundNo: body.out_refund_no,
          refundId: newRefundId(now),
          outTradeNo: order.outTradeNo,
          transactionId: order.transactionId,
          totalFen: order.totalFen,
          refundFen: body.amount.refund,
          feeFen: feeOf(order.refundedFen + body.amount.refund) - feeOf(order.refundedFen),
          ...(body.reason === undefined ? {} : { reason: body.reason }),
          ...(body.notify_url === undefined ? {} : { notifyUrl: body.notify_url }),
          createdAt: now,
          state: 'PROCESSING',
          end: end(),
        };
        moveFunds(writer, 'basic', refund.feeFen - refund.refundFen);
        writer.put(processingKey(refund.outRefundNo), refund);
        bookRefund(writer, order, refund.refundFen);
        return refund;
      }),

    byNumber: (outRefundNo) => find(store, outRefundNo),
    all: () => store.range<PayRefund>('refund/').map(({ value }) => value),
    end,
    setEnd: (next) => store.put(END_KEY, next),

    nextAt: () =>
      processing().reduce<number | undefined>(
        (soonest, refund) => Math.min(soonest ?? dueAt(refund), dueAt(refund)),
        undefined,
      ),
    async runDue(now) {
      for (const refund of processing().filter((candidate) => dueAt(candidate) <= now)) {
        await store.transaction((writer) => onEnd(writer, finish(writer, refund), now));
      }
    },
  };
};
