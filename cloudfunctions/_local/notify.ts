import type { WechatSurroundings } from './wechat-side';

/** Source: WeChat Pay API v3, "支付成功回调通知": a callback must be answered within 5 seconds. */
const LONGEST_ANSWER_MS = 5_000;

export interface NotifyOptions {
  /** Public address of the functions' HTTP entries, as orders and refunds keep it. */
  readonly entryUrl: string;
  /** Where those entries are reached now. */
  readonly ownUrl: () => string;
  readonly longestAnswerMs?: number;
}

/** Sends callbacks as WeChat does: over HTTP, with the body exactly as signed. */
export function createNotify({
  entryUrl,
  ownUrl,
  longestAnswerMs = LONGEST_ANSWER_MS,
}: NotifyOptions): WechatSurroundings['notify'] {
  return async (url, { headers, body }) => {
    const address = url.startsWith(`${entryUrl}/`) ? ownUrl() + url.slice(entryUrl.length) : url;
    const signal = AbortSignal.timeout(longestAnswerMs);
    const answer = await fetch(address, { method: 'POST', headers, body, signal });
    return { status: answer.status, body: await answer.text() };
  };
}
