import { formatYuan } from '../../../../shared/money/fen';
import { MERCHANT } from '../merchant';
import { type PayOrder } from '../pay/orders';
import { CHECK, CROSS, endedSection, escaped, LOCAL_NOTE, phonePage, type PhoneTask } from './phone-page';

const task = (prepayId: string, openid: string, face: PhoneTask['face']): PhoneTask => ({
  door: `/_local/cashier/${encodeURIComponent(prepayId)}`,
  openid,
  tell: 'cashier',
  idName: 'prepayId',
  id: prepayId,
  face,
  done: 'paid',
  ends: { cancelled: '已取消付款', failed: '支付失败，没有扣款' },
});

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
  return phonePage('微信支付', task(view.prepayId, view.openid, view.isPaid ? 'done' : 'ask'), body);
};

/** Says why nothing can be paid here. */
export const messagePage = (title: string, message: string, prepayId: string): string =>
  phonePage(title, task(prepayId, '', 'ended'), `${endedSection(message)}${LOCAL_NOTE}`);
