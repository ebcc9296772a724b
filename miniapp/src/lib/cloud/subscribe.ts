import Taro from '@tarojs/taro';

/** Template id → whether WeChat may send one message of it. */
export type SubscribeAnswers = Record<string, 'accept' | 'reject'>;

/**
 * Asks for one message of each template. It must be the first thing a tap's handler does, at most three ids.
 * Never throws: a person who cannot be asked counts as having refused.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export const requestSubscribe = async (templateIds: readonly string[]): Promise<SubscribeAnswers> => {
  const answers: SubscribeAnswers = Object.fromEntries(templateIds.map((id) => [id, 'reject' as const]));
  if (templateIds.length === 0) return answers;
  try {
    const said: unknown = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] });
    for (const id of templateIds) {
      if (typeof said === 'object' && said !== null && Reflect.get(said, id) === 'accept')
        answers[id] = 'accept';
    }
  } catch (thrown) {
    console.warn('subscribe messages were not asked for', thrown);
  }
  return answers;
};
