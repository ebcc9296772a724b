import { formatYuan } from '../../../../shared/money/fen';
import { MERCHANT } from '../merchant';
import { isTaken, type Transfer } from '../pay/transfers/transfers';
import { CHECK, CROSS, endedSection, escaped, LOCAL_NOTE, phonePage, type PhoneTask } from './phone-page';

const task = (packageInfo: string, openid: string, face: PhoneTask['face']): PhoneTask => ({
  door: `/_local/transfer/${encodeURIComponent(packageInfo)}`,
  openid,
  tell: 'transfer',
  idName: 'package',
  id: packageInfo,
  face,
  done: 'confirmed',
  ends: { cancelled: '还没有收款，24 小时内都可以回来收' },
});

/** Where the payee takes a transfer, in place of the page that `wx.requestMerchantTransfer` opens. */
export const transferPage = (transfer: Transfer, openid: string): string => {
  const amount = formatYuan(transfer.amountFen);
  const money = `<p class="amount"><span aria-hidden="true">¥</span>${amount}<span class="unseen">元</span></p>`;
  const body = `
<section class="ask" aria-label="收款">
  <header><button type="button" class="close" data-choice="cancel" aria-label="暂不收款">${CROSS}</button><h1>确认收款</h1></header>
  <p class="payee">${escaped(MERCHANT.name)}</p>
  ${money}
  <dl>
    <div><dt>收款原因</dt><dd>保险理赔款</dd></div>
    <div><dt>备注</dt><dd>${escaped(transfer.remark)}</dd></div>
    <div><dt>收款账户</dt><dd>零钱</dd></div>
  </dl>
  <p class="fault" role="alert" hidden></p>
  <div class="actions">
    <button type="button" class="pay" data-choice="confirm" aria-label="收款 ${amount} 元">收款</button>
    <button type="button" class="plain" data-choice="cancel">暂不收款</button>
  </div>
</section>
<section class="done" role="status">
  ${CHECK}
  <h1 class="state">已确认收款</h1>
  ${money}
  <div class="actions"><button type="button" class="plain" data-leave="confirmed">完成</button></div>
</section>
${endedSection('')}
${LOCAL_NOTE}`;
  return phonePage('微信支付', task(transfer.packageInfo, openid, isTaken(transfer) ? 'done' : 'ask'), body);
};

/** Says why nothing can be taken here. */
export const noTransferPage = (message: string): string =>
  phonePage('不能收款', task('', '', 'ended'), `${endedSection(message)}${LOCAL_NOTE}`);
