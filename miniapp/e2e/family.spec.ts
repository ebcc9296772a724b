/** Who is insured and who consents: every page of it looked at three ways, and one link followed from hand to hand. */
import type { Browser } from 'playwright-core';
import type { MemberInput } from 'shared/household/member.schema';
import { confirmPayment } from 'shared/order/confirm-payment.contract';
import { listConsents } from 'shared/policy/consent.contracts';
import { WANG, ZHANG, type CastHousehold } from 'shared/testing/cast';
import { idNumberFor } from 'shared/testing/id-numbers';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { makeLively, placesOrder } from './console/lively-cloud';
import { choose, control, tap, write } from './journey/hand';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import { Phone } from './phone';

let cloud: LocalCloud;
let browser: Browser;

/** Grandfather, grandmother and a grandson whose parents work far away. */
const GRANDPARENTS: CastHousehold = {
  ...ZHANG,
  openid: 'o-grandparents',
  members: ZHANG.members.map((member, index): MemberInput => {
    const born = ['1964-11-30', '1966-01-09'][index];
    if (born !== undefined) return { ...member, idNumber: idNumberFor(born, index === 0 ? 137 : 148) };
    return {
      ...member,
      relation: member.relation === 'son' ? 'grandson' : 'granddaughter',
      idNumber: member.idNumber,
    };
  }),
};

beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const looksWell = (
  name: string,
  openid: string,
  routes: string | readonly string[],
  sees: string | RegExp,
  after?: (phone: Phone) => Promise<void>,
): Promise<void> =>
  takePictures(browser, cloud.url, {
    name,
    openid,
    routes: typeof routes === 'string' ? [routes] : routes,
    sees,
    ...(after === undefined ? {} : { after }),
  });

const REFERRED = '/pages/home/home?ref=MXPB234567';
const MEMBER = '/packages/buy/pages/member/member?index=0';

it('a newborn, of whom other cover is asked', () =>
  looksWell('member-newborn', 'o-nobody-yet', [REFERRED, MEMBER], '别的公司身故一共保多少', async (phone) => {
    await choose(phone, 'member-relation', 'daughter');
    await write(phone, 'member-name', '王小宝');
    await choose(phone, 'member-document', 'birthCertificate');
    await write(phone, 'member-certificate', 'T350123456');
    await choose(phone, 'member-sex', 'female');
    await phone.page.locator('input[id="member-birth-day"]').fill('2026-08-01');
    await choose(phone, 'member-other', 'some');
  }));

it('a photo of the ID card fills in name and number, and may be changed; a photo of something else loses nothing', async () => {
  const card = new URLSearchParams({
    name: '王建国',
    id: WANG.members[0]?.idNumber ?? '',
    addr: '福建省明溪县坪埠村 1 号',
    gender: '男',
    nationality: '汉',
  });
  const picture = async (path: string) =>
    Buffer.from(await (await fetch(`${cloud.url}${path}`)).arrayBuffer());
  const phone = await Phone.switchOn(browser, {
    openid: 'o-nobody-yet',
    url: cloud.url,
    bar: false,
    dark: false,
    width: 375,
    height: 812,
    textScale: 1,
  });
  await phone.open(REFERRED);
  await phone.open(MEMBER);
  const takes = async (buffer: Buffer) => {
    const chooser = phone.page.waitForEvent('filechooser');
    await tap(phone, 'member-photo');
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
  };
  await takes(await picture(`/_local/wechat/cards/idcard.png?${card.toString()}`));
  await phone.see(/照片已经删掉/);
  await phone.see('男，1979年3月15日出生');
  await write(phone, 'member-name', '王建军');
  await takes(await picture('/_local/wechat/cards/bankcard.png?number=6222021402001234567'));
  await phone.see(/没看清身份证/);
  expect(await control(phone, 'member-name').locator('input').inputValue()).toBe('王建军');
  await phone.see('男，1979年3月15日出生');
  await phone.switchOff();
});

it('a member with faults, each at its field', () =>
  looksWell('member-faults', 'o-nobody-yet', [REFERRED, MEMBER], '请填写姓名', async (phone) => {
    await choose(phone, 'member-relation', 'grand');
    await write(phone, 'member-id-number', '350421198202300019');
    await tap(phone, 'member-save');
  }));

