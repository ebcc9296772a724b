/** Before a report: the day, what it would come to, the papers with their pictures; looked at three ways. */
import type { Browser } from 'playwright-core';
import { WANG } from 'shared/testing/cast';
import { addDays, chinaDayOf, DAY_MS } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively } from './console/lively-cloud';
import { choose, control, tap, turn, write } from './journey/hand';
import { takePictures } from './journey/pictures';
import type { Phone } from './phone';

const BEFORE = '/packages/claim/pages/before/before';

let cloud: LocalCloud;
let browser: Browser;
let today: string;

beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
  today = chinaDayOf(await cloud.moveClock({ advanceMs: 20 * DAY_MS }));
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

/** Presses on until a control is there: large text asks one question at a time. */
const reach = async (phone: Phone, id: string): Promise<void> => {
  if ((await control(phone, id).count()) === 0) await tap(phone, 'before-next');
  await control(phone, id).first().waitFor();
};

const asks = async (phone: Phone, day: string): Promise<void> => {
  await choose(phone, 'before-person', '2');
  await reach(phone, 'before-day');
  await turn(phone, 'before-day', day);
  await tap(phone, 'before-next');
};

const saysWhat = async (phone: Phone): Promise<void> => {
  await asks(phone, today);
  await phone.see('那天有保障');
  await reach(phone, 'before-kind-medical');
  await choose(phone, 'before-kind', 'medical');
  await reach(phone, 'before-cause-fall');
  await choose(phone, 'before-cause', 'fall');
  await tap(phone, 'before-next');
};

const saysHowMuch = async (phone: Phone): Promise<void> => {
  await saysWhat(phone);
  await write(phone, 'before-bill', '3860.50');
  await reach(phone, 'before-social-yes');
  await choose(phone, 'before-social', 'yes');
  await write(phone, 'before-others', '1200');
  await tap(phone, 'before-next');
  await phone.see('估算，大概能赔');
};

const looksWell = (name: string, sees: string, after: (phone: Phone) => Promise<void>) =>
  takePictures(browser, cloud.url, { name, openid: WANG.openid, routes: [BEFORE], sees, after });

it('asks about whom and which day', () => looksWell('before-day', '王小雨', () => Promise.resolve()));

it('shows what covers the person that day', () =>
  looksWell('before-covered', '那天有保障', (phone) => asks(phone, today)));

it('says why there was no cover', () =>
  looksWell('before-uncovered', '那天没有保障', (phone) => asks(phone, addDays(today, -60))));

it('asks for rough figures', () => looksWell('before-figures', '看病一共花了多少', saysWhat));

it('shows an estimate of 2,304.45 and says that it is one', () =>
  looksWell('before-estimate', '2,304.45', saysHowMuch));

it('shows the papers, each with its picture', () =>
  looksWell('before-papers', '医院发票', async (phone) => {
    await saysHowMuch(phone);
    if ((await phone.page.getByText('医院发票').filter({ visible: true }).count()) === 0)
      await tap(phone, 'before-next');
    await phone.page.getByText('不要反光挡住字').filter({ visible: true }).scrollIntoViewIfNeeded();
  }));
