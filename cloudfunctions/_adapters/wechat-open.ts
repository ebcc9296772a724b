import { z } from '../../shared/zod';
import {
  type SubscribeMessage,
  type SubscribeMessagePort,
  type SubscribeOutcome,
} from '../_core/ports/subscribe-messages';
import { openApi } from './open-api';

/** Reads `SUBSCRIBE_TEMPLATES`, a JSON object of template ids by our names; throws when it is missing or malformed. */
export const subscribeTemplates = (
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => {
  const parsed = z
    .record(z.string(), z.string().check(z.minLength(1)))
    .safeParse(jsonOf(env.SUBSCRIBE_TEMPLATES));
  if (!parsed.success) throw new Error('setting missing or malformed: SUBSCRIBE_TEMPLATES');
  return parsed.data;
};
const jsonOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

/** Codes that a repeat cannot mend. Source: WeChat mini-program server API, "发送订阅消息": 错误码; wx-server-sdk: -604101. */
const LASTING = new Set([40003, 40037, 41030, 47003, 48001, -604101]);
const USER_REFUSES = 43101;

const sdkError = z.object({ errCode: z.number(), errMsg: z.optional(z.string()) });

const outcomeOf = (thrown: unknown): SubscribeOutcome => {
  const parsed = sdkError.safeParse(thrown);
  if (!parsed.success) return { outcome: 'failed', reason: 'no answer' };
  const { errCode, errMsg = '' } = parsed.data;
  if (errCode === USER_REFUSES) return { outcome: 'refused' };
  return { outcome: LASTING.has(errCode) ? 'rejected' : 'failed', reason: `${errCode} ${errMsg}`.trim() };
};

/** The subscribe message port over wx-server-sdk, which needs no secret: the function's own identity is enough. */
export const createWechatOpen = (templateIds: Readonly<Record<string, string>>): SubscribeMessagePort => {
  const send = async (message: SubscribeMessage, templateId: string): Promise<SubscribeOutcome> => {
    try {
      const data = Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }]));
      const { subscribeMessage } = await openApi();
      await subscribeMessage.send({
        touser: message.openid,
        templateId,
        page: message.page,
        data,
        miniprogramState: 'formal',
        lang: 'zh_CN',
      });
      return { outcome: 'sent' };
    } catch (thrown) {
      return outcomeOf(thrown);
    }
  };

  return {
    templateIds,
    async send(message) {
      const templateId = Object.entries(templateIds).find(([name]) => name === message.template)?.[1];
      return templateId === undefined
        ? { outcome: 'rejected', reason: `no template is named ${message.template}` }
        : send(message, templateId);
    },
  };
};
