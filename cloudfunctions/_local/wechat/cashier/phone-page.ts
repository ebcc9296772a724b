import { type LocalResponse } from '../../wechat-side';
import { PHONE_SCRIPT } from './phone-script';
import { PHONE_STYLE } from './phone-style';

/** What the pages of WeChat's side have in common: a question, its answers, and how it ended. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** What the page's script works with. */
export interface PhoneTask {
  /** Takes the choice: `POST {result, params?}` with the person in `x-openid`. */
  readonly door: string;
  readonly openid: string;
  /** The message to the parent frame: `{[tell]: result, [idName]: id}`. */
  readonly tell: string;
  readonly idName: string;
  readonly id: string;
  readonly face: 'ask' | 'done' | 'ended';
  /** The result that shows the face `done`; every other shows its words in `ends`. */
  readonly done: string;
  readonly ends: Readonly<Record<string, string>>;
}

const attributesOf = ({ door, openid, tell, idName, id, face, done, ends }: PhoneTask): string =>
  Object.entries({ door, openid, tell, 'id-name': idName, id, face, done, ends: JSON.stringify(ends) })
    .map(([name, value]) => `data-${name}="${escaped(value)}"`)
    .join(' ');

export const phonePage = (title: string, task: PhoneTask, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${PHONE_STYLE}</style>
</head>
<body ${attributesOf(task)}>
<main>${body}</main>
<script>${PHONE_SCRIPT}</script>
</body>
</html>`;

export const CROSS = `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg>`;
export const CHECK = `<svg viewBox="0 0 48 48" width="64" height="64" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path d="M14 25l7 7 13-15"/></svg>`;
export const LOCAL_NOTE = `<p class="note">本机模拟的微信支付，不会真的扣款</p>`;

export const endedSection = (message: string): string => `<section class="ended" role="status">
  <h1 class="state">${escaped(message)}</h1>
  <div class="actions"><button type="button" class="plain" data-leave="failed">返回</button></div>
</section>`;

export const html = (status: number, body: string): LocalResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});
