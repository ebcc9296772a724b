/** Every page of a claim, looked at three ways with real records; and a report that is sent without a network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { listMyClaims } from 'shared/claim/list-my-claims.contract';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { WANG } from 'shared/testing/cast';
import { addDays, instantAt } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { Cases, payeeOf } from './claim-cases';
import { makeLively } from './console/lively-cloud';
import { photoFiles } from './journey/claiming';
import { choose, control, tap, turn, write } from './journey/hand';
import { takePictures } from './journey/pictures';
import { storedIn } from './journey/records';
import { Phone } from './phone';

let cloud: LocalCloud;
let browser: Browser;
let folder: string;
let today = '';
let policyId = '';
/** Claims by what is to be seen of them. */
const claims = { asked: '', decided: '', heirs: '', refused: '' };

const medicalFacts = {
  benefits: [
    {
      kind: 'medical' as const,
      invoices: [
        {
          label: '县医院住院发票',
          number: '0123456789',
          day: null,
          amountFen: 412_050,
          eligibleFen: 386_050,
          paidByOthersFen: 120_000,
          note: '护工费 260 元不在医保目录里',
        },
      ],
      afterSocialInsurance: true,
    },
  ],
  refused: [{ what: '护工费', reason: '条款只赔医保目录内的费用。', clause: '第四条' }],
  exGratia: [{ label: '转院的救护车费', amountFen: 30_000, reason: '县里没有救护车，家里困难。' }],
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'claim-pages-'));
  cloud = await startLocalCloud();
  browser = await launchBrowser();
  await makeLively(cloud);
  const bought = await storedIn(cloud, WANG.openid, listMyPolicies, {});
  policyId = bought.policies[0]?.policyId ?? '';
  today = addDays(bought.today, 2);
  await cloud.moveClock({ now: instantAt(today, '10:00') });
  const cases = new Cases(cloud);
  const report = {
    policyId,
    cause: 'fall' as const,
    accidentDay: today,
    place: '村口下坡的路上',
    description: '骑车下坡摔倒，左手骨折，送到县医院。',
  };
  claims.asked = await cases.filed({
    ...report,
    personIndex: 0,
    kind: 'medical',
    payees: [payeeOf('王建国')],
  });
  await cases.papersAsked(claims.asked, ['invoice', 'socialInsuranceSettlement'], ['救护车的收据']);
  claims.decided = await cases.filed({
    ...report,
    personIndex: 1,
    kind: 'medical',
    payees: [payeeOf('李秀英')],
  });
  await cases.approved(claims.decided, medicalFacts);
  const heirs = [
    payeeOf('李秀英', { relation: 'heir', proofPhoto: 0 }),
    payeeOf('王奶奶', { relation: 'heir', proofPhoto: 1, weight: 2 }),
  ];
  claims.heirs = await cases.filed({ ...report, personIndex: 0, kind: 'death', payees: heirs });
  await cases.approved(claims.heirs, {
    benefits: [{ kind: 'death', diedOn: today, paidByOtherInsurersFen: 0 }],
    refused: [],
    exGratia: [],
  });
  claims.refused = await cases.filed({
    ...report,
    personIndex: 2,
    kind: 'disability',
    payees: [payeeOf('王建国', { relation: 'guardian' })],
  });
  await cases.refused(
    claims.refused,
    {
      benefits: [
        {
          kind: 'disability',
          injuries: [{ code: '7.1.1', part: '左手骨折', grade: 10 }],
          ratedOn: today,
          inTreatment: false,
        },
      ],
      refused: [],
      exGratia: [],
    },
    '伤还在治，没有达到伤残等级。治好以后再做鉴定，可以申请重新办理。',
  );
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

const looksWell = (name: string, page: string, sees: string | RegExp): Promise<void> =>
  takePictures(browser, cloud.url, {
    name: `claim-${name}`,
    openid: WANG.openid,
    routes: [page.startsWith('/') ? page : `/packages/claim/pages/${page}`],
    sees,
  });

it.each([
  ['waits-for-papers', 'progress', 'asked', /暂停中/],
  ['more-papers', 'more-papers', 'asked', '医保结算单'],
  ['to-be-answered', 'progress', 'decided', '已批准，等您确认'],
  ['bill', 'statement', 'decided', '转院的救护车费'],
  ['object', 'object', 'decided', /异议只能提一次/],
  ['bill-of-heirs', 'statement', 'heirs', '王奶奶'],
  ['refused', 'progress', 'refused', '这次没有赔'],
  ['refusal', 'refusal', 'refused', /没有达到伤残等级/],
  ['reopen', 'reopen', 'refused', '有什么新情况'],
  ['rate', 'rate', 'refused', '点一颗星'],
] as const)('%s', (name, page, of, sees) => looksWell(name, `${page}/${page}?claimId=${claims[of]}`, sees));

it.each([
  ['who', '谁出事了？'],
  ['what', /要办哪一种/],
  ['papers', '把材料拍下来'],
  ['payee', '是什么人'],
])('%s, of a report that was just begun', (name, sees) =>
  looksWell(`report-${name}`, `${name}/${name}`, sees),
);

it('the family`s claims', () => looksWell('list', '/pages/claims/claims', '请您补材料'));

it('an account that the bank sent money back from', async () => {
  const { claim } = await storedIn(cloud, WANG.openid, getMyClaim, { claimId: claims.heirs });
  await new Cases(cloud).returnedByBank(claims.heirs, claim.version, '账户已销户');
  await looksWell('new-account', `new-account/new-account?claimId=${claims.heirs}`, /账户已销户/);
});

