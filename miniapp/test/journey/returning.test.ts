/**
 * Families that close the app in the middle and come back, and that come back after a year: on phones that run the
 * compiled package against a running local cloud. Each tap is counted.
 */
import { listMyMessages } from 'shared/message/list-my-messages.contract';
import { WANG, ZHANG, type CastHousehold } from 'shared/testing/cast';
import { firstOfTwoDays } from 'shared/testing/two-days';
import { addDays, addYears, instantAt, type ChinaDay } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../local-cloud';
import { atCashier, choosesPlan, entersFamily, readsAndConfirms, signs } from './buying';
import { Phones, type Hand } from './phones';
import { unlawfulFields, type ReceivedMessage } from './received-message';
import { ask, onlyOne, stored } from './records';
import { step } from './step';

const couple: CastHousehold = { ...WANG, members: WANG.members.slice(0, 2) };
const link = '/pages/home/home?ref=MXPB234567';
const exclusions = '这些情况不赔（示例）';

let cloud: LocalCloud;
const phones = new Phones(() => cloud);
/** The day on which the families buy. */
let today: ChinaDay;
/** The first day without what they buy. */
let endDay: ChinaDay;
let wang: Hand;
let zhang: Hand;

/** Each tap so far, as `page control`. */
const tapsOf = ({ looks }: Hand) => looks.map(({ page, tapped }) => `${page.split('/').at(-1)} ${tapped}`);

jest.setTimeout(60_000);

beforeAll(async () => {
  cloud = await startLocalCloud();
  today = firstOfTwoDays(Date.now());
  endDay = addYears(addDays(today, 1), 1);
  await cloud.moveClock({ now: instantAt(today, '09:00') });
});
afterAll(async () => {
  await cloud.stop();
  phones.switchOff();
});

describe('a family that closes the app before it has paid', () => {
  step('finds its people, its plan and what it has confirmed, and goes on at the next page', async () => {
    const first = await phones.takeUp(WANG, link);
    await choosesPlan(first, '100');
    await entersFamily(first, couple);
    await readsAndConfirms(first, ['保障条款（示例）']);
    await first.read(exclusions);

    wang = await phones.comesBack(first);
    const said = await wang.read('上次没有买完');
    // What becomes of their data was agreed to first.
    expect(said).toContain('填了 2 位家人，确认过 2 份文件，都还留着');
    expect(said).toContain('选了家庭意外险 100 元，填了');
    await wang.tap('home-resume');
    expect(await wang.read(exclusions)).toContain('第 3 份，共 4 份');
    await wang.phone.goBack();
    await wang.tap('home-buy');
    await wang.tap('choose-family-accident-100');
    const list = await wang.read('李秀英');
    expect(list).toContain('王建国');
    expect(wang.phone.attribute({ id: 'members-phone' }, 'value')).toBe(WANG.phone);
    await readsAndConfirms(wang, [exclusions, '健康告知（示例）']);
    expect(await stored(cloud, 'orders')).toEqual([]);
  });

  step('finds who has signed', async () => {
    await signs(wang, ['王建国']);
    wang = await phones.comesBack(wang);
    await wang.tap('home-resume');
    await wang.read('还差李秀英签名');
    await signs(wang, ['李秀英']);
    expect(await wang.read('微信支付 100 元')).not.toContain('还差');
  });

  step('finds its unpaid order and until when it waits, and pays that one', async () => {
    await atCashier(wang, 'cancel');
    await wang.read('没有付款');
    wang = await phones.comesBack(wang);
    const { _id: orderId } = await onlyOne(cloud, 'orders', { openid: WANG.openid });
    const said = await wang.read('还没有付款');
    const [, month, date] = addDays(today, 1).split('-').map(Number);
    expect(said).toContain(`订单留到 ${month}月${date}日 09:0`);
    expect(wang.has('home-resume')).toBe(false);
    await wang.tap('home-pay');
    expect(await wang.read('给家人买，还没付')).toContain('王*国、李*英');
    await wang.tap('pay-for-submit');
    await wang.tap('allow-messages');
    expect(await onlyOne(cloud, 'policies', { openid: WANG.openid })).toMatchObject({
      orderId,
      state: 'issued',
    });

    wang = await phones.comesBack(wang);
    await wang.read('王建国家');
    expect(['home-pay', 'home-resume'].filter((id) => wang.has(id))).toEqual([]);
  });

  step('is not asked to go on with what a relative has paid meanwhile', async () => {
    const first = await phones.takeUp(ZHANG, link);
    await choosesPlan(first, '200');
    await entersFamily(first, ZHANG);
    await readsAndConfirms(first, [
      '孩子的个人信息（示例）',
      '保障条款（示例）',
      exclusions,
      '健康告知（示例）',
    ]);
    await signs(first, ['张志强', '陈丽华']);
    await first.tap('pay-ask-family');
    const relative = await phones.takeUp(WANG, first.phone.share().path);
    await relative.tap('pay-for-submit');
    await relative.read('付好了');

    zhang = await phones.comesBack(first);
    await zhang.read('张志强家');
    expect(['home-pay', 'home-resume'].filter((id) => zhang.has(id))).toEqual([]);
  });
});

