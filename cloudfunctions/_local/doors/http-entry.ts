import { FunctionFailure } from '../functions/failure';
import type { FunctionRunner } from '../functions/runner';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import { json, jsonText } from './replies';

interface IntegrationReply {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** Source: https://docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE */
const LARGEST_TEXT = 100 * 1024;
const LARGEST_BINARY = 6 * 1024 * 1024;

/**
 * `/http/FUNCTION`: the HTTP entry of a function, with the raw body.
 * Source: CloudBase "HTTP 访问服务", integration request and response.
 */
export async function answerHttpEntry(runner: FunctionRunner, request: LocalRequest): Promise<LocalResponse> {
  const [, , name = '', ...rest] = request.path.split('/');
  const text = isText(request.headers['content-type'] ?? '');
  if (request.body.length > (text ? LARGEST_TEXT : LARGEST_BINARY)) {
    return json({ code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'the request body is too large' }, 413);
  }
  const event = {
    path: `/${rest.join('/')}`,
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(request.query),
    body: request.body.toString(text ? 'utf8' : 'base64'),
    isBase64Encoded: !text,
  };
  try {
    const result = await runner.invoke({ name, event, openid: '', trigger: 'http' });
    const reply: unknown = JSON.parse(result);
    if (!isIntegrationReply(reply)) return jsonText(result);
    const body = Buffer.from(reply.body ?? '', reply.isBase64Encoded === true ? 'base64' : 'utf8');
    return { status: reply.statusCode, headers: reply.headers ?? {}, body };
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    const { status, code } = error.entryAnswer;
    return json({ code, message: 'the function gave no answer' }, status);
  }
}

function isText(contentType: string): boolean {
  return contentType === '' || /^(text\/|application\/(json|xml|x-www-form-urlencoded))/.test(contentType);
}

function isIntegrationReply(reply: unknown): reply is IntegrationReply {
  return (
    typeof reply === 'object' &&
    reply !== null &&
    'statusCode' in reply &&
    typeof reply.statusCode === 'number'
  );
}
