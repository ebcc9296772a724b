import { type StateWriter } from '../../wechat-side';
import { type CallbackEvent, type Callbacks } from './callbacks';
import { type PaidOrder } from './orders';
import { type PayRefund, type RefundEnd } from './refunds';
import { transferNoticeWire } from './transfers/transfer-endpoints';
import { type Transfer } from './transfers/transfers';
import { refundNoticeWire, transactionWire } from './wire';

const REFUND_SUMMARIES: Readonly<Record<RefundEnd, string>> = {
  SUCCESS: '退款成功',
  ABNORMAL: '退款异常',
  CLOSED: '退款关闭',
};

type Queue<T> = (writer: StateWriter, about: T, now: number) => void;

/** Queues the callback that tells the merchant, within the transaction that makes it true. */
export interface Notices {
  readonly paid: Queue<PaidOrder>;
  readonly refunded: Queue<PayRefund>;
  readonly transferred: Queue<Transfer>;
}

export const createNotices = (callbacks: Callbacks, appid: string): Notices => {
  const queue = (
    writer: StateWriter,
    event: Omit<CallbackEvent, 'url'>,
    url: string | undefined,
    now: number,
  ): void => {
    if (url !== undefined) callbacks.queue(writer, { ...event, url }, now);
  };
  return {
    paid: (writer, order, now) => {
      const event = {
        eventType: 'TRANSACTION.SUCCESS',
        summary: '支付成功',
        originalType: 'transaction',
        content: transactionWire(order, appid),
        outTradeNo: order.outTradeNo,
      };
      queue(writer, event, order.notifyUrl, now);
    },
    refunded: (writer, refund, now) => {
      const event = {
        eventType: `REFUND.${refund.end}`,
        summary: REFUND_SUMMARIES[refund.end],
        originalType: 'refund',
        content: refundNoticeWire(refund),
        outTradeNo: refund.outTradeNo,
      };
      queue(writer, event, refund.notifyUrl, now);
    },
    transferred: (writer, transfer, now) => {
      const event = {
        eventType: 'MCHTRANSFER.BILL.FINISHED',
        summary: '商家转账单据终态通知',
        originalType: 'mch_payment',
        content: transferNoticeWire(transfer),
        outTradeNo: transfer.outBillNo,
      };
      queue(writer, event, transfer.notifyUrl, now);
    },
  };
};