describe('a year later', () => {
  /** R25 wants clauses and exclusions apart, each with a press of its own; health is declared and signed where it is paid. */
  const readsAndPays = ['document document-confirm', 'document document-confirm', 'pay pay-submit'];

  /** Says by a button that the family is as it was, and goes on to the policy. */
  const renews = async (hand: Hand, start: string, adults: readonly string[]): Promise<void> => {
    await hand.tap(start);
    for (const title of ['保障条款（示例）', exclusions]) {
      await hand.read(title);
      await hand.tap('document-confirm');
    }
    expect(await hand.read('健康告知（示例）')).toContain('续上以后，保障不断');
    await signs(hand, adults);
    await atCashier(hand, 'pay');
    await hand.see({ id: 'success-policy' });
    expect(await hand.read('续好了')).toContain('在这之前，上一份保单照样管');
  };

  const isUnbroken = async ({ openid }: CastHousehold): Promise<void> => {
    const [old, renewed, ...more] = (await stored(cloud, 'policies', { openid })).sort(
      (one, other) => Number(one.startAt) - Number(other.startAt),
    );
    expect(more).toEqual([]);
    expect(old).toMatchObject({ endAt: instantAt(endDay, '00:00') });
    expect(renewed).toMatchObject({ state: 'issued', startAt: old?.endAt });
    expect(await onlyOne(cloud, 'orders', { _id: String(renewed?.orderId) })).toMatchObject({
      renews: { policyId: old?._id, endAt: old?.endAt },
    });
  };

  step('a family comes by its reminder and renews in 3 taps and the payment', async () => {
    await cloud.moveClock({ now: instantAt(addDays(endDay, -7), '09:30') });
    await cloud.runTimer('remind-of-renewals');
    await cloud.runTimer('send-messages');
    const received = (await cloud.messagesOf(WANG.openid)) as ReceivedMessage[];
    const reminder = received.find(({ templateName }) => templateName === 'renewalDue');
    expect(received.flatMap(unlawfulFields)).toEqual([]);

    wang = await phones.comesBack(wang, reminder?.page);
    await wang.read('保障不断');
    await renews(wang, 'renew-start', ['王建国', '李秀英']);
    expect(tapsOf(wang)).toEqual(['renew renew-start', ...readsAndPays]);
    await isUnbroken(WANG);
  });

  step('the message in its inbox leads there, too', async () => {
    zhang = await phones.comesBack(zhang);
    const { messages } = await ask(cloud, ZHANG.openid, listMyMessages, {});
    const reminder = messages.find(({ kind }) => kind === 'renewalDue');
    await zhang.openTab('我的');
    await zhang.tap('me-messages');
    await zhang.tap(`message-${reminder?.messageId ?? ''}`);
    expect(zhang.phone.page).toBe('packages/buy/pages/renew/renew');
    expect(reminder?.page).toContain(zhang.phone.page);
  });

  step('a family that opens the app by itself renews in 3 taps and the payment', async () => {
    zhang = await phones.comesBack(zhang);
    await renews(zhang, 'home-renew', ['张志强', '陈丽华']);
    expect(tapsOf(zhang)).toEqual(['home home-renew', ...readsAndPays]);
    await isUnbroken(ZHANG);
  });
});