/** The four steps of a report after a death, up to the last. */
const fillsIn = async (phone: Phone): Promise<void> => {
  await phone.open('/packages/claim/pages/who/who');
  await choose(phone, 'claim-person', '1');
  await tap(phone, 'claim-who-next');
  await choose(phone, 'claim-kind', 'death');
  await choose(phone, 'claim-cause', 'traffic');
  await turn(phone, 'claim-day', today);
  await turn(phone, 'claim-time', '06:30');
  await write(phone, 'claim-place', '县城国道上');
  await write(phone, 'claim-story', '过马路时被车撞了。');
  await tap(phone, 'claim-what-next');
};

/** A photo could not be sent: by then it lies on the phone, which a photo on its way need not yet do. */
const seesNotSent = (phone: Phone, position: number): Promise<void> =>
  phone.control('button', `第 ${String(position)} 张没传上，再传一次`).waitFor();

/** The names under which files of the report lie in the browser. */
const keptFiles = (phone: Phone): Promise<number> =>
  phone.page.evaluate(async () => (await (await caches.open('unsent')).keys()).length);

const addsPhoto = async (phone: Phone, file: string): Promise<void> => {
  const chooser = phone.page.waitForEvent('filechooser');
  await tap(phone, 'claim-photos-add');
  await (await chooser).setFiles(file);
};

const addsPayee = async (phone: Phone, name: string, number: string): Promise<void> => {
  await tap(phone, 'claim-payee-add');
  await write(phone, 'claim-holder', name);
  await write(phone, 'claim-account', number);
  await tap(phone, 'claim-bank-1');
  await tap(phone, 'payee-proof-0');
};

it('a report without a network is kept whole, and sent once when the network is back', async () => {
  const phone = await Phone.switchOn(browser, { openid: WANG.openid, url: cloud.url });
  phone.expectProblem(/INTERNET_DISCONNECTED/);
  const [first = '', second = ''] = photoFiles(folder);
  await fillsIn(phone);
  // Everything is on a phone from the start; a browser fetches a page when it is first opened.
  await addsPhoto(phone, first);
  await control(phone, 'claim-photos-remove-1').waitFor();
  await control(phone, 'claim-photos-retry-1').waitFor({ state: 'hidden' });
  await tap(phone, 'claim-papers-next');
  await tap(phone, 'claim-payee-add');
  await control(phone, 'payee-save').waitFor();
  for (const id of ['claim-payee-add', 'claim-photos-add']) {
    await phone.page.goBack();
    await control(phone, id).waitFor();
  }

  const network = phone.page.context();
  await network.setOffline(true);
  await addsPhoto(phone, second);
  await seesNotSent(phone, 2);
  await phone.picture('claim-papers-offline');
  await tap(phone, 'claim-papers-next');
  await addsPayee(phone, '王建国', '622202140200333');
  await phone.picture('claim-payee', { whole: true });
  await tap(phone, 'payee-save');
  await addsPayee(phone, '王奶奶', '622202140200444');
  await tap(phone, 'payee-save');
  await control(phone, 'claim-payee-1').waitFor();
  await phone.picture('claim-payees', { whole: true });
  await tap(phone, 'claim-submit');
  await phone.see('已存在手机里，有网了自动再发');
  await phone.picture('claim-kept', { whole: true });
  const before = await storedIn(cloud, WANG.openid, listMyClaims, {});
  await network.setOffline(false);
  await control(phone, 'filed-progress').waitFor();
  const after = await storedIn(cloud, WANG.openid, listMyClaims, {});
  expect(after.claims).toHaveLength(before.claims.length + 1);
  expect(
    await storedIn(cloud, WANG.openid, getMyClaim, { claimId: after.claims[0]?.claimId ?? '' }),
  ).toMatchObject({
    claim: {
      kind: 'death',
      personName: '李秀英',
      payees: [
        { holder: '王建国', maskedNumber: '**** 0333' },
        { holder: '王奶奶', maskedNumber: '**** 0444' },
      ],
    },
  });
  await phone.switchOff();
});

it('photos that had not arrived outlive a reload, are seen and uploaded, and are deleted when the report is forgotten', async () => {
  const phone = await Phone.switchOn(browser, { openid: WANG.openid, url: cloud.url });
  phone.expectProblem(/INTERNET_DISCONNECTED/);
  const [first = '', second = ''] = photoFiles(folder);
  await fillsIn(phone);
  await control(phone, 'claim-photos-add').waitFor();
  await phone.page.context().setOffline(true);
  await addsPhoto(phone, first);
  await seesNotSent(phone, 1);
  await addsPhoto(phone, second);
  await seesNotSent(phone, 2);
  expect(await keptFiles(phone)).toBe(2);

  await phone.page.context().setOffline(false);
  await phone.open('/packages/claim/pages/papers/papers');
  for (const position of [1, 2]) {
    await control(phone, `claim-photos-remove-${String(position)}`).waitFor();
    await control(phone, `claim-photos-retry-${String(position)}`).waitFor({ state: 'hidden' });
  }
  // A picture, and not the sign for one that is gone.
  await phone.page.locator('img[src^="blob:"]').nth(1).waitFor();
  await phone.picture('claim-papers-reloaded');

  await phone.open('/packages/claim/pages/who/who');
  await tap(phone, 'claim-start-again');
  await phone.tap('清空');
  await phone.page.waitForFunction(async () => (await (await caches.open('unsent')).keys()).length === 0);
  await phone.switchOff();
});
