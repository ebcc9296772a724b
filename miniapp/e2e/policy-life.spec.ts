/** The pages of a policy's life after its purchase, and of a relative who pays, looked at three ways with real records. */
import type { Browser } from 'playwright-core';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { CASHIER, WANG, ZHANG } from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively, placesOrder } from './console/lively-cloud';
import { tap, writesName } from './journey/hand';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import type { Phone } from './phone';

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

const looksWell = (
  name: string,
  openid: string,
  route: string,
  sees: string | RegExp,
  after?: (phone: Phone) => Promise<void>,
): Promise<void> =>
  takePictures(browser, cloud.url, { name, openid, routes: [route], sees, ...(after && { after }) });

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

it('an order that its family comes back to', async () => {
  const { order } = await placesOrder(cloud, ZHANG);
  await looksWell('home-unpaid', ZHANG.openid, '/pages/home/home', '还没有付款');
  const route = `/packages/buy/pages/pay-for-family/pay-for-family?orderId=${order.orderId}`;
  await looksWell('pay-own', ZHANG.openid, route, '给家人买，还没付');
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

it('a purchase that was left before it became an order', () =>
  looksWell('home-unfinished', ZHANG.openid, '/pages/home/home', '上次没有买完', async (phone) => {
    await tap(phone, 'home-buy');
    await tap(phone, 'choose-family-accident-100');
    await tap(phone, 'privacy-agree');
    await phone.see('张志强');
    await phone.open('/pages/home/home');
  }));

it('renewing, and the way to it from the first page', async () => {
  await cloud.moveClock({ advanceMs: 340 * DAY_MS });
  await looksWell('home-renew', WANG.openid, '/pages/home/home', '王建国');
  await looksWell('renew', WANG.openid, `/packages/buy/pages/renew/renew?policyId=${policyId}`, '保障不断');
});

it('signing and paying for a renewal on one page', () =>
  looksWell(
    'renew-pay',
    WANG.openid,
    `/packages/buy/pages/renew/renew?policyId=${policyId}`,
    '还差李秀英签名',
    async (phone) => {
      await tap(phone, 'renew-start');
      for (const title of ['保障条款（示例）', '这些情况不赔（示例）']) {
        await phone.see(title);
        await tap(phone, 'document-confirm');
      }
      await writesName(phone, 'sign-pad-0');
    },
  ));
