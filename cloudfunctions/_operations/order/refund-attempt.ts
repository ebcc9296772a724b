import { transferRows } from '../../../shared/money/ledger.schema';
import { moveOrder, type Order, type PaymentAttempt } from '../../../shared/order/order.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { deriveId } from '../../_core/ids';
import type { Work, Workshop } from '../../_core/operation';
import type { RefundState } from '../../_core/ports/payment';
import { orderRefundedMessage } from './order-messages';
import { MOVED_BY_ITSELF, storeOrder, withAttempt } from './store-order';

const outRefundNoOf = (attempt: PaymentAttempt): string =>
  `${attempt.outTradeNo}-r${String(attempt.refundNumber)}`;

/** An order whose money all went back is refunded. */
const refundedWhenAllIsBack = (order: Order): Order =>
  order.state === 'refunding' && order.attempts.every(({ state }) => state !== 'refunding')
    ? moveOrder(order, 'refunded')
    : order;

/** Changes an attempt that is being refunded, unless another call did so first. */
const change =
  (
    order: Order,
    seen: PaymentAttempt,
    edit: (attempt: PaymentAttempt) => PaymentAttempt,
    plan: Plan,
    at: number,
  ): Work<void> =>
  async (tx) => {
    const current = await tx.orders.get(order.id);
    const attempt = current?.attempts.find(({ number }) => number === seen.number);
    if (!current || attempt?.state !== 'refunding' || attempt.refundNumber !== seen.refundNumber) return;
    const edited = edit(attempt);
    const stored = await storeOrder(
      tx,
      refundedWhenAllIsBack({ ...current, attempts: withAttempt(current, edited) }),
      {
        action: `order.refund-${edited.state === 'refunded' ? 'done' : 'again'}`,
        actor: MOVED_BY_ITSELF,
        at,
      },
    );
    if (edited.state !== 'refunded') return;
    await tx.ledger.create({
      id: deriveId('led', 'premiumRefunded', attempt.outTradeNo),
      kind: 'premiumRefunded',
      subject: order.id,
      rows: transferRows('wechatPay', 'customer', attempt.paidFen ?? 0),
      at,
    });
    await tx.messages.create(orderRefundedMessage(stored, attempt, plan, at));
  };

/** What each word of WeChat makes of the attempt; undefined: nothing to record yet. */
const EDITS: Readonly<Record<RefundState, ((attempt: PaymentAttempt) => PaymentAttempt) | undefined>> = {
  processing: undefined,
  success: (attempt) => ({ ...attempt, state: 'refunded', refundAbnormal: false }),
  closed: (attempt) => ({ ...attempt, refundNumber: attempt.refundNumber + 1 }),
  abnormal: (attempt) => ({ ...attempt, refundAbnormal: true }),
};

/**
 * Gives the money of an attempt back to who paid it, or finds out how far that is. The same refund number is the same
 * refund, so a repeat gives nothing twice. Throws PaymentUnavailable. Source: WeChat Pay API v3 "退款申请".
 */
export const refundAttempt = async (
  workshop: Workshop,
  order: Order,
  attempt: PaymentAttempt,
  plan: Plan,
): Promise<void> => {
  const { ports, write } = workshop;
  const paidFen = attempt.paidFen ?? 0;
  const standing = await ports.payment.refund({
    outTradeNo: attempt.outTradeNo,
    outRefundNo: outRefundNoOf(attempt),
    totalFen: paidFen,
    refundFen: paidFen,
    reason: '未能承保，原路退回',
  });
  const edit = EDITS[standing.state];
  const isNews = standing.state !== 'abnormal' || !attempt.refundAbnormal;
  if (edit && isNews) await write(change(order, attempt, edit, plan, ports.clock.now()));
};
