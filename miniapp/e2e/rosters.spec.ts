/** A county's manager uploads a roster from the browser and decides about it; its pages are looked at three ways. */
import type { Browser } from 'playwright-core';
import { getRoster, listRosters } from 'shared/roster/roster.contracts';
import { COUNTY_MANAGER, WANG } from 'shared/testing/cast';
import { idNumberFor } from 'shared/testing/id-numbers';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import { Phone } from './phone';

const MANAGER = COUNTY_MANAGER.openid;
const LIST = '/packages/staff/pages/rosters/rosters';
const UPLOAD = '/packages/staff/pages/upload-roster/upload-roster';

let cloud: LocalCloud;
let browser: Browser;

beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const looksWell = (name: string, route: string, sees: string | RegExp): Promise<void> =>
  takePictures(browser, cloud.url, { name, openid: MANAGER, routes: [route], sees });

const HEADER = '户编号,姓名,证件号码,与户主关系,手机号,乡镇,村,类别';
const PLACE_AND_GROUP = '城关乡,坪埠村,二女结扎户';

/** One household without a fault, one with a wrong number and a formula, one beyond the age. */
const roster = (): string =>
  [
    HEADER,
    ...WANG.members.map(
      ({ name, idNumber }, index) =>
        `1,${name},${idNumber},${['本人', '配偶', '女儿'][index] ?? ''},${WANG.phone},${PLACE_AND_GROUP}`,
    ),
    `2,罗大海,35042119790315011Z,本人,13850801234,${PLACE_AND_GROUP}`,
    `2,=VLOOKUP(A1),${idNumberFor('2015-01-01', 12)},女儿,,${PLACE_AND_GROUP}`,
    `3,吴老汉,${idNumberFor('1950-01-01', 7)},本人,,${PLACE_AND_GROUP}`,
  ].join('\r\n');

/** Fills the form in and presses the button, with a file of this content. */
const uploads = async (phone: Phone, name: string, content: string): Promise<void> => {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap(/选择文件|换一个文件/);
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await phone.see(name);
  await phone.tap('上传并核对');
};

it('before the first roster', async () => {
  await looksWell('rosters-none', LIST, '还没有名单');
  await looksWell('roster-upload', UPLOAD, '下载空白模板');
});

it('a file of another shape is told at the file; the right one is checked, read and kept', async () => {
  const phone = await Phone.switchOn(browser, { openid: MANAGER, url: cloud.url });
  await phone.open(LIST);
  await phone.tap('上传名单');
  await phone.write('单位全称', '明溪县财政局');
  await phone.page.getByRole('radio').filter({ hasText: '100 元' }).first().tap();
  await uploads(phone, '别的表.csv', '姓名,电话\n王建国,13850801234\n');
  await phone.see(/缺少列：户编号、证件号码/);
  await phone.picture('roster-upload-refused', { whole: true });
  await uploads(phone, '必保户.csv', roster());
  await phone.see('请您决定');
  await phone.see(/第 5 行 · C 证件号码/);
  await phone.see('这一格是公式，不能采用。');
  const [stored] = (await storedIn(cloud, MANAGER, listRosters, {})).rosters;
  const rosterId = stored?.id ?? '';
  await looksWell('roster-checked', `/packages/staff/pages/roster/roster?rosterId=${rosterId}`, '请您决定');

  const download = phone.page.waitForEvent('download');
  await phone.tap('下载问题表');
  expect((await download).suggestedFilename()).toBe('名单问题.xlsx');
  await phone.tap('保留 1 户');
  await phone.see(/等出资到账/);
  await phone.switchOff();
  const kept = await storedIn(cloud, MANAGER, getRoster, { rosterId });
  expect(kept.roster).toMatchObject({ state: 'accepted', counts: { households: 3, goodHouseholds: 1 } });
  await looksWell('rosters', LIST, '明溪县财政局');
});
