/** What the association sees of it, and a second family that a relative pays for. */
import { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { listClaimsByTownship } from 'shared/report/list-claims-by-township.contract';
import { COUNTY_MANAGER, HANDLER, SPECIALIST, WANG, ZHANG } from 'shared/testing/cast';
import { monthOf } from 'shared/time/china-day';
import { type Phone } from '../phone';
import { entersFamily, readsAndSigns } from './buying';
import { asksRelative, findsItPaid, paysForFamily } from './family-pays';
import { villageFigure } from './records';
import { control, tap } from './hand';
import type { Story } from './story';

/** Nothing in the app (the identity bar above it is no part of it) names anybody who is insured. */
const noName = async (phone: Phone): Promise<void> => {
  const text = await phone.page.locator('#app').innerText();
  for (const { name } of [...WANG.members, ...ZHANG.members]) expect(text).not.toContain(name);
};

export const villageSteps = (story: Story): void => {
  it('specialist and county manager see the village go up by one household and 100 yuan, without a name', async () => {
    await story.cloud.runTimer('fold-figures');
    expect(await villageFigure(story.cloud, COUNTY_MANAGER.openid)).toMatchObject({
      households: 1,
      insured: 3,
      premiumFen: 100_00,
    });
    expect(await villageFigure(story.cloud, SPECIALIST.openid)).toMatchObject({
      households: 1,
      premiumFen: 100_00,
    });
    for (const { openid } of [SPECIALIST, COUNTY_MANAGER]) {
      await story.withPhone(openid, async (phone) => {
        await phone.open('/packages/staff/pages/home/home');
        await control(phone, 'staff-open-figures').waitFor();
        await noName(phone);
        await tap(phone, 'staff-open-figures');
        await phone.see('完成户数');
        await noName(phone);
        await phone.picture(openid === SPECIALIST.openid ? 'staff-figures' : 'county-figures', {
          whole: true,
        });
      });
    }
  });

  it('a second household chooses the 200 plan, whose sums are called 示例, and asks a relative to pay', () =>
    story.withPhone(ZHANG.openid, async (phone) => {
      await phone.open(story.referralRoute);
      await tap(phone, 'home-buy');
      await control(phone, 'choose-family-accident-200').waitFor();
      await phone.see(/示例/);
      await tap(phone, 'choose-family-accident-200');
      await entersFamily(phone, ZHANG, false);
      await readsAndSigns(phone);
      story.askedRoute = await asksRelative(phone);
      expect((await story.stored(ZHANG.openid, listMyPolicies, {})).policies).toEqual([]);
    }));

  it('the relative sees masked names and pays 200.00; the policy is the household`s', async () => {
    await story.withPhone(WANG.openid, async (phone) => {
      await paysForFamily(phone, story.askedRoute);
      await phone.see('张*强');
      expect(await phone.page.locator('#app').innerText()).not.toContain('张志强');
    });
    const { policies } = await story.stored(ZHANG.openid, listMyPolicies, {});
    expect(policies).toMatchObject([{ premiumFen: 200_00, isSample: true }]);
    expect(policies[0]?.insured).toHaveLength(4);
    await story.withPhone(ZHANG.openid, async (phone) => {
      await findsItPaid(phone, story.askedRoute);
      await phone.see(/示例/);
    });
  });

  it('the county manager sees the month`s claims by township, masked', () =>
    story.withPhone(COUNTY_MANAGER.openid, async (phone) => {
      const { today } = await story.stored(COUNTY_MANAGER.openid, getStaffHome, {});
      await phone.open('/packages/staff/pages/claims/claims');
      await phone.see('王*国');
      await noName(phone);
      await phone.picture('county-claims', { whole: true });
      const month = await story.stored(COUNTY_MANAGER.openid, listClaimsByTownship, {
        month: monthOf(today),
      });
      expect(month).toMatchObject({ totalReported: 1, totalPaidFen: 2_304_45 });
      expect(JSON.stringify(month)).not.toContain('王建国');
      expect((await story.stored(HANDLER.openid, listDeskQueue, {})).rows).toEqual([]);
    }));
};
