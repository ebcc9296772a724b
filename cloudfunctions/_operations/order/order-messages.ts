import { MESSAGE_PAGES, policyPage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { amount, characterString, date, thing } from '../../../shared/message/template-fields';
import { formatYuan } from '../../../shared/money/fen';
import type { Order, PaymentAttempt } from '../../../shared/order/order.schema';
import { readerOf, type Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, formatChinaDate } from '../../../shared/time/china-day';
import { composeMessage } from '../message/compose-message';

/** Tells the family that it is covered, and from when. */
export const policyIssuedMessage = (policy: Policy, plan: Plan, at: number): Message => {
  const startDay = chinaDayOf(policy.startAt);
  return composeMessage({
    kind: 'policyIssued',
    about: [policy.id],
    openid: readerOf(policy),
    title: '保单已办好',
    body: `${plan.name}，${policy.insured.length} 位家人，${formatChinaDate(startDay)} 0 点开始有保障。`,
    page: policyPage(policy.id),
    fields: {
      character_string1: characterString(policy.number),
      thing2: thing(plan.name),
      amount3: amount(policy.premiumFen),
      date4: date(startDay),
      thing5: thing('点开可以看保单'),
    },
    at,
  });
};

/** Tells the payer that the money went back: the buyer, or the relative who paid. */
export const moneyBackMessage = (order: Order, attempt: PaymentAttempt, plan: Plan, at: number): Message =>
  composeMessage({
    kind: 'orderRefunded',
    about: [attempt.outTradeNo],
    openid: attempt.payerOpenid,
    title: '钱已原路退回',
    body: `${plan.name}${attempt.refund?.because === 'cancelled' ? '退保' : ''}的 ${formatYuan(attempt.refund?.fen ?? order.priceFen)} 元已退回到您付款的账户。`,
    page: MESSAGE_PAGES.cover,
    fields: null,
    at,
  });
