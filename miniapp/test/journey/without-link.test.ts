/** A family that nobody sent a link to: on a phone that runs the compiled package against a running local cloud. */
import { PLACE, ZHANG } from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../local-cloud';
import { atCashier, entersFamily, readsAndConfirms, signs } from './buying';
import { Phones } from './phones';
import { onlyOne } from './records';
import { step } from './step';

let cloud: LocalCloud;
const phones = new Phones(() => cloud);

jest.setTimeout(60_000);

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(async () => {
  await cloud.stop();
  phones.switchOff();
});

step('names its village where it compares the plans, and buys on six screens', async () => {
  const zhang = await phones.takeUp(ZHANG);
  await zhang.read('先请村里的服务专员发一个参保链接给您');
  await zhang.tap('home-choose-village');
  for (const code of ['350000', '350400', PLACE.county, PLACE.township, PLACE.village])
    await zhang.tap(`village-${code}`);
  await zhang.tap('choose-family-accident-200');
  await zhang.tap('privacy-agree');
  await entersFamily(zhang, ZHANG);
  await readsAndConfirms(zhang, [
    '孩子的个人信息（示例）',
    '保障条款（示例）',
    '这些情况不赔（示例）',
    '健康告知（示例）',
  ]);
  await signs(zhang, ['张志强', '陈丽华']);
  await atCashier(zhang, 'pay');
  await zhang.see({ id: 'success-policy' });

  const screens = new Set(zhang.looks.map(({ page }) => page.split('/').at(-1)));
  expect([...screens]).toEqual(['home', 'plans', 'members', 'member', 'document', 'pay']);
  expect(await onlyOne(cloud, 'policies', { openid: ZHANG.openid })).toMatchObject({
    regionCode: PLACE.village,
    state: 'issued',
  });
});
