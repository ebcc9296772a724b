import type { IncomingHttpHeaders } from 'node:http';
import { CloudError, invalidParam, notSupported } from '../engine/errors';
import type { FaultPlan } from '../faults/fault-plan';
import { LostAnswer } from '../faults/lost-answer';
import type { FunctionRunner, Invocation } from '../functions/runner';
import { FunctionFailure } from '../functions/failure';
import type { FileStorage } from '../storage/storage';
import type { CallerIdentity, WechatSide } from '../wechat-side';
import type { DatabaseActions, Sender } from './database-actions';
import { type Answer, failureText, newRequestId, successText } from './envelope';
import { parseMultipart } from './multipart';
import { type RequestBody, optionalText, parseBody, requiredText } from './request-body';
import { answerStorageAction } from './storage-actions';

export interface AdminParts {
  readonly environment: string;
  readonly appid: string;
  readonly database: DatabaseActions;
  readonly storage: FileStorage;
  readonly functions: FunctionRunner;
  readonly wechat: WechatSide;
  readonly faults: Pick<FaultPlan, 'next'>;
  readonly log: (line: string) => void;
}

export interface AdminReply {
  readonly contentType: string;
  readonly body: string | Buffer;
}

/** Source: SCF "云函数状态码" 406, RequestTooLarge: 6 MB for synchronous calls. */
const LARGEST_EVENT = 6 * 1024 * 1024;

const JSON_TYPE = 'application/json; charset=utf-8';

/** Requests built longer ago than this tell nothing about order: the caller's clock is not ours. */
const TRUSTED_AGE_MS = 60_000;

/** The door of `@cloudbase/node-sdk`: `POST /admin`. Refusals are HTTP 200 with a code, as in the cloud. */
export class AdminWire {
  constructor(private readonly parts: AdminParts) {}

  async reply(headers: IncomingHttpHeaders, raw: Buffer): Promise<AdminReply> {
    const requestId = newRequestId();
    try {
      const body = readBody(headers['content-type'] ?? '', raw);
      const answer = await this.answer(body, headers);
      if (answer.kind === 'raw') return { contentType: 'application/octet-stream', body: answer.bytes };
      return { contentType: JSON_TYPE, body: successText(requestId, answer) };
    } catch (error) {
      if (error instanceof LostAnswer) throw error;
      return { contentType: JSON_TYPE, body: this.refusal(requestId, error) };
    }
  }

  private async answer(body: RequestBody, headers: IncomingHttpHeaders): Promise<Answer> {
    const action = requiredText(body, 'action');
    const { envName } = body;
    if (typeof envName === 'string' && envName !== '' && envName !== this.parts.environment) {
      throw new CloudError(
        'INVALID_ENV',
        `The environment ${envName} does not exist; this is ${this.parts.environment}.`,
      );
    }
    const invocation = this.parts.functions.invocationOf(body.sessionToken);
    if (invocation === undefined) this.parts.functions.noteLate(body.sessionToken, action);
    if (action.startsWith('database.')) {
      return this.callDatabase(action, body, invocation, headers);
    }
    if (action.startsWith('storage.')) return answerStorageAction(action, body, this.parts.storage);
    if (action === 'functions.invokeFunction') return this.invoke(body, invocation);
    if (action === 'wx.api' || action === 'wx.openApi' || action === 'wx.wxPayApi') {
      return this.callOpenApi(body, invocation);
    }
    throw notSupported(`The action ${action}`);
  }

  private async callDatabase(
    action: string,
    body: RequestBody,
    invocation: Invocation | undefined,
    headers: IncomingHttpHeaders,
  ): Promise<Answer> {
    const fault = this.parts.faults.next('database', {
      names: [invocation?.operation ?? '', invocation?.functionName ?? ''],
      action: action.slice('database.'.length),
      within: invocation?.id ?? '',
    });
    const lose = async (): Promise<never> => {
      if (fault?.do.startsWith('kill') === true) await this.parts.functions.kill(invocation?.id);
      throw new LostAnswer();
    };
    if (fault?.do.endsWith('Before') === true) return lose();
    const answer = await this.parts.database.answer(action, body, senderOf(invocation, headers));
    return fault === undefined ? answer : lose();
  }

  private async invoke(body: RequestBody, caller: Invocation | undefined): Promise<Answer> {
    const text = optionalText(body, 'request_data') ?? '{}';
    if (Buffer.byteLength(text) > LARGEST_EVENT)
      throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', 'The event is larger than 6 MB.');
    const result = await this.parts.functions.invoke({
      name: requiredText(body, 'function_name'),
      event: parseBody(text),
      openid: caller?.openid ?? '',
      trigger: 'function',
    });
    return { kind: 'data', data: JSON.stringify({ response_data: result }) };
  }

  private async callOpenApi(body: RequestBody, invocation: Invocation | undefined): Promise<Answer> {
    const caller: CallerIdentity = {
      openid: invocation?.openid ?? '',
      appid: this.parts.appid,
      functionName: invocation?.functionName ?? '',
      openapiPermissions: invocation?.openapiPermissions ?? [],
    };
    const answer = await this.parts.wechat.handleOpenApi(body, caller);
    if ('code' in answer) throw new CloudError(answer.code, answer.message);
    if ('raw' in answer) return { kind: 'raw', bytes: answer.raw };
    return { kind: 'data', data: JSON.stringify(answer.data) };
  }

  private refusal(requestId: string, error: unknown): string {
    if (error instanceof CloudError) return failureText(requestId, error.code, error.message);
    if (error instanceof FunctionFailure) return failureText(requestId, error.cloudCode, error.message);
    this.parts.log(
      `admin ${requestId}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return failureText(requestId, 'SYS_ERR', 'The local cloud failed; its log tells more.');
  }
}

function readBody(contentType: string, raw: Buffer): RequestBody {
  if (!contentType.startsWith('multipart/form-data')) return parseBody(raw.toString('utf8'));
  const body: Record<string, unknown> = {};
  for (const [field, bytes] of parseMultipart(contentType, raw)) {
    body[field] = field === 'requestData' ? Buffer.from(bytes) : bytes.toString('utf8');
  }
  if (body.action === undefined) throw invalidParam('"action" is missing.');
  return body;
}

/** The SDK tells when it built the request in the caller's time; a function's time is shifted by its clock. */
function senderOf(invocation: Invocation | undefined, headers: IncomingHttpHeaders): Sender {
  const stamped = Number(headers['x-client-timestamp']) - (invocation?.clockOffsetMs ?? 0);
  const trusted = Math.abs(Date.now() - stamped) < TRUSTED_AGE_MS;
  return {
    invocation: invocation?.id,
    functionName: invocation?.functionName,
    sentAt: trusted ? stamped : undefined,
  };
}
