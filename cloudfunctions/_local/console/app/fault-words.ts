import type { Rule } from '../../faults/fault-rules';
import { lengthOf } from './china-time';

/** What a rule may be about, for the hint at its field. */
const CALLBACK = 'TRANSACTION.SUCCESS';
const WECHAT = 'POST v3/pay/transactions/jsapi';
const DATABASE = 'buyCover';

/** The faults in words, in the order of the choice. */
export const FAULTS = {
  loseCallback: { name: '丢掉回调', about: CALLBACK },
  doubleCallback: { name: '回调重复送到', about: CALLBACK },
  delayCallback: { name: '回调晚到', about: CALLBACK },
  reorderCallback: { name: '回调次序颠倒', about: CALLBACK },
  timeoutBefore: { name: '微信没办就断线', about: WECHAT },
  timeoutAfter: { name: '微信办了才断线', about: WECHAT },
  failBefore: { name: '数据库没写就断线', about: DATABASE },
  failAfter: { name: '数据库写了才断线', about: DATABASE },
  killBefore: { name: '写之前杀掉函数', about: DATABASE },
  killAfter: { name: '写之后杀掉函数', about: DATABASE },
} as const satisfies Record<Rule['do'], { readonly name: string; readonly about: string }>;

/** A rule's particulars in one line. */
export const spokenRule = (rule: Rule): string => {
  const parts = [
    rule.of === undefined ? '不限对象' : rule.of,
    rule.nth === undefined
      ? `概率 ${String(Math.round((rule.chance ?? 0) * 100))}%`
      : `第 ${String(rule.nth)} 次`,
  ];
  if ('action' in rule && rule.action !== undefined) parts.push(rule.action);
  if ('copies' in rule && rule.copies !== undefined) parts.push(`${String(rule.copies)} 份`);
  if ('delayMs' in rule && rule.delayMs !== undefined) parts.push(`晚 ${lengthOf(rule.delayMs)}`);
  return parts.join(' · ');
};
