import { type StateStore, type StateWriter } from '../../wechat-side';
import { newRefundId } from './numbers';
import { bookRefund, isPaid, orderIn } from './orders';
import { type RefundBody } from './order-request';
import { PayError } from './pay-error';
import { type DueWork } from './schedule';

/** Money back to the balance takes a moment; the request itself only answers PROCESSING. */
const REFUND_TAKES_MS = 3_000;

export interface PayRefund {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly totalFen: number;
  readonly refundFen: number;
  readonly reason?: string;
  readonly notifyUrl?: string;
  readonly createdAt: number;
  readonly state: 'PROCESSING' | 'SUCCESS';
  readonly succeededAt?: number;
}

const refundKey = (outRefundNo: string): string => `refund/done/${outRefundNo}`;
const processingKey = (outRefundNo: string): string => `refund/processing/${outRefundNo}`;
const dueAt = (refund: PayRefund): number => refund.createdAt + REFUND_TAKES_MS;

export interface Refunds extends DueWork {
  /** Throws RESOURCE_NOT_EXISTS, INVALID_REQUEST, NOT_ENOUGH. The same number again answers the same refund. */
  begin(body: RefundBody, now: number): Promise<PayRefund>;
  byNumber(outRefundNo: string): PayRefund | undefined;
  all(): PayRefund[];
}

export const createRefunds = (
  store: StateStore,
  onSuccess: (writer: StateWriter, refund: PayRefund, now: number) => void,
): Refunds => {
  const find = (reader: Pick<StateWriter, 'get'>, outRefundNo: string): PayRefund | undefined =>
    reader.get<PayRefund>(processingKey(outRefundNo)) ?? reader.get<PayRefund>(refundKey(outRefundNo));
  const processing = (): PayRefund[] =>
    store.range<PayRefund>('refund/processing/').map(({ value }) => value);

  return {
    begin: (body, now) =>
      store.transaction((writer) => {
        const order = orderIn(writer, { outTradeNo: body.out_trade_no, transactionId: body.transaction_id });
        const known = find(writer, body.out_refund_no);
        if (known) {
          const isSame =
            known.outTradeNo === order?.outTradeNo &&
            known.refundFen === body.amount.refund &&
            known.totalFen === body.amount.total;
          if (!isSame)
            throw new PayError('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试');
          return known;
        }
        if (!order) throw new PayError('RESOURCE_NOT_EXISTS', '订单不存在');
        if (!isPaid(order)) throw new PayError('INVALID_REQUEST', '订单未支付，不能退款');
        if (body.amount.total !== order.totalFen) throw new PayError('INVALID_REQUEST', '订单金额不一致');
        if (order.refundedFen >= order.totalFen) throw new PayError('INVALID_REQUEST', '订单已全额退款');
        if (order.refundedFen + body.amount.refund > order.totalFen) {
          throw new PayError('INVALID_REQUEST', '申请退款金额大于可退金额');
        }
        const refund: PayRefund = {
          outRefundNo: body.out_refund_no,
          refundId: newRefundId(now),
          outTradeNo: order.outTradeNo,
          transactionId: order.transactionId,
          totalFen: order.totalFen,
          refundFen: body.amount.refund,
          ...(body.reason === undefined ? {} : { reason: body.reason }),
          ...(body.notify_url === undefined ? {} : { notifyUrl: body.notify_url }),
          createdAt: now,
          state: 'PROCESSING',
        };
        writer.put(processingKey(refund.outRefundNo), refund);
        bookRefund(writer, order, refund.refundFen);
        return refund;
      }),

    byNumber: (outRefundNo) => find(store, outRefundNo),
    all: () => store.range<PayRefund>('refund/').map(({ value }) => value),

    nextAt: () =>
      processing().reduce<number | undefined>(
        (soonest, refund) => Math.min(soonest ?? dueAt(refund), dueAt(refund)),
        undefined,
      ),
    async runDue(now) {
      for (const refund of processing().filter((candidate) => dueAt(candidate) <= now)) {
        await store.transaction((writer) => {
          const done: PayRefund = { ...refund, state: 'SUCCESS', succeededAt: dueAt(refund) };
          writer.delete(processingKey(refund.outRefundNo));
          writer.put(refundKey(refund.outRefundNo), done);
          onSuccess(writer, done, now);
        });
      }
    },
  };
};
