import { formatYuan } from '../../../shared/money/fen';
import type { Message } from '../../../shared/message/message.schema';
import type { Order, PaymentAttempt } from '../../../shared/order/order.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, formatChinaDate } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';

/** Tells the family that it is covered, and from when. */
export const policyIssuedMessage = (policy: Policy, plan: Plan, at: number): Message => ({
  id: deriveId('msg', 'policyIssued', policy.id),
  openid: policy.openid,
  kind: 'policyIssued',
  title: '保单已生效办好',
  body: `${plan.name}，${policy.insured.length} 位家人，${formatChinaDate(chinaDayOf(policy.startAt))} 0 点开始有保障。`,
  page: `packages/buy/pages/certificate/index?policyId=${policy.id}`,
  fields: null,
  createdAt: at,
  readAt: null,
  delivery: 'none',
  attempts: 0,
  deliveredAt: null,
});

/** Tells the payer that the money went back. */
export const orderRefundedMessage = (
  order: Order,
  attempt: PaymentAttempt,
  plan: Plan,
  at: number,
): Message => ({
  id: deriveId('msg', 'orderRefunded', attempt.outTradeNo),
  openid: attempt.payerOpenid,
  kind: 'orderRefunded',
  title: '钱已原路退回',
  body: `${plan.name}的 ${formatYuan(order.priceFen)} 元已退回到您付款的账户。`,
  page: 'pages/cover/index',
  fields: null,
  createdAt: at,
  readAt: null,
  delivery: 'none',
  attempts: 0,
  deliveredAt: null,
});
