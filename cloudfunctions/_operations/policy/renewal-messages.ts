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

/** What a reminder says: the title, the sentences below it, and the line that WeChat shows. */
interface Words {
  readonly title: string;
  readonly body: string;
  readonly hint: string;
}

const wordsBeforeEnd = (planName: string, lastDay: ChinaDay, daysLeft: number): Words => ({
  title: `家里的保障还有 ${daysLeft} 天到期`,
  body: `${planName}保到 ${formatChinaDate(lastDay)} 晚上 12 点。在这之前续上，保障不断。`,
  hint: '点开看家人和价格，续上不断',
});

/** Only of this cover: the family may hold another. */
const wordsAfterEnd = (planName: string, lastDay: ChinaDay, closesOn: ChinaDay, daysOver: number): Words => ({
  title: daysOver === 0 ? '家里的保障到期了' : `家里的保障停了 ${daysOver} 天`,
  body: [
    `${planName}保到 ${formatChinaDate(lastDay)} 晚上 12 点为止，`,
    daysOver === 0 ? '从今天起没有这份保障。' : `到今天已经停了 ${daysOver} 天，停的这些天出意外不赔。`,
    `最晚 ${formatChinaDate(closesOn)} 还可以续，付款第二天 0 点起重新有保障。`,
  ].join(''),
  hint: '这份保障停了，点开还可以续',
});

/** Reminds a family that its cover ends or has ended; each reminder of a policy once. Source: domain R41. */
export const renewalDueMessage = (policy: Policy, plan: Plan, { day, closesOn, at }: Reminder): Message => {
  const lastDay = lastDayOf(policy);
  const daysLeft = daysBetween(chinaDayOf(at), chinaDayOf(policy.endAt));
  const { title, body, hint } =
    daysLeft > 0
      ? wordsBeforeEnd(plan.name, lastDay, daysLeft)
      : wordsAfterEnd(plan.name, lastDay, closesOn, -daysLeft);
  return composeMessage({
    kind: 'renewalDue',
    about: [policy.id, String(day)],
    openid: readerOf(policy),
    title,
    body,
    page: renewalPage(policy.id),
    fields: {
      character_string1: characterString(policy.number),
      thing2: thing(plan.name),
      date3: date(lastDay),
      thing4: thing(hint),
    },
    at,
  });
};
