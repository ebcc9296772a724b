import Taro from '@tarojs/taro';

/** Sends one event to a cloud function and gives its raw reply. Rejects when the function could not be reached. */
export type Send = (functionName: string, event: { name: string; input: unknown }) => Promise<unknown>;

/** Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html */
export const send: Send = async (functionName, event) => {
  const answer = await Taro.cloud.callFunction({ name: functionName, data: event });
  return answer.result;
};

/** Opens the door to the cloud; once, when the app starts. */
export const startCloud = (): void => {
  Taro.cloud.init(CLOUD_ENV === '' ? { traceUser: false } : { env: CLOUD_ENV, traceUser: false });
};
