import { type ActionAnswer, type CallerIdentity } from '../../wechat-side';
import { jsonObject } from '../answers';
import { readOpenApiCall, writeOpenApiAnswer, writeOpenApiRefusal } from './open-api-wire';
import { type Subscriptions } from './subscriptions';

/** "function has no permission to call this API": missing from `permissions.openapi` of its `config.json`. */
const NO_PERMISSION = -604101;

type Parameters = Readonly<Record<string, unknown>>;
type OpenApi = (body: Parameters, caller: CallerIdentity) => Promise<ActionAnswer>;

/**
 * The open API as `@cloudbase/node-sdk` and `wx-server-sdk` reach it: `wx.openApi` in protobuf, `wx.api` in JSON.
 * Knows `subscribeMessage.send`; any other name is answered 48001, as WeChat does for an API the account may not use.
 */
export const createOpenApi = (subscriptions: Subscriptions): OpenApi => {
  const mayCall = (apiName: string, caller: CallerIdentity): boolean =>
    (caller.openapiPermissions ?? []).includes(apiName);

  const run = async (apiName: string, parameters: Parameters): Promise<object> => {
    if (apiName !== 'subscribeMessage.send')
      return { errcode: 48001, errmsg: `api unauthorized: ${apiName}` };
    return (await subscriptions.send(parameters)) ?? { errcode: 0, errmsg: 'ok' };
  };

  const callParameters = (requestData: unknown): Parameters | undefined => {
    if (!Buffer.isBuffer(requestData)) return undefined;
    try {
      return readOpenApiCall(requestData);
    } catch {
      return undefined;
    }
  };

  return async (body, caller) => {
    const apiName = typeof body.apiName === 'string' ? body.apiName : '';
    if (body.action === 'wx.openApi') {
      const parameters = callParameters(body.requestData);
      if (!parameters) return { code: 'INVALID_PARAM', message: 'requestData is not an open API call' };
      if (!mayCall(apiName, caller)) return { raw: writeOpenApiRefusal(NO_PERMISSION) };
      return { raw: writeOpenApiAnswer(await run(apiName, parameters)) };
    }
    if (body.action === 'wx.api') {
      const parameters = jsonObject(
        Buffer.from(typeof body.requestData === 'string' ? body.requestData : ''),
      );
      if (!parameters) return { code: 'INVALID_PARAM', message: 'requestData is not a JSON object' };
      if (!mayCall(apiName, caller))
        return { code: 'NO_PERMISSION', message: 'function has no permission to call this API' };
      return { data: { responseData: JSON.stringify(await run(apiName, parameters)) } };
    }
    return { code: 'NOT_SUPPORTED', message: `the local cloud does not answer ${String(body.action)}` };
  };
};
