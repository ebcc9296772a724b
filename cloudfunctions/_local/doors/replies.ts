import { randomUUID } from 'node:crypto';
import type { LocalResponse } from '../wechat-side';

/** JSON text as an answer. */
export function jsonText(body: string, status = 200): LocalResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}

export function json(value: unknown, status = 200): LocalResponse {
  return jsonText(JSON.stringify(value), status);
}

/** A refusal in the shape in which operations answer errors; `message` is Chinese, for the person on the screen. */
export function refused(code: string, message: string, status = 200): LocalResponse {
  return json({ ok: false, error: { code, message, requestId: randomUUID() } }, status);
}