it('the village, five lists one after the other', () =>
  looksWell(
    'village',
    'o-without-link',
    '/packages/buy/pages/plans/plans?place=choose',
    '坪埠村',
    async (phone) => {
      for (const code of ['350000', '350400', '350421', '350421200']) await tap(phone, `village-${code}`);
    },
  ));

it('what is remembered of the family', () =>
  looksWell('family', WANG.openid, '/packages/buy/pages/family/family', '删除记住的家人'));

it('the contact for the renewal', () =>
  looksWell('contact', WANG.openid, '/packages/buy/pages/contact/contact', '就打给这位联系人'));

it('a parent far away agrees by the link, and the grandparent goes on to pay', async () => {
  const { order } = await placesOrder(cloud, GRANDPARENTS);
  const subjectId = order.orderId;
  const asking = `/packages/buy/pages/ask-consent/ask-consent?subjectId=${subjectId}`;
  await looksWell('ask-parent', GRANDPARENTS.openid, asking, '爸爸或妈妈');
  const links = async () =>
    (await storedIn(cloud, GRANDPARENTS.openid, listConsents, { subjectId })).persons.flatMap(
      ({ link }) => link ?? [],
    );
  const [first = ''] = await links();
  const consenting = `/packages/buy/pages/consent/consent?link=${first}`;
  await looksWell('consent-parent', 'o-father', consenting, '我同意');

  const phone = await Phone.switchOn(browser, {
    openid: 'o-father',
    url: cloud.url,
    bar: false,
    dark: false,
    width: 375,
    height: 812,
    textScale: 1,
  });
  for (const index of [2, 3]) {
    const [link = ''] = await links();
    await phone.open(`/packages/buy/pages/consent/consent?link=${link}`);
    await write(phone, 'consent-name', GRANDPARENTS.members[index]?.name ?? '');
    await write(phone, 'consent-last-four', '0000');
    await tap(phone, 'consent-agree');
    await phone.see(/今天还能试 4 次/);
    await write(phone, 'consent-last-four', GRANDPARENTS.members[index]?.idNumber.slice(-4) ?? '');
    await tap(phone, 'consent-agree');
    await phone.see('已经确认');
  }
  await phone.switchOff();
  await looksWell('ask-parent-agreed', GRANDPARENTS.openid, asking, '现在可以付款', async (buyer) =>
    control(buyer, 'ask-consent-pay').waitFor(),
  );
});

it('an adult who did not sign is told of on the policy, and confirms in her own WeChat', async () => {
  const family: CastHousehold = {
    ...ZHANG,
    openid: 'o-husband',
    members: ZHANG.members.slice(0, 2).map((member, index) => ({
      ...member,
      idNumber: idNumberFor(index === 0 ? '1985-01-01' : '1986-02-02', index === 0 ? 211 : 222),
    })),
  };
  const { order, payment } = await placesOrder(cloud, family, [1]);
  if (payment === null) throw new Error('no payment was opened');
  await cloud.atCashier(family.openid, payment, 'pay');
  const paid = await storedIn(cloud, family.openid, confirmPayment, { orderId: order.orderId });
  const subjectId = paid.order.policyId ?? '';
  const certificate = `/packages/buy/pages/certificate/certificate?policyId=${subjectId}`;
  await looksWell('certificate-awaited', family.openid, certificate, /身故保障待本人确认/);
  await looksWell('home-awaited', family.openid, '/pages/home/home', /身故保障待本人确认/);
  const asking = `/packages/buy/pages/ask-consent/ask-consent?subjectId=${subjectId}`;
  await looksWell('ask-adult', family.openid, asking, '发给陈丽华');
  const { persons } = await storedIn(cloud, family.openid, listConsents, { subjectId });
  const consenting = `/packages/buy/pages/consent/consent?link=${persons[0]?.link ?? ''}`;
  await looksWell('consent-adult', 'o-wife', consenting, '我同意，是本人');
  await looksWell('consent-broken', 'o-wife', `${consenting.slice(0, -1)}x`, '请让家人重新发一次');
});
