import { z } from 'shared/zod';
import { whoAmI } from '../identity/who-am-i.h5';
import { ask } from '../ask/ask.h5';
import type { SubscribeAnswers } from './subscribe';

const answered = z.record(z.string(), z.enum(['accept', 'reject']));

/** The browser's side of `requestSubscribe`: asks in a dialogue and tells the local cloud, which plays WeChat. */
export const requestSubscribe = async (templateIds: readonly string[]): Promise<SubscribeAnswers> => {
  const accept = await ask({
    title: '接收服务通知',
    text: `暖家保申请向您发送 ${templateIds.length} 种一次性通知。`,
    yes: '允许',
    no: '取消',
  });
  const answer = await fetch('/_local/subscribe', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': await whoAmI() },
    body: JSON.stringify({ templateIds, accept }),
  });
  return z.parse(answered, await answer.json());
};
