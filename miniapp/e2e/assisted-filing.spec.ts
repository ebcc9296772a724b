/** A specialist fills in a report, the family sends it from its own phone and complains; each page looked at three ways. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { listAssistances } from 'shared/assistance/assistance.contracts';
import { listMyClaims } from 'shared/claim/list-my-claims.contract';
import { listComplaints } from 'shared/complaint/complaint.contracts';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { SPECIALIST, SUPERVISOR, WANG, ZHANG } from 'shared/testing/cast';
import { addDays, DAY_MS, instantAt } from 'shared/time/china-day';
import { assistedPage } from 'shared/message/message-pages';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively } from './console/lively-cloud';
import { addsPhotos, photoFiles } from './journey/claiming';
import { choose, control, tap, turn, write } from './journey/hand';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import { Phone } from './phone';

let cloud: LocalCloud;
let browser: Browser;
let folder: string;
let today = '';
let policyNumber = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'assisted-filing-'));
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
  const bought = await storedIn(cloud, WANG.openid, listMyPolicies, {});
  policyNumber = bought.policies[0]?.policyNumber ?? '';
  today = addDays(bought.today, 2);
  await cloud.moveClock({ now: instantAt(today, '10:00') });
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const looksWell = (
  name: string,
  openid: string,
  route: string,
  sees: string | RegExp,
  after?: (phone: Phone) => Promise<void>,
): Promise<void> =>
  takePictures(browser, cloud.url, { name, openid, routes: [route], sees, ...(after && { after }) });

const ASSIST = '/packages/staff/pages/assist/assist';
const LIST = '/packages/staff/pages/assistances/assistances';

const finds = async (phone: Phone): Promise<void> => {
  await write(phone, 'assist-number', policyNumber);
  await tap(phone, 'assist-find');
  await control(phone, 'assist-person-0').waitFor();
};
const fillsIn = async (phone: Phone, day = today): Promise<void> => {
  await finds(phone);
  await choose(phone, 'assist-person', '0');
  await choose(phone, 'assist-kind', 'medical');
  await choose(phone, 'assist-cause', 'farmWork');
  await turn(phone, 'assist-day', day);
  await turn(phone, 'assist-time', '06:30');
  await write(phone, 'assist-place', '村口的稻田');
  await write(phone, 'assist-story', '割稻子时割伤左手，送到乡卫生院缝了 6 针。');
};
const link = async (): Promise<string> => {
  const { assistances } = await storedIn(cloud, SPECIALIST.openid, listAssistances, {});
  return assistances.find(({ standing }) => standing === 'waiting')?.link ?? '';
};

it('the specialist`s first page leads there', () =>
  looksWell('assist-home', SPECIALIST.openid, '/packages/staff/pages/home/home', '帮家里报案'));
it('nothing yet', () => looksWell('assist-none', SPECIALIST.openid, LIST, '还没有帮谁填过'));
it('the family is found', () => looksWell('assist-found', SPECIALIST.openid, ASSIST, '王*国', finds));
it('a day without cover is told at its place', () =>
  looksWell('assist-not-covered', SPECIALIST.openid, ASSIST, /那天还没有开始/, async (phone) => {
    await fillsIn(phone, addDays(today, -40));
    await tap(phone, 'assist-send');
  }));

it('the link is handed over', async () => {
  const phone = await Phone.switchOn(browser, { openid: SPECIALIST.openid, url: cloud.url, bar: false });
  await phone.open(ASSIST);
  await fillsIn(phone);
  await phone.picture('assist-filled', { whole: true });
  await tap(phone, 'assist-send');
  await phone.see('填好了，还没有报案');
  await phone.picture('assist-link');
  await tap(phone, 'assist-share');
  const copied = await phone.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${cloud.url}/#/${assistedPage(await link())}`);
  await phone.switchOff();
});

it('the list and its sheet', async () => {
  await looksWell('assist-list', SPECIALIST.openid, LIST, '等家里发出');
  const { assistances } = await storedIn(cloud, SPECIALIST.openid, listAssistances, {});
  await looksWell('assist-sheet', SPECIALIST.openid, LIST, '再发一次', (phone) =>
    tap(phone, `assistance-${assistances[0]?.assistanceId ?? ''}`),
  );
});

it('another family sees nothing, the own one all of it', async () => {
  const page = `/${assistedPage(await link())}`;
  await looksWell('assisted-not-yours', ZHANG.openid, page, /没有找到这份报案/);
  await looksWell('assisted', WANG.openid, page, '割稻子时割伤左手，送到乡卫生院缝了 6 针。');
});

it('the family finds it in its messages, goes through the four steps and sends it', async () => {
  const phone = await Phone.switchOn(browser, { openid: WANG.openid, url: cloud.url, bar: false });
  await phone.open('/packages/claim/pages/messages/messages');
  await phone.see('专员帮您填了报案，请您核对');
  await phone.picture('assisted-message');
  await phone.control('button', /专员帮您填了报案/).tap();
  await tap(phone, 'assisted-file');
  await tap(phone, 'claim-who-next');
  await write(phone, 'claim-place', '后山的稻田');
  await phone.picture('assisted-what', { whole: true });
  await tap(phone, 'claim-what-next');
  await addsPhotos(phone, photoFiles(folder));
  await tap(phone, 'claim-papers-next');
  await write(phone, 'claim-account', '6222021402001234567');
  await tap(phone, 'claim-bank-0');
  await tap(phone, 'claim-submit');
  await control(phone, 'filed-progress').waitFor();
  await phone.switchOff();
  const { claims } = await storedIn(cloud, WANG.openid, listMyClaims, {});
  expect(claims).toMatchObject([{ personName: '王建国', kind: 'medical', state: 'reported' }]);
  const { assistances } = await storedIn(cloud, SPECIALIST.openid, listAssistances, {});
  expect(assistances).toMatchObject([
    { standing: 'confirmed', claim: { claimNumber: claims[0]?.claimNumber, stateText: '已报案' } },
  ]);
  await looksWell('assist-sent', SPECIALIST.openid, LIST, '已报案');
});

it('the family complains from the progress page, the supervisor answers, the family reads it', async () => {
  const { claims } = await storedIn(cloud, WANG.openid, listMyClaims, {});
  const claimId = claims[0]?.claimId ?? '';
  await looksWell(
    'complain',
    WANG.openid,
    `/packages/claim/pages/complain/complain?claimId=${claimId}`,
    /最晚 15 天/,
  );
  const phone = await Phone.switchOn(browser, { openid: WANG.openid, url: cloud.url, bar: false });
  await phone.open(`/packages/claim/pages/progress/progress?claimId=${claimId}`);
  await tap(phone, 'progress-complain');
  await write(phone, 'complain-words', '打了三次电话，没有人告诉我办到哪一步。');
  await write(phone, 'complain-phone', '13850801234');
  await tap(phone, 'complain-send');
  await phone.see('收到您的投诉');
  await phone.picture('complain-sent');
  await phone.switchOff();
  const page = '/packages/desk/pages/complaints/complaints';
  await looksWell('desk-complaints', SUPERVISOR.openid, page, '还有 15 天');
  const { complaints } = await storedIn(cloud, SUPERVISOR.openid, listComplaints, { state: 'open' });
  const answerId = `complaint-answer-${complaints[0]?.complaintId ?? ''}`;
  await looksWell('desk-complaint-answer', SUPERVISOR.openid, page, '答复，家属看得到', (other) =>
    tap(other, answerId),
  );

  await cloud.moveClock({ advanceMs: 16 * DAY_MS });
  expect(await cloud.runTimer('watch-complaints')).toMatchObject({ ok: true });
  expect(await storedIn(cloud, SUPERVISOR.openid, listComplaints, { state: 'open' })).toMatchObject({
    complaints: [{ alarm: 'escalated' }],
  });
  await looksWell('desk-complaint-late', SUPERVISOR.openid, page, '过期 1 天');
  const desk = await Phone.switchOn(browser, { openid: SUPERVISOR.openid, url: cloud.url, bar: false });
  await desk.open(page);
  await tap(desk, answerId);
  await write(desk, 'answer-words', '对不起，这件事是我们没有办好。今天下午就给您打电话说明。');
  await tap(desk, 'answer-send');
  await tap(desk, 'complaints-tab-answered');
  await desk.see(/今天下午就给您打电话说明/);
  await desk.picture('desk-complaints-answered');
  await desk.switchOff();
  await looksWell('complaints', WANG.openid, '/packages/claim/pages/complaints/complaints', /今天下午/);
});
