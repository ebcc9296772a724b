import type { LocalResponse } from '../wechat-side';
import { consoleBundle } from './bundle';

/** Nothing but our own files runs or is loaded here, whatever a document or a file name holds. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>本地云 · 暖家保</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_local/console/app.css">
</head>
<body>
<div id="app"><p class="boot">正在打开本地云…</p></div>
<noscript><p class="boot">这一页要用 JavaScript 才能显示。</p></noscript>
<script src="/_local/console/app.js" defer></script>
</body>
</html>`;

const sent = (contentType: string, body: string): LocalResponse => ({
  status: 200,
  headers: {
    'content-type': contentType,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  },
  body,
});

/** The console page. */
export const consolePage = (): LocalResponse => sent('text/html; charset=utf-8', PAGE);

export const consoleScript = async (): Promise<LocalResponse> =>
  sent('text/javascript; charset=utf-8', (await consoleBundle()).script);

export const consoleStyle = async (): Promise<LocalResponse> =>
  sent('text/css; charset=utf-8', (await consoleBundle()).style);
