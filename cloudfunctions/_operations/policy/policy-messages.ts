import { policyPage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { formatYuan } from '../../../shared/money/fen';
import { readerOf, type Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { formatChinaDate, type ChinaDay } from '../../../shared/time/china-day';
import { composeMessage } from '../message/compose-message';
import { lastDayOf } from './policy-views';

/** Tells the family that its policy has ended, since when, and what goes back. */
export const policyCancelledMessage = (policy: Policy, plan: Plan, at: number): Message => {
  const hadCover = policy.startAt < policy.endAt;
  const end = hadCover ? `保障到 ${formatChinaDate(lastDayOf(policy))} 24 点为止。` : '保障没有开始。';
  const refundFen = policy.cancellation?.refundFen ?? 0;
  const money = refundFen === 0 ? '' : `退 ${formatYuan(refundFen)} 元，原路退回。`;
  return composeMessage({
    kind: 'policyCancelled',
    about: [policy.id],
    openid: readerOf(policy),
    title: '已退保',
    body: `${plan.name}已退保。${end}${money}`,
    page: policyPage(policy.id),
    fields: null,
    at,
  });
};

/** Tells the family which name or number now stands on its policy; the number itself only there. */
export const policyCorrectedMessage = (policy: Policy, name: string, at: number): Message =>
  composeMessage({
    kind: 'policyCorrected',
    about: [policy.id, String(policy.corrections.length)],
    openid: readerOf(policy),
    title: '保单已改正',
    body: `${name} 的姓名或证件号已改正，请打开保单核对一遍。`,
    page: policyPage(policy.id),
    fields: null,
    at,
  });

/** Tells the family that a newborn is on its policy, and from when the sums are split anew. */
export const newbornAddedMessage = (policy: Policy, name: string, startDay: ChinaDay, at: number): Message =>
  composeMessage({
    kind: 'newbornAdded',
    about: [policy.id, String(policy.additions.length)],
    openid: readerOf(policy),
    title: '孩子加进保单了',
    body: `${name} ${formatChinaDate(startDay)} 0 点开始有保障。从那时起，意外保额由全家 ${policy.insured.length} 人平分。`,
    page: policyPage(policy.id),
    fields: null,
    at,
  });
