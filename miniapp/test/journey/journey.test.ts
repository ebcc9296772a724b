/**
 * From an enrolment link to a paid claim, on phones that run the compiled package against a running local cloud:
 * the deployed bundles, the real SDK, real payment signatures. Each step ends at what is on record.
 */
import { textOf } from 'shared/errors/catalogue';
import { openCase } from 'shared/claim/open-case.contract';
import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { getPolicy } from 'shared/policy/get-policy.contract';
import { getFigures } from 'shared/report/get-figures.contract';
import {
  APPROVER,
  CASHIER,
  COUNTY_MANAGER,
  HANDLER,
  PLACE,
  SPECIALIST,
  WANG,
  ZHANG,
} from 'shared/testing/cast';
import { firstOfTwoDays } from 'shared/testing/two-days';
import { addDays, instantAt, monthOf, type ChinaDay } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../local-cloud';
import { atCashier, choosesPlan, entersFamily, entersMistypedFirst, readsAndConfirms, signs } from './buying';
import {
  agrees,
  assesses,
  entersBankResult,
  keptPhotos,
  opensCase,
  registers,
  reports,
  sendsMoney,
} from './claiming';
import { Phones, type Hand } from './phones';
import { unlawfulFields, type ReceivedMessage } from './received-message';
import { personalDataIn, personalDataStored } from './privacy';
import { ask, ledgerOf, onlyOne, stored } from './records';
import { step } from './step';
import { opensOffice, readsVillageRow } from './watching';

const documents = ['孩子的个人信息（示例）', '保障条款（示例）', '这些情况不赔（示例）', '健康告知（示例）'];
const shares = [66_666_67, 66_666_67, 66_666_66];
const card = '6228480012345678908';
const bankReference = 'ABC20260001';

let cloud: LocalCloud;
const phones = new Phones(() => cloud);
/** The day on which the families buy. */
let today: ChinaDay;
/** Path of the share card. */
let link = '';
let wang: Hand;
let policyId = '';
let claimId = '';
let payoutId = '';

const villageFigures = async () =>
  (await ask(cloud, SPECIALIST.openid, getFigures, { regionCode: PLACE.village, month: monthOf(today) }))
    .region.tally;
const claimRecord = () => onlyOne(cloud, 'claims', { openid: WANG.openid });

jest.setTimeout(60_000);

beforeAll(async () => {
  cloud = await startLocalCloud();
  today = firstOfTwoDays(Date.now());
  await cloud.moveClock({ now: instantAt(today, '09:00') });
});
afterAll(async () => {
  await cloud.stop();
  phones.report();
});

describe('a village is told', () => {
  step('by a link that its specialist makes and shares', async () => {
    const chen = await phones.takeUp(SPECIALIST);
    await opensOffice(chen, 'specialist');
    await chen.read('今年还没有家庭参保');
    const before = (await stored(cloud, 'referrals')).map(({ _id }) => _id);
    await chen.tap('staff-make-link');

    link = chen.phone.share().path;
    const code = /^\/pages\/home\/home\?ref=(\w{10})$/.exec(link)?.[1] ?? '';
    expect(before).not.toContain(code);
    expect(await onlyOne(cloud, 'referrals', { _id: code })).toMatchObject({
      regionCode: PLACE.village,
      revokedAt: null,
    });
  });
});

