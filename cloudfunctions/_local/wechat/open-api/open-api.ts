import { type ActionAnswer, type CallerIdentity } from '../../wechat-side';
import { jsonObject } from '../answers';
import { fault, Picture, type OpenApiFunction, type OpenApiParameters } from './open-api-answer';
import { readOpenApiCall, writeOpenApiAnswer, writeOpenApiRefusal } from './open-api-wire';

/** "function has no permission to call this API": missing from `permissions.openapi` of its `config.json`. */
const NO_PERMISSION = -604101;

export type OpenApi = (body: OpenApiParameters, caller: CallerIdentity) => Promise<ActionAnswer>;

/**
 * The open API as `@cloudbase/node-sdk` and `wx-server-sdk` reach it: `wx.openApi` in protobuf, `wx.api` in JSON.
 * A name that is not among `apis` is answered 48001, as WeChat does for an API the account may not use.
 */
export const createOpenApi = (apis: Readonly<Record<string, OpenApiFunction>>): OpenApi => {
  const known = new Map(Object.entries(apis));
  const mayCall = (apiName: string, caller: CallerIdentity): boolean =>
    (caller.openapiPermissions ?? []).includes(apiName);

  const run = async (apiName: string, parameters: OpenApiParameters): Promise<object> => {
    const api = known.get(apiName);
    if (!api) return fault(48001, `api unauthorized: ${apiName}`);
    const answer = await api(parameters);
    return answer instanceof Picture ? answer : { errcode: 0, errmsg: 'ok', ...answer };
  };

  const callParameters = (requestData: unknown): OpenApiParameters | undefined => {
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
      const answer = await run(apiName, parameters);
      return answer instanceof Picture
        ? { code: 'NOT_SUPPORTED', message: `${apiName} answers a picture: call it through wx-server-sdk` }
        : { data: { responseData: JSON.stringify(answer) } };
    }
    return { code: 'NOT_SUPPORTED', message: `the local cloud does not answer ${String(body.action)}` };
  };
};
