import { jsonObject } from '../answers';
import { type LocalRequest } from '../../wechat-side';
import { PayError } from './pay-error';

/** A file as the answer: sent as it is, and not signed. */
export class PayFile {
  constructor(
    readonly contentType: string,
    readonly bytes: Buffer,
  ) {}
}

/** One address of API v3. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** Of the whole path; what its group captures is given to `run`. */
  readonly path: RegExp;
  /** `undefined` is an answer without a body (204). Throws PayError. */
  readonly run: (request: LocalRequest, now: number, number: string) => Promise<object | PayFile | undefined>;
}

/** The JSON object of a request. Throws PARAM_ERROR. */
export const bodyOf = (request: LocalRequest): Record<string, unknown> => {
  const parsed = jsonObject(request.body);
  if (!parsed) throw new PayError('PARAM_ERROR', '请求体不是合法的JSON');
  return parsed;
};