describe('a family buys', () => {
  step('comes by the link and compares the plans', async () => {
    wang = await phones.takeUp(WANG, link);
    expect(await wang.read('坪埠村')).toContain(SPECIALIST.name);
    await wang.tap('home-buy');
    const plans = await wang.read('选家庭意外险 200 元');
    expect(plans).toContain('示例');
    for (const sum of ['66,666', '133,333', '12,000', '24,000']) expect(plans).toContain(sum);
    await wang.tap('choose-family-accident-100');
    await wang.tap('privacy-agree');
    expect(await stored(cloud, 'orders')).toEqual([]);
  });

  step('enters three people, one of them wrongly first', async () => {
    await entersMistypedFirst(wang, WANG, async () => {
      await wang.read(textOf('ID_NUMBER_WRONG'));
      expect(wang.phone.page).toBe('packages/buy/pages/member/member');
    });
    expect(wang.phone.has({ text: textOf('ID_NUMBER_WRONG') })).toBe(false);
    await entersFamily(wang, WANG, 1);
    expect(wang.phone.text({ id: 'member-2' })).toContain('66,666.66');
    expect(await stored(cloud, 'orders')).toEqual([]);
  });

  step('reads, signs, turns back at the cashier, then pays: one order, one policy', async () => {
    await readsAndConfirms(wang, documents);
    await signs(wang, ['王建国', '李秀英']);
    await atCashier(wang, 'cancel');
    await wang.read('没有付款');
    const unpaid = await onlyOne(cloud, 'orders', { openid: WANG.openid });
    expect(unpaid).toMatchObject({ state: 'new', priceFen: 100_00, policyId: null });
    expect(await stored(cloud, 'policies')).toEqual([]);

    await atCashier(wang, 'pay');
    await wang.tap('allow-messages');

    const orderId = unpaid._id;
    const order = await onlyOne(cloud, 'orders', { openid: WANG.openid });
    expect(order).toMatchObject({
      _id: orderId,
      state: 'issued',
      referralCode: link.slice(-10),
      regionCode: PLACE.village,
      attempts: [expect.objectContaining({ state: 'paid', payerOpenid: WANG.openid, paidFen: 100_00 })],
    });
    // What becomes of the data was agreed to before anybody was entered; the others were read to their end.
    expect(order.confirmations).toMatchObject(
      ['privacy', 'minors', 'clauses', 'exclusions', 'health'].map((kind) => ({
        documentId: `family-accident-100-${kind}`,
      })),
    );
    policyId = String(order.policyId);
    expect(await onlyOne(cloud, 'policies', { openid: WANG.openid })).toMatchObject({
      _id: policyId,
      orderId,
      premiumFen: 100_00,
      state: 'issued',
      startAt: instantAt(addDays(today, 1), '00:00'),
    });
    expect(await ledgerOf(cloud, orderId)).toMatchObject({ wechatPay: 100_00 });
  });

  step(
    'saw on every page who sells under which filing number, and was asked one thing on each of six screens',
    async () => {
      const paid = wang.looks.findIndex(({ page }) => page.endsWith('/success/success'));
      const sale = wang.looks.slice(0, paid);
      const silent = sale.filter(({ says }) => !/由.+公司.*销售并承保.+备案编号/s.test(says));
      expect(silent.map(({ page }) => page)).toEqual([]);
      const screens = new Set(sale.map(({ page }) => page.split('/').at(-1)));
      // Clauses, exclusions, health and data are read and confirmed one by one, as R25 and R32 want it; the step bar on
      // each of them calls all of it one step, 看条款, and they ask nothing but to be confirmed.
      screens.delete('document');
      expect([...screens]).toEqual(['home', 'plans', 'members', 'member', 'sign', 'pay']);
    },
  );

  step('holds a certificate with equal shares, and nobody is named in what is stored', async () => {
    await wang.tap('success-policy');
    const certificate = await wang.read('全家合计');
    expect(certificate.match(/66,666\.6\d/g)).toEqual(['66,666.67', '66,666.67', '66,666.66']);
    const { policy } = await ask(cloud, WANG.openid, getPolicy, { policyId });
    expect(policy.insured.map(({ accidentShareFen }) => accidentShareFen)).toEqual(shares);
    expect(await personalDataStored(cloud, phones.written)).toEqual([]);
  });
});

describe('the next day, an accident', () => {
  const accidentTime = '07:30';

  step('is reported with photos and an account; two taps on send give one claim', async () => {
    await cloud.moveClock({ now: instantAt(addDays(today, 1), '10:00') });
    const phone = await phones.takeUp(WANG);
    await reports(phone, {
      person: 0,
      day: addDays(today, 1),
      time: accidentTime,
      place: '坪埠村后山竹林',
      story: '砍竹子时滑倒，左手骨折，送到县医院。',
      accountNumber: card,
    });
    await phone.doubleTap('claim-submit');
    await phone.read('收到了');
    await phone.tap('filed-notices');
    await phone.tap('filed-progress');

    const claim = await claimRecord();
    claimId = claim._id;
    expect(claim).toMatchObject({
      state: 'reported',
      policyIds: [policyId],
      kind: 'medical',
      accidentAt: instantAt(addDays(today, 1), accidentTime),
    });
    expect(new Set((claim.papers as { sha256: string }[]).map(({ sha256 }) => sha256)).size).toBe(2);
    expect(JSON.stringify(claim)).not.toContain(card);
    expect(await personalDataStored(cloud, phones.written)).toEqual([]);

    const { day } = claim.promise as { day: ChinaDay };
    const [, month, date] = day.split('-').map(Number);
    expect(day > addDays(today, 1)).toBe(true);
    expect(await phone.read('等消息')).toContain(`${month}月${date}日`);
  });

  step('keeps of each photo the picture and nothing of where it was taken', async () => {
    const photos = await keptPhotos(cloud, WANG.openid, claimId);
    expect(photos.map((kept) => kept.slice(0, 3))).toEqual(['\xff\xd8\xff', '\xff\xd8\xff']);
    expect(photos.filter((kept) => kept.includes('Exif'))).toEqual([]);
  });
});

