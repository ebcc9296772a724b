/** The pages of a policy's life after its purchase, and of a relative who pays, looked at three ways with real records. */
import type { Browser } from 'playwright-core';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { CASHIER, WANG, ZHANG } from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively, placesOrder } from './console/lively-cloud';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';

const DAY_MS = 86_400_000;

let cloud: LocalCloud;
let browser: Browser;
let policyId = '';

beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
  const { policies } = await storedIn(cloud, WANG.openid, listMyPolicies, {});
  policyId = policies[0]?.policyId ?? '';
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const looksWell = (name: string, openid: string, route: string, sees: string | RegExp): Promise<void> =>
  takePictures(browser, cloud.url, { name, openid, routes: [route], sees });

it('asking a relative to pay, and paying', async () => {
  const { order } = await placesOrder(cloud, ZHANG);
  const query = `?orderId=${order.orderId}`;
  await looksWell(
    'ask-family',
    ZHANG.openid,
    `/packages/buy/pages/ask-family/ask-family${query}`,
    '发给家人',
  );
  await looksWell(
    'pay-for-family',
    WANG.openid,
    `/packages/buy/pages/pay-for-family/pay-for-family${query}`,
    '张*强',
  );
});

it.each([
  ['certificate', '退保'],
  ['cancel', '不退了'],
  ['correct', '王建国'],
])('%s', (name, sees) =>
  looksWell(name, WANG.openid, `/packages/buy/pages/${name}/${name}?policyId=${policyId}`, sees),
);

it('the cashier`s bills', async () => {
  await cloud.moveClock({ advanceMs: 2 * DAY_MS });
  await cloud.runTimer('reconcile-bills');
  await looksWell('bills', CASHIER.openid, '/packages/desk/pages/bills/bills', /100\.00/);
});

it('renewing, and the way to it from the first page', async () => {
  await cloud.moveClock({ advanceMs: 340 * DAY_MS });
  await looksWell('home-renew', WANG.openid, '/pages/home/home', '王建国');
  await looksWell('renew', WANG.openid, `/packages/buy/pages/renew/renew?policyId=${policyId}`, '保障不断');
});
