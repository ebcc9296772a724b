import { transferRows } from '../../../shared/money/ledger.schema';
import {
  moveOrder,
  type AttemptRefund,
  type Order,
  type PaymentAttempt,
} from '../../../shared/order/order.schema';
import { outRefundNoOf } from '../../../shared/order/trade-numbers';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';
import type { Work, Workshop } from '../../_core/operation';
import { PaymentRefused, type RefundStanding, type RefundState } from '../../_core/ports/payment';
import { moneyBackMessage } from './order-messages';
import { MOVED_BY_ITSELF, storeOrder, withAttempt } from './store-order';

/** What the payer reads at WeChat. */
const REASONS: Readonly<Record<AttemptRefund['because'], string>> = {
  notIssued: '未能承保，原路退回',
  cancelled: '退保，原路退回保费',
};

/** An order whose money all went back is refunded. */
const refundedWhenAllIsBack = (order: Order): Order =>
  order.state === 'refunding' && order.attempts.every(({ state }) => state !== 'refunding')
    ? moveOrder(order, 'refunded')
    : order;

/** What WeChat's word makes of a refund, and of the attempt it belongs to. */
interface Progress {
  readonly state: 'refunding' | 'refunded';
  readonly refund: AttemptRefund;
}

/** Changes an attempt that is being refunded, unless another call did so first. */
const change =
  (
    order: Order,
    attemptNumber: number,
    seen: AttemptRefund,
    to: Progress,
    standing: RefundStanding | undefined,
    plan: Plan,
    at: number,
  ): Work<void> =>
  async (tx) => {
    const current = await tx.orders.get(order.id);
    const attempt = current?.attempts.find(({ number }) => number === attemptNumber);
    if (!current || attempt?.state !== 'refunding' || attempt.refund?.number !== seen.number) return;
    const edited: PaymentAttempt = { ...attempt, ...to };
    const stored = await storeOrder(
      tx,
      refundedWhenAllIsBack({ ...current, attempts: withAttempt(current, edited) }),
      { action: `order.refund-${to.state === 'refunded' ? 'done' : 'again'}`, actor: MOVED_BY_ITSELF, at },
    );
    if (to.state !== 'refunded' || standing === undefined) return;
    await tx.ledger.create({
      id: deriveId('led', 'premiumRefunded', attempt.outTradeNo),
      kind: 'premiumRefunded',
      subject: order.id,
      rows: transferRows('wechatPay', 'customer', to.refund.fen),
      at,
      billDay: chinaDayOf(standing.begunAt),
      billNumber: standing.outRefundNo,
    });
    await tx.messages.create(moneyBackMessage(stored, edited, plan, at));
  };

/** A refund that needs a person, and is shown to the cashier; undefined once that is recorded. */
const needsPerson = (refund: AttemptRefund): Progress | undefined =>
  refund.isAbnormal ? undefined : { state: 'refunding', refund: { ...refund, isAbnormal: true } };

/** What each word of WeChat makes of a refund; undefined: nothing to record yet. */
const PROGRESS: Readonly<Record<RefundState, (refund: AttemptRefund) => Progress | undefined>> = {
  processing: () => undefined,
  success: (refund) => ({ state: 'refunded', refund: { ...refund, isAbnormal: false } }),
  closed: (refund) => ({ state: 'refunding', refund: { ...refund, number: refund.number + 1 } }),
  abnormal: needsPerson,
};

/** What WeChat will not do now makes of a refund. Throws the refusals that are a fault of ours. */
const refused = (refund: AttemptRefund, thrown: unknown): Progress | undefined => {
  if (!(thrown instanceof PaymentRefused)) throw thrown;
  // Too little in the merchant's account: the next look asks again.
  if (thrown.reason === 'notEnough') return undefined;
  // More than there is left to give: somebody gave money back by hand.
  if (thrown.reason === 'invalid') return needsPerson(refund);
  throw thrown;
};

/**
 * Gives the money of an attempt, or the part that is due, back to who paid it, or finds out how far that is. The same
 * refund number is the same refund, so a repeat gives nothing twice. Throws PaymentUnavailable.
 * Source: WeChat Pay API v3 "退款申请".
 */
export const refundAttempt = async (
  { ports, write }: Workshop,
  order: Order,
  { number, outTradeNo, paidFen, refund }: PaymentAttempt,
  plan: Plan,
): Promise<void> => {
  if (refund === null || paidFen === null) throw new Error(`${outTradeNo} has nothing to go back`);
  let standing: RefundStanding | undefined;
  let progress: Progress | undefined;
  try {
    standing = await ports.payment.refund({
      outTradeNo,
      outRefundNo: outRefundNoOf(outTradeNo, refund),
      totalFen: paidFen,
      refundFen: refund.fen,
      reason: REASONS[refund.because],
    });
    progress = PROGRESS[standing.state](refund);
  } catch (thrown) {
    progress = refused(refund, thrown);
  }
  if (progress) await write(change(order, number, refund, progress, standing, plan, ports.clock.now()));
};