describe('the desk', () => {
  step('accepts, registers and assesses by one colleague, who cannot approve', async () => {
    const zhou = await phones.takeUp(HANDLER);
    await opensCase(zhou, claimId);
    await zhou.tap('case-accept');
    expect(await claimRecord()).toMatchObject({ state: 'accepted' });
    await registers(zhou);
    expect(await claimRecord()).toMatchObject({ state: 'registered', complexity: 'clear' });
    await assesses(zhou, {
      label: '明溪县总医院骨科住院发票',
      number: '35041298765432',
      amount: '3860.50',
      others: '1200',
      comesTo: '2,304.45',
    });
    await zhou.see({ id: 'case-back' });
    expect(zhou.has('case-approve')).toBe(false);
    expect(await claimRecord()).toMatchObject({ state: 'assessed', approverId: null });
    const { case: assessed } = await ask(cloud, HANDLER.openid, openCase, { claimId });
    expect(assessed.statement).toMatchObject({ totalFen: 2_304_45, parts: [{ leftFen: 9_695_55 }] });
  });

  step('approves by a second one', async () => {
    const wu = await phones.takeUp(APPROVER);
    await opensCase(wu, claimId);
    await wu.tap('case-approve');
    await wu.tap('case-confirm');
    const claim = await claimRecord();
    expect(claim).toMatchObject({ state: 'approved', approverId: expect.stringMatching(/^stf_/) as string });
    expect(claim.approverId).not.toBe(claim.assessorId);
    expect(await stored(cloud, 'payouts', { claimId })).toEqual([]);
  });

  step('waits for the family, which reads the statement and agrees', async () => {
    const phone = await phones.takeUp(WANG);
    await agrees(
      phone,
      claimId,
      '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
    );
    expect(phone.phone.seen.dialogues[0]?.content).toContain('2,304.45 元到王建国的卡上');
    expect(await claimRecord()).toMatchObject({ state: 'agreed' });
    const payout = await onlyOne(cloud, 'payouts', { claimId });
    expect(payout).toMatchObject({ state: 'ready', amountFen: 2_304_45, payee: 0 });
    payoutId = payout._id;
  });

  step('sends the money and enters what the bank answers', async () => {
    const zheng = await phones.takeUp(CASHIER);
    await sendsMoney(zheng, payoutId);
    expect(zheng.phone.seen.dialogues[0]?.content).toContain(card);
    expect(await onlyOne(cloud, 'payouts', { claimId })).toMatchObject({ state: 'sent' });
    await entersBankResult(zheng, payoutId, bankReference);
    expect(await onlyOne(cloud, 'payouts', { claimId })).toMatchObject({
      state: 'paid',
      bankReference: bankReference,
    });
    expect(await claimRecord()).toMatchObject({ state: 'paid', paidFen: 2_304_45 });
    expect(await onlyOne(cloud, 'policies', { _id: policyId })).toMatchObject({ medicalPaidFen: 2_304_45 });
    expect(await ledgerOf(cloud, claimId)).toMatchObject({ claimsExpense: 2_304_45 });
    // The bank's own number of the transfer is how its bill is compared: it tells of nobody.
    const written = phones.written.filter((text) => text !== bankReference);
    expect(await personalDataStored(cloud, written)).toEqual([]);
  });
});

