import { coverStartDay } from '../../../shared/policy/cover-period';
import { renewalStart } from '../../../shared/policy/renewal';
import type { OrderView } from '../../../shared/order/order-view';
import type { Order } from '../../../shared/order/order.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { EpochMs } from '../../../shared/time/china-day';

const REFUND_TEXTS: Readonly<Record<NonNullable<Order['refundReason']>, string>> = {
  alreadyInsured: '有家人在这段时间已有同一保障，钱会原路退回给您。',
  shareGone: '替您家出钱的那一份已经用过或收回了，您付的钱会原路退回。请重新提交。',
  notEligible: '保障开始那天有家人的年龄不符合要求，钱会原路退回给您。',
  paidAfterClosing: '付款时订单已关闭，钱会原路退回给您。',
  paidTwice: '这笔订单付了两次，多付的会原路退回给您。',
  refundedByHand: '这笔钱已经退给您或正在退，所以没有买成。还想买，请重新提交。',
  amountMismatch: '付款金额和订单不一致，钱会原路退回给您。',
};

/** An order as its buyer sees it. */
export const toOrderView = (order: Order, plan: Plan, now: EpochMs): OrderView => {
  const paidAt = order.attempts.find((attempt) => attempt.paidAt !== null)?.paidAt ?? now;
  const campaignStartDay = order.campaignStartDay ?? undefined;
  return {
    orderId: order.id,
    state: order.state,
    priceFen: order.priceFen,
    payers: order.payers.map(({ kind, name, amountFen }) => ({ kind, name, amountFen })),
    planName: plan.name,
    payeeName: plan.insurer.name,
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    startDay: order.renews
      ? renewalStart(order.renews.endAt, paidAt, campaignStartDay).startDay
      : coverStartDay(paidAt, campaignStartDay),
    policyId: order.policyId,
    waitsForParent: order.waitsForParent,
    refundText: order.refundReason === null ? null : REFUND_TEXTS[order.refundReason],
  };
};
