import { randomUUID } from 'node:crypto';

/** What an SDK action answers: `data` and `top` are JSON text already, `raw` is sent as it is. */
export type Answer =
  | { readonly kind: 'data'; readonly data: string }
  | { readonly kind: 'top'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'raw'; readonly bytes: Buffer };

export function newRequestId(): string {
  return randomUUID();
}

/** The body of a successful answer. */
export function successText(requestId: string, answer: Exclude<Answer, { kind: 'raw' }>): string {
  if (answer.kind === 'data') return `{"requestId":"${requestId}","data":${answer.data}}`;
  return JSON.stringify({ requestId, ...answer.fields });
}

/** The body of a refusal; the cloud sends it with HTTP status 200. */
export function failureText(requestId: string, code: string, message: string): string {
  return JSON.stringify({ code, message, requestId });
}
