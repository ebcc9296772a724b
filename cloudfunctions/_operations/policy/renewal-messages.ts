import { renewalPage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { characterString, date, thing } from '../../../shared/message/template-fields';
import { readerOf, type Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, daysBetween, formatChinaDate, type ChinaDay } from '../../../shared/time/china-day';
import { composeMessage } from '../message/compose-message';
import { lastDayOf } from './policy-views';

/** A reminder that stands now. */
export interface Reminder {
  /** Which of the county's reminders: its day, counted from the end. */
  readonly day: number;
  /** Last day on which the policy can be renewed. */
  readonly closesOn: ChinaDay;
  readonly at: number;
}

/** Reminds a family that its cover ends or has ended; each reminder of a policy once. Source: domain R41. */
export const renewalDueMessage = (policy: Policy, plan: Plan, { day, closesOn, at }: Reminder): Message => {
  const lastDay = lastDayOf(policy);
  const daysLeft = daysBetween(chinaDayOf(at), chinaDayOf(policy.endAt));
  const hasEnded = daysLeft <= 0;
  return composeMessage({
    kind: 'renewalDue',
    about: [policy.id, String(day)],
    openid: readerOf(policy),
    title: hasEnded ? '家里的保障到期了' : `家里的保障还有 ${daysLeft} 天到期`,
    body: hasEnded
      ? `${plan.name}到 ${formatChinaDate(lastDay)} 为止，现在没有保障。${formatChinaDate(closesOn)} 之前还可以续，付款第二天 0 点起有保障。`
      : `${plan.name}保到 ${formatChinaDate(lastDay)} 晚上 12 点。在这之前续上，保障不断。`,
    page: renewalPage(policy.id),
    fields: {
      character_string1: characterString(policy.number),
      thing2: thing(plan.name),
      date3: date(lastDay),
      thing4: thing(hasEnded ? '现在没有保障，点开可以续' : '点开看家人和价格，续上不断'),
    },
    at,
  });
};
