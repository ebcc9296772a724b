/** How a village learns of the cover and a family buys it. */
import { textOf } from 'shared/errors/catalogue';
import { getPolicy } from 'shared/policy/get-policy.contract';
import { PLACE, SPECIALIST, WANG } from 'shared/testing/cast';
import { addDays, instantAt } from 'shared/time/china-day';
import { atCashier, entersFamily, entersMistypedFirst, readsAndConfirms, signs } from './buying';
import { personalDataStored } from './privacy';
import { ask, ledgerOf, onlyOne, stored } from './records';
import { step } from './step';
import { opensOffice } from './watching';
import type { Story } from './story';

const documents = ['孩子的个人信息（示例）', '保障条款（示例）', '这些情况不赔（示例）', '健康告知（示例）'];
const shares = [66_666_67, 66_666_67, 66_666_66];

export const saleSteps = (story: Story): void => {
  describe('a village is told', () => {
    step('by a link that its specialist makes and shares', async () => {
      const chen = await story.phones.takeUp(SPECIALIST);
      await opensOffice(chen, 'specialist');
      await chen.read('今年还没有家庭参保');
      const before = (await stored(story.cloud, 'referrals')).map(({ _id }) => _id);
      await chen.tap('staff-make-link');

      story.link = chen.phone.share().path;
      const code = /^\/pages\/home\/home\?ref=(\w{10})$/.exec(story.link)?.[1] ?? '';
      expect(before).not.toContain(code);
      expect(await onlyOne(story.cloud, 'referrals', { _id: code })).toMatchObject({
        regionCode: PLACE.village,
        revokedAt: null,
      });
    });
  });

  describe('a family buys', () => {
    step('comes by the link and compares the plans', async () => {
      story.wang = await story.phones.takeUp(WANG, story.link);
      expect(await story.wang.read('坪埠村')).toContain(SPECIALIST.name);
      await story.wang.tap('home-buy');
      const plans = await story.wang.read('选家庭意外险 200 元');
      expect(plans).toContain('示例');
      for (const sum of ['66,666', '133,333', '12,000', '24,000']) expect(plans).toContain(sum);
      await story.wang.tap('choose-family-accident-100');
      await story.wang.tap('privacy-agree');
      expect(await stored(story.cloud, 'orders')).toEqual([]);
    });

    step('enters three people, one of them wrongly first', async () => {
      await entersMistypedFirst(story.wang, WANG, async () => {
        await story.wang.read(textOf('ID_NUMBER_WRONG'));
        expect(story.wang.phone.page).toBe('packages/buy/pages/member/member');
      });
      expect(story.wang.phone.has({ text: textOf('ID_NUMBER_WRONG') })).toBe(false);
      await entersFamily(story.wang, WANG, 1);
      expect(story.wang.phone.text({ id: 'member-2' })).toContain('66,666.66');
      expect(await stored(story.cloud, 'orders')).toEqual([]);
    });

    step('reads, signs, turns back at the cashier, then pays: one order, one policy', async () => {
      await readsAndConfirms(story.wang, documents);
      await signs(story.wang, ['王建国', '李秀英']);
      await atCashier(story.wang, 'cancel');
      await story.wang.read('没有付款');
      const unpaid = await onlyOne(story.cloud, 'orders', { openid: WANG.openid });
      expect(unpaid).toMatchObject({ state: 'new', priceFen: 100_00, policyId: null });
      expect(await stored(story.cloud, 'policies')).toEqual([]);

      await atCashier(story.wang, 'pay');
      await story.wang.tap('allow-messages');

      const orderId = unpaid._id;
      const order = await onlyOne(story.cloud, 'orders', { openid: WANG.openid });
      expect(order).toMatchObject({
        _id: orderId,
        state: 'issued',
        referralCode: story.link.slice(-10),
        regionCode: PLACE.village,
        attempts: [expect.objectContaining({ state: 'paid', payerOpenid: WANG.openid, paidFen: 100_00 })],
      });
      // What becomes of the data was agreed to before anybody was entered; the others were read to their end.
      expect(order.confirmations).toMatchObject(
        ['privacy', 'minors', 'clauses', 'exclusions', 'health'].map((kind) => ({
          documentId: `family-accident-100-${kind}`,
        })),
      );
      story.policyId = String(order.policyId);
      expect(await onlyOne(story.cloud, 'policies', { openid: WANG.openid })).toMatchObject({
        _id: story.policyId,
        orderId,
        premiumFen: 100_00,
        state: 'issued',
        startAt: instantAt(addDays(story.today, 1), '00:00'),
      });
      expect(await ledgerOf(story.cloud, orderId)).toMatchObject({ wechatPay: 100_00 });
    });

    step(
      'saw on every page who sells under which filing number, and came from open to paid on six screens',
      async () => {
        const paid = story.wang.looks.findIndex(({ page }) => page.endsWith('/success/success'));
        const sale = story.wang.looks.slice(0, paid);
        const silent = sale.filter(({ says }) => !/由.+公司.*销售并承保.+备案编号/s.test(says));
        expect(silent.map(({ page }) => page)).toEqual([]);
        const screens = new Set(sale.map(({ page }) => page.split('/').at(-1)));
        expect([...screens]).toEqual(['home', 'plans', 'members', 'member', 'document', 'pay']);
      },
    );

    step('holds a certificate with equal shares, and nobody is named in what is stored', async () => {
      await story.wang.tap('success-policy');
      const certificate = await story.wang.read('全家合计');
      expect(certificate.match(/66,666\.6\d/g)).toEqual(['66,666.67', '66,666.67', '66,666.66']);
      const { policy } = await ask(story.cloud, WANG.openid, getPolicy, { policyId: story.policyId });
      expect(policy.insured.map(({ accidentShareFen }) => accidentShareFen)).toEqual(shares);
      expect(await personalDataStored(story.cloud, story.phones.written)).toEqual([]);
    });
  });
};
