/** Our own package on phones of the cast: every tab opens without an error and within WeChat's measures. */
import { startLocalCloud, type CastMember, type LocalCloud } from './local-cloud';
import { costOf } from './weapp-harness/statistics';
import { Phone } from './weapp-harness/phone';

let cloud: LocalCloud;
let cast: CastMember[];

beforeAll(async () => {
  cloud = await startLocalCloud();
  cast = await cloud.cast();
}, 120_000);
afterAll(() => cloud.stop());

it('has the whole cast of the journey', () => {
  expect(cast.length).toBeGreaterThanOrEqual(7);
});

it.each([1, 1.75])(
  'opens every tab for everybody at text size %d',
  async (textScale) => {
    for (const { openid } of cast) {
      const phone = await Phone.switchOn({ cloud, openid, textScale });
      for (const tab of ['保障', '理赔', '我的', '首页']) await phone.openTab(tab);
      phone.switchOff();
    }
  },
  120_000,
);

it('starts within the measures of 体验评分', async () => {
  const phone = await Phone.switchOn({ cloud, openid: cast[0]?.openid ?? '' });
  const start = costOf(phone.setData);
  expect(start.largest).toBeLessThan(32 * 1024);
  expect(start.peakPerSecond).toBeLessThanOrEqual(20);
  const size = phone.size();
  expect(size.nodes).toBeLessThan(1000);
  expect(size.depth).toBeLessThan(30);
  expect(size.mostChildren).toBeLessThanOrEqual(60);
  phone.switchOff();
});
