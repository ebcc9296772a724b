/** `wx.cloud`, payment and subscribe messages: each goes to the running local cloud, none makes up an answer. */
import type { CloudDoors } from '../local-cloud';
import type { Person } from './person';
import type { PhoneFiles } from './phone-files';
import { PlatformFailure, type PlatformFunction } from './platform-call';

/** What `wx.requestPayment` takes. */
interface PaymentOptions {
  timeStamp?: string;
  nonceStr?: string;
  package: string;
  signType?: string;
  paySign?: string;
}

type PlatformCall = (name: string, run: (options: never) => unknown) => PlatformFunction;

interface CloudSide {
  cloud: CloudDoors;
  openid: string;
  person: Person;
  files: PhoneFiles;
}

async function reach({ person }: CloudSide, send: () => Promise<Response>): Promise<Response> {
  if (!person.online) throw new PlatformFailure('request:fail -2:net::ERR_FAILED', -1);
  try {
    return await send();
  } catch {
    throw new PlatformFailure('request:fail -102:net::ERR_CONNECTION_REFUSED', -1);
  }
}

async function bodyOf(response: Response, code: number, reason: string): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new PlatformFailure(`Error: errCode: ${code} | errMsg: ${reason}: ${text}`, code);
  return JSON.parse(text);
}

/** Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/ */
export function cloudApi(platformCall: PlatformCall, side: CloudSide): Record<string, PlatformFunction> {
  const { cloud, openid, files } = side;
  return {
    init: () => undefined,
    callFunction: platformCall('cloud.callFunction', async (options: { name: string; data: unknown }) => {
      const response = await reach(side, () =>
        cloud.fetch(`/_local/call/${options.name}`, { openid, json: options.data }),
      );
      return { result: await bodyOf(response, -504002, 'functions execute fail') };
    }),
    uploadFile: platformCall('cloud.uploadFile', async (options: { cloudPath: string; filePath: string }) => {
      const bytes = files.read(options.filePath);
      const response = await reach(side, () =>
        fetch(`${cloud.url}/_local/files/${options.cloudPath}`, {
          method: 'PUT',
          headers: { 'x-openid': openid, 'content-type': 'application/octet-stream' },
          body: Buffer.from(bytes),
        }),
      );
      const { fileID } = (await bodyOf(response, -501007, 'upload fail')) as { fileID: string };
      return { fileID, statusCode: 200 };
    }),
  };
}

/** Source: https://pay.weixin.qq.com/doc/v3/merchant/4012791898 */
export function paymentApi(platformCall: PlatformCall, side: CloudSide): Record<string, PlatformFunction> {
  const { cloud, openid, person } = side;
  return {
    requestPayment: platformCall('requestPayment', async (options: PaymentOptions) => {
      if ((options.paySign ?? '') === '') throw new PlatformFailure('parameter error: paySign is missing');
      const { timeStamp, nonceStr, package: bundle, signType, paySign } = options;
      const params = { timeStamp, nonceStr, package: bundle, signType, paySign };
      const silent = person.atCashier === 'silent';
      await cloud.atCashier(openid, params, person.atCashier === 'silent' ? 'pay' : person.atCashier);
      if (person.atCashier === 'cancel') throw new PlatformFailure('cancel');
      if (person.atCashier === 'fail' || silent) throw new PlatformFailure('system error');
      return {};
    }),
    requestSubscribeMessage: platformCall(
      'requestSubscribeMessage',
      async (options: { tmplIds: string[] }) => {
        if (options.tmplIds.length > 3) throw new PlatformFailure('TmplIds length limit exceed', 20003);
        const response = await reach(side, () =>
          cloud.fetch('/_local/subscribe', {
            openid,
            json: { templateIds: options.tmplIds, accept: person.acceptsMessages },
          }),
        );
        return bodyOf(response, 10003, 'subscribe fail');
      },
    ),
  };
}
