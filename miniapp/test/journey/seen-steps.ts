/** What the family, and the association without a name, see of it. */
import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { COUNTY_MANAGER, PLACE, SPECIALIST, WANG, ZHANG } from 'shared/testing/cast';
import { monthOf } from 'shared/time/china-day';
import { atCashier, choosesPlan, entersFamily, readsAndConfirms, signs } from './buying';
import { unlawfulFields, type ReceivedMessage } from './received-message';
import { personalDataIn } from './privacy';
import { ask, onlyOne, stored } from './records';
import { step } from './step';
import { opensOffice, readsVillageRow } from './watching';
import type { Story } from './story';

const documents = ['孩子的个人信息（示例）', '保障条款（示例）', '这些情况不赔（示例）', '健康告知（示例）'];

export const seenSteps = (story: Story): void => {
  describe('the family sees', () => {
    step('every step, the statement with its formula, and the notice in its inbox', async () => {
      const phone = await story.phones.takeUp(WANG);
      await phone.openTab('理赔');
      await phone.tap(`claim-${story.claimId}`);
      const progress = await phone.read('赔款已到账');
      for (const step of ['已报案', '已受理', '立案', '审核', '批准', '同意', '打款', '2,304.45'])
        expect(progress).toContain(step);
      await phone.tap('progress-statement');
      const statement = await phone.read('怎么算的');
      expect(statement).toContain(
        '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
      );
      expect(statement).toContain('9,695.55');

      await phone.openTab('我的');
      await phone.tap('me-messages');
      await phone.read('到账');
      const { messages } = await ask(story.cloud, WANG.openid, listMyMessages, {});
      const notice = messages.find(({ kind }) => kind === 'payoutNotice');
      expect(notice?.body).toContain('2,304.45');
      await phone.tap(`message-${notice?.messageId ?? ''}`);
      expect(phone.phone.page).toBe('packages/claim/pages/progress/progress');
      expect(await onlyOne(story.cloud, 'messages', { _id: notice?.messageId ?? '' })).toMatchObject({
        kind: 'payoutNotice',
        readAt: expect.any(Number) as number,
      });
    });

    step('in WeChat what it allowed to be sent, with lawful fields', async () => {
      await story.cloud.runTimer('send-messages');
      const received = (await story.cloud.messagesOf(WANG.openid)) as ReceivedMessage[];
      expect(received.flatMap(unlawfulFields)).toEqual([]);
      expect(received.map(({ templateName }) => templateName)).toContain('policyIssued');
      const notice = received.find(({ templateName }) => templateName === 'payoutNotice');
      expect(notice).toMatchObject({
        page: `packages/claim/pages/progress/progress?claimId=${story.claimId}`,
        data: { amount2: '¥2304.45' },
      });
      expect(
        await onlyOne(story.cloud, 'messages', { openid: WANG.openid, kind: 'payoutNotice' }),
      ).toMatchObject({
        delivery: 'sent',
      });
    });
  });

  describe('the association sees', () => {
    step('its village up by one household and 100 yuan, without a name', async () => {
      await story.cloud.runTimer('fold-figures');
      expect(await story.villageFigures()).toMatchObject({ households: 1, insured: 3, premiumFen: 100_00 });

      const chen = await story.phones.takeUp(SPECIALIST);
      await opensOffice(chen, 'specialist');
      expect(personalDataIn(await chen.read('今年已有 1 户参保，保费 100 元'))).toEqual([]);

      const lin = await story.phones.takeUp(COUNTY_MANAGER);
      await opensOffice(lin, 'county');
      await lin.read('今年已有 1 户参保，保费 100 元');
      expect(await readsVillageRow(lin, PLACE.township, PLACE.village)).toContain('100 元');
      expect(personalDataIn(lin.phone.text())).toEqual([]);
    });

    step('a second family that buys the other plan', async () => {
      const zhang = await story.phones.takeUp(ZHANG, story.link);
      await choosesPlan(zhang, '200');
      await entersFamily(zhang, ZHANG);
      await readsAndConfirms(zhang, documents);
      await signs(zhang, ['张志强', '陈丽华']);
      await atCashier(zhang, 'pay');
      await zhang.see({ id: 'success-policy' });
      expect(zhang.phone.text()).toContain('示例');
      const policy = await onlyOne(story.cloud, 'policies', { openid: ZHANG.openid });
      expect(policy).toMatchObject({ premiumFen: 200_00, state: 'issued', medicalLimitFen: 24_000_00 });

      await story.cloud.runTimer('fold-figures');
      expect(await story.villageFigures()).toMatchObject({ households: 2, insured: 7, premiumFen: 300_00 });
    });

    step("the month's claims by township, with masked names", async () => {
      const lin = await story.phones.takeUp(COUNTY_MANAGER);
      await opensOffice(lin, 'county');
      await lin.tap('staff-open-claims');
      const claims = await lin.read('王*国');
      expect(claims).toContain('2,304.45');
      expect(personalDataIn(claims)).toEqual([]);
      expect(lin.phone.text({ id: `township-row-${PLACE.township}` })).toContain('2,304.45');
      expect(
        await stored(story.cloud, 'figures', { regionCode: PLACE.township, month: monthOf(story.today) }),
      ).toMatchObject([{ tally: { claimsReported: 1, claimsPaid: 1, paidFen: 2_304_45 } }]);
    });
  });
};
