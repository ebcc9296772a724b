/** How a family comes to its cover: the specialist's link, the plans, the purchase. */
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { SPECIALIST, WANG, ZHANG } from 'shared/testing/cast';
import { addDays } from 'shared/time/china-day';
import { Phone } from '../phone';
import { entersFamily, pays, readsAndSigns } from './buying';
import { takePictures } from './pictures';
import { control, tap } from './hand';
import type { Story } from './story';

export const enrolmentSteps = (story: Story): void => {
  it('a specialist makes an enrolment link whose address can be copied', () =>
    story.withPhone(SPECIALIST.openid, async (phone) => {
      const before = await story.stored(SPECIALIST.openid, getStaffHome, {});
      expect(before.region.tally).toMatchObject({ households: 0, premiumFen: 0 });
      await phone.open('/packages/staff/pages/home/home');
      await tap(phone, 'staff-make-link');
      await phone.page.waitForFunction(
        (old) => !(document.getElementById('staff-link-address')?.textContent ?? old).includes(old),
        before.referrals[0]?.code ?? '',
      );
      const { referrals } = await story.stored(SPECIALIST.openid, getStaffHome, {});
      expect(referrals).toHaveLength(before.referrals.length + 1);
      await tap(phone, 'staff-copy-link');
      const address = await phone.page.evaluate(() => navigator.clipboard.readText());
      expect(address).toContain(`ref=${referrals[0]?.code ?? ''}`);
      story.referralRoute = address.slice(address.indexOf('#') + 1);
      await phone.picture('staff-home');
    }));

  it('a household buys from that link: compares, enters three people, reads, signs, pays 100.00', () =>
    story.withPhone(WANG.openid, async (phone) => {
      await phone.open(story.referralRoute);
      await phone.see('坪埠村');
      await control(phone, 'home-buy').waitFor();
      await phone.picture('home-new');
      await tap(phone, 'home-buy');
      await control(phone, 'choose-family-accident-100').waitFor();
      await tap(phone, 'choose-family-accident-100');
      await entersFamily(phone, WANG, true);
      await phone.picture('buy-members');
      await readsAndSigns(phone, (name) => phone.picture(name));
      await phone.see('示例人寿保险股份有限公司明溪支公司');
      await phone.picture('buy-pay');
      await pays(phone, true);
      await phone.picture('buy-success');
      await tap(phone, 'success-policy');
      await phone.see('66,666.67');
      await phone.picture('certificate', { whole: true });

      const { policies, today } = await story.stored(WANG.openid, listMyPolicies, {});
      expect(policies).toHaveLength(1);
      expect(policies[0]).toMatchObject({
        premiumFen: 100_00,
        startDay: addDays(today, 1),
        state: 'notStarted',
        medical: { leftFen: 12_000_00 },
      });
      expect(policies[0]?.insured.map((person) => person.accidentShareFen)).toEqual([
        66_666_67, 66_666_67, 66_666_66,
      ]);
    }));

  it('the plans look well three ways', () =>
    takePictures(story.browser, story.cloud.url, {
      name: 'plans',
      openid: ZHANG.openid,
      routes: [story.referralRoute, '/packages/buy/pages/plans/plans'],
      sees: /示例/,
    }));

  it('in the largest text one button leads down to the choice', async () => {
    const phone = await Phone.switchOn(story.browser, {
      openid: ZHANG.openid,
      url: story.cloud.url,
      width: 320,
      height: 640,
      textScale: 1.75,
    });
    await phone.open(story.referralRoute);
    await phone.open('/packages/buy/pages/plans/plans');
    await tap(phone, 'plans-lead-down');
    await phone.page.waitForFunction(() => {
      const box = document.getElementById('choose-family-accident-100')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    await phone.switchOff();
  });
};
