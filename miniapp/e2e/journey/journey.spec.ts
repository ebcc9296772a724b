/** From an enrolment link to a paid claim on real screens: the browser build, the deployed bundles, the local cloud. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import { openCase } from 'shared/claim/open-case.contract';
import { listMyClaims } from 'shared/claim/list-my-claims.contract';
import { getHome } from 'shared/household/get-home.contract';
import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { listPayouts } from 'shared/payout/payout.contracts';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { listClaimsByTownship } from 'shared/report/list-claims-by-township.contract';
import { APPROVER, CASHIER, COUNTY_MANAGER, HANDLER, SPECIALIST, WANG, ZHANG } from 'shared/testing/cast';
import { firstOfTwoDays } from 'shared/testing/two-days';
import { addDays, instantAt, monthOf } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../../test/local-cloud';
import { launchBrowser } from '../browser/launch';
import { Phone } from '../phone';
import { entersFamily, pays, readsAndSigns } from './buying';
import { cameraFiles, cardFile, filesClaim } from './claiming';
import { FirstTime } from './first-time';
import { asksRelative, findsItPaid, paysForFamily } from './family-pays';
import { takePictures } from './pictures';
import { storedIn, villageFigure } from './records';
import { choose, control, tap, write } from './hand';

const ACCOUNT = '6222021402001234563';
const HOUR_MS = 3_600_000;

let cloud: LocalCloud;
let browser: Browser;
let folder: string;
let album: string[] = [];
let referralRoute = '';
let askedRoute = '';
let claimId = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'journey-'));
  album = cameraFiles(folder);
  cloud = await startLocalCloud();
  // The purchase and the next day's claim are counted in one month.
  await cloud.moveClock({ now: instantAt(firstOfTwoDays(Date.now()), '09:00') });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stored = <C extends Contract>(openid: string, contract: C, input: InputOf<C>): Promise<OutputOf<C>> =>
  storedIn(cloud, openid, contract, input);

/** Every step builds on the one before: after a failure the rest would only wait in vain. */
let failedBefore = false;

/** One person takes out the phone, does something and puts it away; problems on the phone fail the test. */
const withPhone = async (openid: string, does: (phone: Phone) => Promise<void>): Promise<void> => {
  if (failedBefore) throw new Error('an earlier step failed');
  const phone = await Phone.switchOn(browser, { openid, url: cloud.url });
  try {
    await does(phone);
  } catch (thrown) {
    failedBefore = true;
    await phone.picture(`failed-${openid}`);
    await phone.switchOff().catch((problems: unknown) => {
      throw new AggregateError([thrown, problems], `${String(thrown)}\n${String(problems)}`);
    });
    throw thrown;
  }
  await phone.switchOff();
};

/** Nothing in the app (the identity bar above it is no part of it) names anybody who is insured. */
const noName = async (phone: Phone): Promise<void> => {
  const text = await phone.page.locator('#app').innerText();
  for (const { name } of [...WANG.members, ...ZHANG.members]) expect(text).not.toContain(name);
};

it('a specialist makes an enrolment link whose address can be copied', () =>
  withPhone(SPECIALIST.openid, async (phone) => {
    const before = await stored(SPECIALIST.openid, getStaffHome, {});
    expect(before.region.tally).toMatchObject({ households: 0, premiumFen: 0 });
    await phone.open('/packages/staff/pages/home/home');
    await tap(phone, 'staff-make-link');
    await phone.page.waitForFunction(
      (old) => !(document.getElementById('staff-link-address')?.textContent ?? old).includes(old),
      before.referrals[0]?.code ?? '',
    );
    const { referrals } = await stored(SPECIALIST.openid, getStaffHome, {});
    expect(referrals).toHaveLength(before.referrals.length + 1);
    await tap(phone, 'staff-copy-link');
    const address = await phone.page.evaluate(() => navigator.clipboard.readText());
    expect(address).toContain(`ref=${referrals[0]?.code ?? ''}`);
    referralRoute = address.slice(address.indexOf('#') + 1);
    await phone.picture('staff-home');
  }));

