/** What becomes of an accident: reported on the next day, settled by four people, read by the family. */
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { openCase } from 'shared/claim/open-case.contract';
import { listMyClaims } from 'shared/claim/list-my-claims.contract';
import { getHome } from 'shared/household/get-home.contract';
import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { listPayouts } from 'shared/payout/payout.contracts';
import { APPROVER, CASHIER, HANDLER, WANG } from 'shared/testing/cast';
import { cardFile, filesClaim } from './claiming';
import { FirstTime } from './first-time';
import { takePictures } from './pictures';
import { choose, control, tap, write } from './hand';
import type { Story } from './story';

const ACCOUNT = '6222021402001234563';
const HOUR_MS = 3_600_000;

export const accidentSteps = (story: Story): void => {
  it('the next day it is covered and files a claim with three photos in four screens, in under three minutes', async () => {
    await story.cloud.moveClock({ advanceMs: 24 * HOUR_MS });
    await story.withPhone(WANG.openid, async (phone) => {
      await phone.open('/pages/home/home');
      await control(phone, 'family-card').waitFor();
      const { today, now } = await story.stored(WANG.openid, getHome, {});
      expect(now).toBeGreaterThan(0);
      const accident = { day: 0, time: 0, place: 2, told: '骑车下坡摔倒，左手骨折，送到县医院。' };
      const card = await cardFile(story.folder, story.cloud.url, ACCOUNT);
      const filing = await FirstTime.watches(phone, () =>
        filesClaim(phone, accident, story.album, card, (name) => phone.picture(name)),
      );
      console.info(`A claim, filed for the first time: ${filing.inWords}`);
      expect(filing.screens).toEqual(['who', 'what', 'papers', 'account']);
      const { typing, ...needed } = filing.spent;
      expect(typing).toBe(0);
      expect(Object.values(needed).filter((seconds) => seconds === 0)).toEqual([]);
      expect(filing.seconds).toBeLessThan(180);
      await tap(phone, 'filed-notices');
      await phone.control('button', '允许').click();
      await control(phone, 'filed-notices').waitFor({ state: 'hidden' });
      await phone.picture('claim-filed');
      await tap(phone, 'filed-progress');
      await phone.see('最晚');

      const { claims } = await story.stored(WANG.openid, listMyClaims, {});
      expect(claims).toHaveLength(1);
      story.claimId = claims[0]?.claimId ?? '';
      const { claim } = await story.stored(WANG.openid, getMyClaim, { claimId: story.claimId });
      expect(claim).toMatchObject({
        state: 'reported',
        personName: '王建国',
        payees: [{ relation: 'self', holder: '王建国', maskedNumber: '**** 4563' }],
      });
      expect(claim.photos).toHaveLength(3);
      expect(claim.promise.day > today).toBe(true);
    });
  });

  it('the covered home and the claim`s progress look well three ways', async () => {
    await takePictures(story.browser, story.cloud.url, {
      name: 'home-covered',
      openid: WANG.openid,
      routes: ['/pages/home/home'],
      sees: '66,666.67',
    });
    await takePictures(story.browser, story.cloud.url, {
      name: 'claim-progress',
      openid: WANG.openid,
      routes: [`/packages/claim/pages/progress/progress?claimId=${story.claimId}`],
      sees: '最晚',
    });
  });

  it('one handler accepts, registers and assesses 2,304.45 by the rules', () =>
    story.withPhone(HANDLER.openid, async (phone) => {
      await phone.open('/packages/desk/pages/queue/queue');
      await control(phone, `queue-row-${story.claimId}`).waitFor();
      await phone.picture('desk-queue');
      await tap(phone, `queue-row-${story.claimId}`);
      await tap(phone, 'case-accept');
      await tap(phone, 'case-register');
      await choose(phone, 'case-complexity', 'clear');
      await write(phone, 'case-reason', '材料齐全，事实清楚');
      await tap(phone, 'case-confirm');
      await control(phone, 'facts-invoice-1-label').waitFor();
      await write(phone, 'facts-invoice-1-label', '县医院住院');
      await write(phone, 'facts-invoice-1-amount', '3860.50');
      await write(phone, 'facts-invoice-1-others', '1200');
      await choose(phone, 'facts-social-insurance', 'yes');
      await phone.see('2,304.45');
      await phone.picture('desk-case', { whole: true });
      await tap(phone, 'case-assess');
      await write(phone, 'case-reason', '按条款核算');
      await tap(phone, 'case-confirm');
      await control(phone, 'case-back').waitFor();
      const { case: assessed } = await story.stored(HANDLER.openid, openCase, { claimId: story.claimId });
      expect(assessed).toMatchObject({
        state: 'assessed',
        statement: { totalFen: 2_304_45, parts: [{ leftFen: 9_695_55 }] },
      });
    }));

  it('a second person approves', () =>
    story.withPhone(APPROVER.openid, async (phone) => {
      await phone.open(`/packages/desk/pages/case/case?claimId=${story.claimId}`);
      await tap(phone, 'case-approve');
      await phone.picture('desk-approve');
      await tap(phone, 'case-confirm');
      await control(phone, 'case-back').waitFor();
      const { case: approved } = await story.stored(APPROVER.openid, openCase, { claimId: story.claimId });
      expect(approved).toMatchObject({ state: 'approved', policies: [{ medicalPaidFen: 2_304_45 }] });
      expect((await story.stored(CASHIER.openid, listPayouts, {})).payouts).toEqual([]);
    }));

  it('the household reads the statement with its formula and agrees', () =>
    story.withPhone(WANG.openid, async (phone) => {
      await phone.open(`/packages/claim/pages/progress/progress?claimId=${story.claimId}`);
      await tap(phone, 'progress-statement');
      await phone.see('（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45');
      await phone.picture('claim-decision', { whole: true });
      await tap(phone, 'statement-agree');
      await phone.control('button', '同意').click();
      await phone.see('您已同意，准备打款');
      expect((await story.stored(WANG.openid, getMyClaim, { claimId: story.claimId })).claim).toMatchObject({
        state: 'agreed',
        payouts: [{ state: 'ready', amountFen: 2_304_45 }],
      });
    }));

  it('the cashier sends the money and enters the bank`s result', () =>
    story.withPhone(CASHIER.openid, async (phone) => {
      const { payouts } = await story.stored(CASHIER.openid, listPayouts, {});
      const payoutId = payouts[0]?.payoutId ?? '';
      await phone.open('/packages/desk/pages/payouts/payouts');
      await phone.picture('desk-payouts');
      await tap(phone, `payout-send-${payoutId}`);
      await phone.control('button', '交银行').click();
      await tap(phone, 'payout-tab-sent');
      await tap(phone, `payout-paid-${payoutId}`);
      await write(phone, 'payout-reference', 'BK20261123000001');
      await tap(phone, 'payout-confirm');
      await phone.see('已登记到账');
      const settled = await story.stored(CASHIER.openid, listPayouts, {});
      expect(settled.payouts).toMatchObject([
        {
          state: 'paid',
          amountFen: 2_304_45,
          bankReference: 'BK20261123000001',
          account: { number: ACCOUNT },
        },
      ]);
    }));

  it('the household sees every step, the statement with its formula, and the payout notice', async () => {
    await story.cloud.runTimer('send-messages');
    await story.withPhone(WANG.openid, async (phone) => {
      await phone.open(`/packages/claim/pages/progress/progress?claimId=${story.claimId}`);
      await phone.see('赔款已到账');
      await phone.picture('claim-paid', { whole: true });
      await tap(phone, 'progress-statement');
      await phone.see('（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45');
      await phone.see('9,695.55');
      await phone.picture('statement', { whole: true });
      await phone.open('/packages/claim/pages/messages/messages');
      await phone.see('2,304.45');
      await phone.picture('messages');
    });
    const { claim } = await story.stored(WANG.openid, getMyClaim, { claimId: story.claimId });
    expect(claim.timeline.filter(({ status }) => status !== 'next').map(({ state }) => state)).toEqual(
      expect.arrayContaining([
        'reported',
        'accepted',
        'registered',
        'assessed',
        'approved',
        'agreed',
        'paying',
        'paid',
      ]),
    );
    const { messages } = await story.stored(WANG.openid, listMyMessages, {});
    expect(messages.map(({ kind }) => kind)).toContain('payoutNotice');
    const sent = (await story.cloud.messagesOf(WANG.openid)) as {
      templateName: string;
      data: Record<string, unknown>;
    }[];
    const notice = sent.find(({ templateName }) => templateName === 'payoutNotice');
    expect(JSON.stringify(notice?.data)).toContain('2304.45');
  });
};
