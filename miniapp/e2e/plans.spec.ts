/** Comparing four plans for a family, and buying one of them for some of it in two copies: looked at three ways. */
import type { Browser } from 'playwright-core';
import { getHousehold } from 'shared/household/get-household.contract';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { listPlans } from 'shared/product/list-plans.contract';
import { WANG } from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively } from './console/lively-cloud';
import { control, tap, writesName } from './journey/hand';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import { Phone } from './phone';

/** The link that the demo has from the start. */
const LINK = '/pages/home/home?ref=MXPB234567';
const PLANS = '/packages/buy/pages/plans/plans';

let cloud: LocalCloud;
let browser: Browser;

beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

it('compares the four plans for a family that is known, each member by name', async () => {
  await takePictures(browser, cloud.url, {
    name: 'plans-family',
    openid: WANG.openid,
    routes: [PLANS],
    sees: '王小雨最多能得到',
  });
  const phone = await Phone.switchOn(browser, { openid: WANG.openid, url: cloud.url, bar: false });
  await phone.open(PLANS);
  const card = phone.page.getByText('王建国最多能得到').locator('..').locator('..');
  // 200,000 and 400,000 over three; the women's plan is not for him, the men's pays its whole sum.
  for (const words of ['66,666.67', '133,333.34', '不参加，只保女性', '20,000.00'])
    await card.getByText(words).first().waitFor();
  await phone.see('200 元 × 2 人');
  expect(await phone.page.getByText('示例', { exact: true }).count()).toBeGreaterThanOrEqual(3);
  await phone.picture('plans-family-whole', { whole: true });
  await phone.switchOff();
});

it('compares them for so many people before anybody is named', () =>
  takePictures(browser, cloud.url, {
    name: 'plans-new',
    openid: 'o-nobody-yet',
    routes: [LINK, PLANS],
    sees: '每人最多能得到',
  }));

it('insures wife and daughter in two copies, bought by a man, on the narrowest phone in the largest text', async () => {
  const phone = await Phone.switchOn(browser, {
    openid: WANG.openid,
    url: cloud.url,
    bar: false,
    width: 320,
    height: 640,
    textScale: 1.75,
  });
  await phone.open(PLANS);
  await tap(phone, 'choose-female-health');
  await phone.see('个人信息怎么用（示例）');
  await tap(phone, 'privacy-agree');
  await phone.see('只保女性，王建国不参加');
  await tap(phone, 'copies-more');
  await phone.see('200 元 × 2 人 × 2 份');
  await tap(phone, 'member-2-takes-part');
  await phone.see('200 元 × 1 人 × 2 份');
  await tap(phone, 'member-2-takes-part');
  await phone.picture('some-members-large', { whole: true });
  await tap(phone, 'members-next');
  for (const title of ['孩子的个人信息', '保障条款', '这些情况不赔', '保哪些病', '健康告知']) {
    await phone.see(new RegExp(title));
    await tap(phone, 'document-confirm');
  }
  await phone.see(/得了条款里列的重病赔 100,000\.00 元/);
  await writesName(phone, 'sign-pad-0');
  await control(phone, 'pay-submit').waitFor();
  await phone.see('微信支付 800 元');
  await phone.see(/女性安康 200 元（示例）/);
  await phone.picture('some-pay-large', { whole: true });
  await tap(phone, 'pay-submit');
  await phone.page
    .frameLocator('iframe[title*="微信支付"]')
    .getByRole('button', { name: /支付/ })
    .first()
    .tap();
  await control(phone, 'success-policy').waitFor();
  await phone.switchOff();

  const { policies } = await storedIn(cloud, WANG.openid, listMyPolicies, {});
  const bought = policies.find(({ planName }) => planName.startsWith('女性安康'));
  expect(bought).toMatchObject({
    premiumFen: 800_00,
    copies: 2,
    isSample: true,
    insured: [
      { name: '李秀英', illnessSumFen: 100_000_00 },
      { name: '王小雨', illnessSumFen: 100_000_00 },
    ],
  });
  const { household } = await storedIn(cloud, WANG.openid, getHousehold, {});
  expect(household?.members).toHaveLength(3);
  await takePictures(browser, cloud.url, {
    name: 'some-certificate',
    openid: WANG.openid,
    routes: [`/packages/buy/pages/certificate/certificate?policyId=${bought?.policyId ?? ''}`],
    sees: /示例/,
  });
  await takePictures(browser, cloud.url, {
    name: 'home-two-covers',
    openid: WANG.openid,
    routes: ['/pages/home/home'],
    sees: '女性安康 200 元，每人 2 份',
  });
});

it('has four plans on sale in the demo county, three of them with sums that are 示例', async () => {
  const { plans } = await storedIn(cloud, WANG.openid, listPlans, {});
  expect(plans.map(({ name, isSample }) => [name, isSample])).toEqual([
    ['家庭意外险 100 元', false],
    ['家庭意外险 200 元', true],
    ['女性安康 200 元', true],
    ['男性安康 100 元', true],
  ]);
});
