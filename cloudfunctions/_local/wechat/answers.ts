import { type LocalResponse } from '../wechat-side';

export const json = (status: number, body: unknown): LocalResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** A door's refusal: what is wrong, in words the browser user can read. */
export const refusal = (status: number, code: string, message: string): LocalResponse =>
  json(status, { error: { code, message } });

/** Parses a JSON object body; `undefined` when it is anything else. */
export const jsonObject = (body: Buffer): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};