it('a household buys from that link: compares, enters three people, reads, signs, pays 100.00', () =>
  withPhone(WANG.openid, async (phone) => {
    await phone.open(referralRoute);
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

    const { policies, today } = await stored(WANG.openid, listMyPolicies, {});
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
  takePictures(browser, cloud.url, {
    name: 'plans',
    openid: ZHANG.openid,
    routes: [referralRoute, '/packages/buy/pages/plans/plans'],
    sees: /示例/,
  }));

it('in the largest text one button leads down to the choice', async () => {
  const phone = await Phone.switchOn(browser, {
    openid: ZHANG.openid,
    url: cloud.url,
    width: 320,
    height: 640,
    textScale: 1.75,
  });
  await phone.open(referralRoute);
  await phone.open('/packages/buy/pages/plans/plans');
  await tap(phone, 'plans-lead-down');
  await phone.page.waitForFunction(() => {
    const box = document.getElementById('choose-family-accident-100')?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
  await phone.switchOff();
});

it('the next day it is covered and files a claim with three photos in four screens, in under three minutes', async () => {
  await cloud.moveClock({ advanceMs: 24 * HOUR_MS });
  await withPhone(WANG.openid, async (phone) => {
    await phone.open('/pages/home/home');
    await control(phone, 'family-card').waitFor();
    const { today, now } = await stored(WANG.openid, getHome, {});
    expect(now).toBeGreaterThan(0);
    const accident = { day: 0, time: 0, place: 2, told: '骑车下坡摔倒，左手骨折，送到县医院。' };
    const card = await cardFile(folder, cloud.url, ACCOUNT);
    const filing = await FirstTime.watches(phone, () =>
      filesClaim(phone, accident, album, card, (name) => phone.picture(name)),
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

    const { claims } = await stored(WANG.openid, listMyClaims, {});
    expect(claims).toHaveLength(1);
    claimId = claims[0]?.claimId ?? '';
    const { claim } = await stored(WANG.openid, getMyClaim, { claimId });
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
  await takePictures(browser, cloud.url, {
    name: 'home-covered',
    openid: WANG.openid,
    routes: ['/pages/home/home'],
    sees: '66,666.67',
  });
  await takePictures(browser, cloud.url, {
    name: 'claim-progress',
    openid: WANG.openid,
    routes: [`/packages/claim/pages/progress/progress?claimId=${claimId}`],
    sees: '最晚',
  });
});

it('one handler accepts, registers and assesses 2,304.45 by the rules', () =>
  withPhone(HANDLER.openid, async (phone) => {
    await phone.open('/packages/desk/pages/queue/queue');
    await control(phone, `queue-row-${claimId}`).waitFor();
    await phone.picture('desk-queue');
    await tap(phone, `queue-row-${claimId}`);
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
    const { case: assessed } = await stored(HANDLER.openid, openCase, { claimId });
    expect(assessed).toMatchObject({
      state: 'assessed',
      statement: { totalFen: 2_304_45, parts: [{ leftFen: 9_695_55 }] },
    });
  }));

it('a second person approves', () =>
  withPhone(APPROVER.openid, async (phone) => {
    await phone.open(`/packages/desk/pages/case/case?claimId=${claimId}`);
    await tap(phone, 'case-approve');
    await phone.picture('desk-approve');
    await tap(phone, 'case-confirm');
    await control(phone, 'case-back').waitFor();
    const { case: approved } = await stored(APPROVER.openid, openCase, { claimId });
    expect(approved).toMatchObject({ state: 'approved', policies: [{ medicalPaidFen: 2_304_45 }] });
    expect((await stored(CASHIER.openid, listPayouts, {})).payouts).toEqual([]);
  }));

it('the household reads the statement with its formula and agrees', () =>
  withPhone(WANG.openid, async (phone) => {
    await phone.open(`/packages/claim/pages/progress/progress?claimId=${claimId}`);
    await tap(phone, 'progress-statement');
    await phone.see('（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45');
    await phone.picture('claim-decision', { whole: true });
    await tap(phone, 'statement-agree');
    await phone.control('button', '同意').click();
    await phone.see('您已同意，准备打款');
    expect((await stored(WANG.openid, getMyClaim, { claimId })).claim).toMatchObject({
      state: 'agreed',
      payouts: [{ state: 'ready', amountFen: 2_304_45 }],
    });
  }));

it('the cashier sends the money and enters the bank`s result', () =>
  withPhone(CASHIER.openid, async (phone) => {
    const { payouts } = await stored(CASHIER.openid, listPayouts, {});
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
    const settled = await stored(CASHIER.openid, listPayouts, {});
    expect(settled.payouts).toMatchObject([
      { state: 'paid', amountFen: 2_304_45, bankReference: 'BK20261123000001', account: { number: ACCOUNT } },
    ]);
  }));

it('the household sees every step, the statement with its formula, and the payout notice', async () => {
  await cloud.runTimer('send-messages');
  await withPhone(WANG.openid, async (phone) => {
    await phone.open(`/packages/claim/pages/progress/progress?claimId=${claimId}`);
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
  const { claim } = await stored(WANG.openid, getMyClaim, { claimId });
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
  const { messages } = await stored(WANG.openid, listMyMessages, {});
  expect(messages.map(({ kind }) => kind)).toContain('payoutNotice');
  const sent = (await cloud.messagesOf(WANG.openid)) as {
    templateName: string;
    data: Record<string, unknown>;
  }[];
  const notice = sent.find(({ templateName }) => templateName === 'payoutNotice');
  expect(JSON.stringify(notice?.data)).toContain('2304.45');
});

it('specialist and county manager see the village go up by one household and 100 yuan, without a name', async () => {
  await cloud.runTimer('fold-figures');
  expect(await villageFigure(cloud, COUNTY_MANAGER.openid)).toMatchObject({
    households: 1,
    insured: 3,
    premiumFen: 100_00,
  });
  expect(await villageFigure(cloud, SPECIALIST.openid)).toMatchObject({ households: 1, premiumFen: 100_00 });
  for (const { openid } of [SPECIALIST, COUNTY_MANAGER]) {
    await withPhone(openid, async (phone) => {
      await phone.open('/packages/staff/pages/home/home');
      await control(phone, 'staff-open-figures').waitFor();
      await noName(phone);
      await tap(phone, 'staff-open-figures');
      await phone.see('完成户数');
      await noName(phone);
      await phone.picture(openid === SPECIALIST.openid ? 'staff-figures' : 'county-figures', { whole: true });
    });
  }
});

it('a second household chooses the 200 plan, whose sums are called 示例, and asks a relative to pay', () =>
  withPhone(ZHANG.openid, async (phone) => {
    await phone.open(referralRoute);
    await tap(phone, 'home-buy');
    await control(phone, 'choose-family-accident-200').waitFor();
    await phone.see(/示例/);
    await tap(phone, 'choose-family-accident-200');
    await entersFamily(phone, ZHANG, false);
    await readsAndSigns(phone);
    askedRoute = await asksRelative(phone);
    expect((await stored(ZHANG.openid, listMyPolicies, {})).policies).toEqual([]);
  }));

it('the relative sees masked names and pays 200.00; the policy is the household`s', async () => {
  await withPhone(WANG.openid, async (phone) => {
    await paysForFamily(phone, askedRoute);
    await phone.see('张*强');
    expect(await phone.page.locator('#app').innerText()).not.toContain('张志强');
  });
  const { policies } = await stored(ZHANG.openid, listMyPolicies, {});
  expect(policies).toMatchObject([{ premiumFen: 200_00, isSample: true }]);
  expect(policies[0]?.insured).toHaveLength(4);
  await withPhone(ZHANG.openid, async (phone) => {
    await findsItPaid(phone, askedRoute);
    await phone.see(/示例/);
  });
});

it('the county manager sees the month`s claims by township, masked', () =>
  withPhone(COUNTY_MANAGER.openid, async (phone) => {
    const { today } = await stored(COUNTY_MANAGER.openid, getStaffHome, {});
    await phone.open('/packages/staff/pages/claims/claims');
    await phone.see('王*国');
    await noName(phone);
    await phone.picture('county-claims', { whole: true });
    const month = await stored(COUNTY_MANAGER.openid, listClaimsByTownship, { month: monthOf(today) });
    expect(month).toMatchObject({ totalReported: 1, totalPaidFen: 2_304_45 });
    expect(JSON.stringify(month)).not.toContain('王建国');
    expect((await stored(HANDLER.openid, listDeskQueue, {})).rows).toEqual([]);
  }));
