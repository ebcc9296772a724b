/** How an accident is reported, and how the desk settles it. */
import { openCase } from 'shared/claim/open-case.contract';
import { APPROVER, CASHIER, HANDLER, WANG } from 'shared/testing/cast';
import { addDays, instantAt, type ChinaDay } from 'shared/time/china-day';
import {
  agrees,
  assesses,
  entersBankResult,
  keptPhotos,
  opensCase,
  registers,
  reports,
  sendsMoney,
} from './claiming';
import { personalDataStored } from './privacy';
import { ask, ledgerOf, onlyOne, stored } from './records';
import { step } from './step';
import type { Story } from './story';

const card = '6228480012345678908';
const bankReference = 'ABC20260001';

export const claimSteps = (story: Story): void => {
  describe('the next day, an accident', () => {
    const accidentTime = '07:30';

    step('is reported with photos and an account; two taps on send give one claim', async () => {
      await story.cloud.moveClock({ now: instantAt(addDays(story.today, 1), '10:00') });
      const phone = await story.phones.takeUp(WANG);
      await reports(phone, {
        person: 0,
        day: addDays(story.today, 1),
        time: accidentTime,
        place: '坪埠村后山竹林',
        story: '砍竹子时滑倒，左手骨折，送到县医院。',
        accountNumber: card,
      });
      await phone.doubleTap('claim-submit');
      await phone.read('收到了');
      await phone.tap('filed-notices');
      await phone.tap('filed-progress');

      const claim = await story.claimRecord();
      story.claimId = claim._id;
      expect(claim).toMatchObject({
        state: 'reported',
        policyIds: [story.policyId],
        kind: 'medical',
        accidentAt: instantAt(addDays(story.today, 1), accidentTime),
      });
      expect(new Set((claim.papers as { sha256: string }[]).map(({ sha256 }) => sha256)).size).toBe(2);
      expect(JSON.stringify(claim)).not.toContain(card);
      expect(await personalDataStored(story.cloud, story.phones.written)).toEqual([]);

      const { day } = claim.promise as { day: ChinaDay };
      const [, month, date] = day.split('-').map(Number);
      expect(day > addDays(story.today, 1)).toBe(true);
      expect(await phone.read('等消息')).toContain(`${month}月${date}日`);
    });

    step('keeps of each photo the picture and nothing of where it was taken', async () => {
      const photos = await keptPhotos(story.cloud, WANG.openid, story.claimId);
      expect(photos.map((kept) => kept.slice(0, 3))).toEqual(['\xff\xd8\xff', '\xff\xd8\xff']);
      expect(photos.filter((kept) => kept.includes('Exif'))).toEqual([]);
    });
  });

  describe('the desk', () => {
    step('accepts, registers and assesses by one colleague, who cannot approve', async () => {
      const zhou = await story.phones.takeUp(HANDLER);
      await opensCase(zhou, story.claimId);
      await zhou.tap('case-accept');
      expect(await story.claimRecord()).toMatchObject({ state: 'accepted' });
      await registers(zhou);
      expect(await story.claimRecord()).toMatchObject({ state: 'registered', complexity: 'clear' });
      await assesses(zhou, {
        label: '明溪县总医院骨科住院发票',
        number: '35041298765432',
        amount: '3860.50',
        others: '1200',
        comesTo: '2,304.45',
      });
      await zhou.see({ id: 'case-back' });
      expect(zhou.has('case-approve')).toBe(false);
      expect(await story.claimRecord()).toMatchObject({ state: 'assessed', approverId: null });
      const { case: assessed } = await ask(story.cloud, HANDLER.openid, openCase, { claimId: story.claimId });
      expect(assessed.statement).toMatchObject({ totalFen: 2_304_45, parts: [{ leftFen: 9_695_55 }] });
    });

    step('approves by a second one', async () => {
      const wu = await story.phones.takeUp(APPROVER);
      await opensCase(wu, story.claimId);
      await wu.tap('case-approve');
      await wu.tap('case-confirm');
      const claim = await story.claimRecord();
      expect(claim).toMatchObject({
        state: 'approved',
        approverId: expect.stringMatching(/^stf_/) as string,
      });
      expect(claim.approverId).not.toBe(claim.assessorId);
      expect(await stored(story.cloud, 'payouts', { claimId: story.claimId })).toEqual([]);
    });

    step('waits for the family, which reads the statement and agrees', async () => {
      const phone = await story.phones.takeUp(WANG);
      await agrees(
        phone,
        story.claimId,
        '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
      );
      expect(phone.phone.seen.dialogues[0]?.content).toContain('2,304.45 元到王建国的卡上');
      expect(await story.claimRecord()).toMatchObject({ state: 'agreed' });
      const payout = await onlyOne(story.cloud, 'payouts', { claimId: story.claimId });
      expect(payout).toMatchObject({ state: 'ready', amountFen: 2_304_45, payee: 0 });
      story.payoutId = payout._id;
    });

    step('sends the money and enters what the bank answers', async () => {
      const zheng = await story.phones.takeUp(CASHIER);
      await sendsMoney(zheng, story.payoutId);
      expect(zheng.phone.seen.dialogues[0]?.content).toContain(card);
      expect(await onlyOne(story.cloud, 'payouts', { claimId: story.claimId })).toMatchObject({
        state: 'sent',
      });
      await entersBankResult(zheng, story.payoutId, bankReference);
      expect(await onlyOne(story.cloud, 'payouts', { claimId: story.claimId })).toMatchObject({
        state: 'paid',
        bankReference,
      });
      expect(await story.claimRecord()).toMatchObject({ state: 'paid', paidFen: 2_304_45 });
      expect(await onlyOne(story.cloud, 'policies', { _id: story.policyId })).toMatchObject({
        medicalPaidFen: 2_304_45,
      });
      expect(await ledgerOf(story.cloud, story.claimId)).toMatchObject({ claimsExpense: 2_304_45 });
      // The bank's own number of the transfer is how its bill is compared: it tells of nobody.
      const written = story.phones.written.filter((text) => text !== bankReference);
      expect(await personalDataStored(story.cloud, written)).toEqual([]);
    });
  });
};
