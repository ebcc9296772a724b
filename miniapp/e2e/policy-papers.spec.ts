/** The papers of a policy and who else looks at them: its check, a newborn, bringing it home, the sale shown again, a relative who renews. */
import type { Browser } from 'playwright-core';
import { getPolicy } from 'shared/policy/get-policy.contract';
import { getRenewal } from 'shared/policy/get-renewal.contract';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { HANDLER, SPECIALIST, WANG, ZHANG } from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively } from './console/lively-cloud';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import { Phone } from './phone';

const DAY_MS = 86_400_000;

let cloud: LocalCloud;
let browser: Browser;
let policyId = '';
let policyNumber = '';

beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
  await cloud.moveClock({ advanceMs: 40 * DAY_MS });
  const { policies } = await storedIn(cloud, WANG.openid, listMyPolicies, {});
  policyId = policies[0]?.policyId ?? '';
  policyNumber = policies[0]?.policyNumber ?? '';
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const looksWell = (name: string, openid: string, route: string, sees: string | RegExp): Promise<void> =>
  takePictures(browser, cloud.url, { name, openid, routes: [route], sees });

it('a code that is not ours, scanned from a paper', () =>
  looksWell(
    'check-unknown',
    ZHANG.openid,
    `/packages/buy/pages/check/check?scene=${'0'.repeat(32)}`,
    '查不到这份保单',
  ));

it('the certificate kept as a file', async () => {
  const phone = await Phone.switchOn(browser, { openid: WANG.openid, url: cloud.url, bar: false });
  await phone.open(`/packages/buy/pages/certificate/certificate?policyId=${policyId}`);
  await phone.see('保单文件（PDF）');
  const kept = phone.page.waitForEvent('download');
  await phone.tap('下载');
  const { policy } = await storedIn(cloud, WANG.openid, getPolicy, { policyId });
  expect((await kept).suggestedFilename()).toBe(`保单${policy.policyNumber}.pdf`);
  await phone.switchOff();
});

it('a newborn, and what everybody`s sum becomes', () =>
  looksWell(
    'newborn',
    WANG.openid,
    `/packages/buy/pages/newborn/newborn?policyId=${policyId}`,
    '每人最多赔的钱会变',
  ));

it('a specialist records that the policy was brought home', async () => {
  await looksWell('delivery', SPECIALIST.openid, '/packages/staff/pages/delivery/delivery', '查这份保单');
  const phone = await Phone.switchOn(browser, { openid: SPECIALIST.openid, url: cloud.url, bar: false });
  await phone.open('/packages/staff/pages/delivery/delivery');
  await phone.write('保单号', policyNumber);
  await phone.tap('查这份保单');
  await phone.see('王*国');
  await phone.write('交给了谁', '交给他爱人');
  await phone.picture('delivery-found');
  await phone.tap('已送到家');
  await phone.see('登记好了');
  await phone.switchOff();
});

it('the desk looks at the sale again', () =>
  looksWell(
    'sale',
    HANDLER.openid,
    `/packages/desk/pages/sale/sale?policyNumber=${policyNumber}`,
    '签名和同意',
  ));

it('a relative renews for the family', async () => {
  await cloud.moveClock({ advanceMs: 300 * DAY_MS });
  const { relativeCode } = await storedIn(cloud, WANG.openid, getRenewal, { policyId });
  await looksWell(
    'renew-for-family',
    ZHANG.openid,
    `/packages/buy/pages/renew-for-family/renew-for-family?code=${relativeCode}`,
    '王*国家去年保的人',
  );
});
