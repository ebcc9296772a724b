import { formatYuan } from '../../../../shared/money/fen';
import { MERCHANT } from '../merchant';
import { type PayOrder } from '../pay/orders';
import { CASHIER_SCRIPT } from './cashier-script';
import { CASHIER_STYLE } from './cashier-style';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const page = (title: string, attributes: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${CASHIER_STYLE}</style>
</head>
<body ${attributes}>
<main>${body}</main>
<script>${CASHIER_SCRIPT}</script>
</body>
</html>`;

const CROSS = `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg>`;
const CHECK = `<svg viewBox="0 0 48 48" width="64" height="64" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path d="M14 25l7 7 13-15"/></svg>`;
const LOCAL_NOTE = `<p class="note">本机模拟的微信支付，不会真的扣款</p>`;

const endedSection = (message: string): string => `<section class="ended" role="status">
  <h1 class="state">${escaped(message)}</h1>
  <div class="actions"><button type="button" class="plain" data-leave="failed">返回</button></div>
</section>`;

/** The cashier for one order, in either of its two faces: to pay, or paid. */
export const cashierPage = (view: {
  readonly prepayId: string;
  readonly openid: string;
  readonly order: Pick<PayOrder, 'totalFen' | 'description'>;
  readonly isPaid: boolean;
}): string => {
  const amount = formatYuan(view.order.totalFen);
  const body = `
<section class="ask" aria-label="付款">
  <header><button type="button" class="close" data-choice="cancel" aria-label="取消付款">${CROSS}</button><h1>确认付款</h1></header>
  <p class="payee">${escaped(MERCHANT.name)}</p>
  <p class="amount"><span aria-hidden="true">¥</span>${amount}<span class="unseen">元</span></p>
  <dl>
    <div><dt>商品</dt><dd>${escaped(view.order.description)}</dd></div>
    <div><dt>收款方</dt><dd>${escaped(MERCHANT.name)}</dd></div>
    <div><dt>付款方式</dt><dd>零钱</dd></div>
  </dl>
  <p class="fault" role="alert" hidden></p>
  <div class="actions">
    <button type="button" class="pay" data-choice="pay" aria-label="支付 ${amount} 元">支付</button>
    <button type="button" class="plain" data-choice="cancel">取消</button>
    <button type="button" class="quiet" data-choice="fail">模拟支付失败</button>
  </div>
</section>
<section class="done" role="status">
  ${CHECK}
  <h1 class="state">支付成功</h1>
  <p class="payee">${escaped(MERCHANT.name)}</p>
  <p class="amount"><span aria-hidden="true">¥</span>${amount}<span class="unseen">元</span></p>
  <div class="actions"><button type="button" class="plain" data-leave="paid">完成</button></div>
</section>
${endedSection('')}
${LOCAL_NOTE}`;
  const attributes = `data-prepay="${escaped(view.prepayId)}" data-openid="${escaped(view.openid)}" data-face="${view.isPaid ? 'done' : 'ask'}"`;
  return page('微信支付', attributes, body);
};

/** Says why nothing can be paid here. */
export const messagePage = (title: string, message: string, prepayId: string): string =>
  page(
    title,
    `data-prepay="${escaped(prepayId)}" data-openid="" data-face="ended"`,
    `${endedSection(message)}${LOCAL_NOTE}`,
  );
