import { FunctionFailure } from '../functions/failure';
import type { FunctionRunner } from '../functions/runner';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import { jsonText, refused } from './replies';

/** Source: WeChat refuses callFunction data above 256 KB. */
const LARGEST_DATA = 256 * 1024;

/** Deeper than any input; what is nested much deeper cannot be written as JSON again, neither here nor in the function. */
const MOST_LEVELS = 200;

/** Source: WeChat refuses function results above 1 MB on the way to the mini-program. */
const LARGEST_RESULT = 1024 * 1024;

/** `POST /_local/call/FUNCTION`: what `wx.cloud.callFunction` does, with the openid in the header `x-openid`. */
export async function answerCall(
  runner: FunctionRunner,
  appid: string,
  name: string,
  request: LocalRequest,
): Promise<LocalResponse> {
  const openid = request.headers['x-openid'] ?? '';
  if (openid === '') return refused('UNAUTHENTICATED', '请先登录微信。');
  if (request.body.length > LARGEST_DATA)
    return refused('REQUEST_TOO_LARGE', '提交的内容过大，请精简后重试。');
  const data = readData(request.body);
  if (data === undefined) return refused('INVALID_INPUT', '请求格式不正确。');
  const event = { ...data, userInfo: { appId: appid, openId: openid } };
  try {
    const result = await runner.invoke({ name, event, openid, trigger: 'client' });
    if (Buffer.byteLength(result) > LARGEST_RESULT) {
      return refused('INTERNAL', '返回的内容过大，请缩小查询范围。');
    }
    return jsonText(result);
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    return refusalOf(error);
  }
}

function refusalOf(failure: FunctionFailure): LocalResponse {
  switch (failure.kind) {
    case 'not-found':
      return refused('FUNCTION_NOT_FOUND', '服务不存在，请升级后重试。');
    case 'timeout':
      return refused('TIMEOUT', '服务响应超时，请稍后重试。');
    case 'busy':
      return refused('BUSY', '当前使用人数较多，请稍后重试。');
    default:
      return refused('INTERNAL', '服务出现问题，请稍后重试。');
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < levels; depth += 1) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

function readData(body: Buffer): object | undefined {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && !isDeeperThan(MOST_LEVELS, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
