import { type LocalRequest, type LocalResponse } from '../../wechat-side';
import { PayFile, type Endpoint } from './endpoint';
import { PayError } from './pay-error';
import { type Signatures } from './signatures';

const PREFIX = '/wxpay/';

export interface PayApi {
  /** Answers `/wxpay/v3/…` as WeChat Pay does: signature checked before anything else, every answer but files signed. */
  answer(request: LocalRequest, now: number): Promise<LocalResponse>;
}

export const createPayApi = (endpoints: readonly Endpoint[], signatures: Signatures): PayApi => {
  const run = async (
    request: LocalRequest,
    now: number,
  ): Promise<{ status: number; body?: object | PayFile }> => {
    try {
      signatures.verifyRequest(request, now);
      const path = request.path.slice(PREFIX.length);
      for (const endpoint of endpoints) {
        const match = endpoint.path.exec(path);
        if (!match || endpoint.method !== request.method) continue;
        const answer = await endpoint.run(request, now, decodeURIComponent(match[1] ?? ''));
        return answer ? { status: 200, body: answer } : { status: 204 };
      }
      return { status: 404, body: { code: 'RESOURCE_NOT_EXISTS', message: '本机的微信支付没有这个接口' } };
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      const { status, code, message, detail } = error;
      return { status, body: { code, message, ...(detail ? { detail } : {}) } };
    }
  };

  return {
    async answer(request, now) {
      const { status, body: content } = await run(request, now);
      if (content instanceof PayFile) {
        return { status, headers: { 'content-type': content.contentType }, body: content.bytes };
      }
      const text = content ? JSON.stringify(content) : '';
      return {
        status,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...signatures.signedHeaders(text, now),
        },
        body: text,
      };
    },
  };
};