describe('the family sees', () => {
  step('every step, the statement with its formula, and the notice in its inbox', async () => {
    const phone = await phones.takeUp(WANG);
    await phone.openTab('理赔');
    await phone.tap(`claim-${claimId}`);
    const progress = await phone.read('赔款已到账');
    for (const step of ['已报案', '已受理', '立案', '审核', '批准', '同意', '打款', '2,304.45'])
      expect(progress).toContain(step);
    await phone.tap('progress-statement');
    const statement = await phone.read('怎么算的');
    expect(statement).toContain(
      '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
    );
    expect(statement).toContain('9,695.55');

    await phone.openTab('我的');
    await phone.tap('me-messages');
    await phone.read('到账');
    const { messages } = await ask(cloud, WANG.openid, listMyMessages, {});
    const notice = messages.find(({ kind }) => kind === 'payoutNotice');
    expect(notice?.body).toContain('2,304.45');
    await phone.tap(`message-${notice?.messageId ?? ''}`);
    expect(phone.phone.page).toBe('packages/claim/pages/progress/progress');
    expect(await onlyOne(cloud, 'messages', { _id: notice?.messageId ?? '' })).toMatchObject({
      kind: 'payoutNotice',
      readAt: expect.any(Number) as number,
    });
  });

  step('in WeChat what it allowed to be sent, with lawful fields', async () => {
    await cloud.runTimer('send-messages');
    const received = (await cloud.messagesOf(WANG.openid)) as ReceivedMessage[];
    expect(received.flatMap(unlawfulFields)).toEqual([]);
    expect(received.map(({ templateName }) => templateName)).toContain('policyIssued');
    const notice = received.find(({ templateName }) => templateName === 'payoutNotice');
    expect(notice).toMatchObject({
      page: `packages/claim/pages/progress/progress?claimId=${claimId}`,
      data: { amount2: '¥2304.45' },
    });
    expect(await onlyOne(cloud, 'messages', { openid: WANG.openid, kind: 'payoutNotice' })).toMatchObject({
      delivery: 'sent',
    });
  });
});

describe('the association sees', () => {
  step('its village up by one household and 100 yuan, without a name', async () => {
    await cloud.runTimer('fold-figures');
    expect(await villageFigures()).toMatchObject({ households: 1, insured: 3, premiumFen: 100_00 });

    const chen = await phones.takeUp(SPECIALIST);
    await opensOffice(chen, 'specialist');
    expect(personalDataIn(await chen.read('今年已有 1 户参保，保费 100 元'))).toEqual([]);

    const lin = await phones.takeUp(COUNTY_MANAGER);
    await opensOffice(lin, 'county');
    await lin.read('今年已有 1 户参保，保费 100 元');
    expect(await readsVillageRow(lin, PLACE.township, PLACE.village)).toContain('100 元');
    expect(personalDataIn(lin.phone.text())).toEqual([]);
  });

  step('a second family that buys the other plan', async () => {
    const zhang = await phones.takeUp(ZHANG, link);
    await choosesPlan(zhang, '200');
    await entersFamily(zhang, ZHANG);
    await readsAndConfirms(zhang, documents);
    await signs(zhang, ['张志强', '陈丽华']);
    await atCashier(zhang, 'pay');
    await zhang.see({ id: 'success-policy' });
    expect(zhang.phone.text()).toContain('示例');
    const policy = await onlyOne(cloud, 'policies', { openid: ZHANG.openid });
    expect(policy).toMatchObject({ premiumFen: 200_00, state: 'issued', medicalLimitFen: 24_000_00 });

    await cloud.runTimer('fold-figures');
    expect(await villageFigures()).toMatchObject({ households: 2, insured: 7, premiumFen: 300_00 });
  });

  step("the month's claims by township, with masked names", async () => {
    const lin = await phones.takeUp(COUNTY_MANAGER);
    await opensOffice(lin, 'county');
    await lin.tap('staff-open-claims');
    const claims = await lin.read('王*国');
    expect(claims).toContain('2,304.45');
    expect(personalDataIn(claims)).toEqual([]);
    expect(lin.phone.text({ id: `township-row-${PLACE.township}` })).toContain('2,304.45');
    expect(
      await stored(cloud, 'figures', { regionCode: PLACE.township, month: monthOf(today) }),
    ).toMatchObject([{ tally: { claimsReported: 1, claimsPaid: 1, paidFen: 2_304_45 } }]);
  });
});

describe('all phones together', () => {
  it('stay within what WeChat measures', () => {
    const { start, whole, largestPages } = phones.measures();
    expect(start.calls).toBeLessThanOrEqual(5);
    expect(start.bytes).toBeLessThan(16 * 1024);
    expect(whole.calls).toBeLessThan(400);
    expect(whole.bytes).toBeLessThan(1024 * 1024);
    expect(whole.largest).toBeLessThan(64 * 1024);
    expect(largestPages.nodes.count).toBeLessThan(1000);
    expect(largestPages.depth.count).toBeLessThan(30);
    expect(largestPages.children.count).toBeLessThanOrEqual(60);
  });

  it('had no error', () => {
    expect(() => phones.switchOff()).not.toThrow();
  });
});
