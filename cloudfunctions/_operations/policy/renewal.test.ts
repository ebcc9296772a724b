import type { InputOf } from '../../../shared/contract/contract';
import { checkFamily } from '../../../shared/household/check-family.contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { getHome } from '../../../shared/household/get-home.contract';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { getRenewal } from '../../../shared/policy/get-renewal.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import {
  addDays,
  addYears,
  chinaDayOf,
  formatChinaDate,
  instantAt,
  startOfChinaDay,
} from '../../../shared/time/china-day';
import { buysCover, newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { SIGNATURE } from '../../_tools/testing/order-input';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { personCoverIdOf } from './person-key';

/** A year in the life of four families that bought on the same day, through the built functions. */

let stage: Stage;
/** The first day without cover: a year after tomorrow. */
let endDay: string;
let policies: Record<'prompt' | 'late' | 'lastMinute' | 'silent', string>;

/** A holder who is 65 this year and 66 the next, his wife, and a son who comes of age with the new cover. */
const ageing = (): CastHousehold => {
  const family = newFamily();
  const born = { self: addYears(endDay, -66), spouse: '1982-03-03', son: addYears(endDay, -18) };
  const members = family.members.map((member, index) => {
    const day = member.relation in born ? born[member.relation as keyof typeof born] : '2012-04-04';
    const sequence = Number(member.idNumber.slice(14, 17));
    return { ...member, idNumber: idNumberFor(day, sequence + index * 100) };
  });
  return { ...family, members };
};

let prompt: CastHousehold;
let late: CastHousehold;
let lastMinute: CastHousehold;
let silent: CastHousehold;
let stranger: CastHousehold;

beforeAll(async () => {
  stage = await setStage({ functions: true });
  endDay = addYears(addDays(chinaDayOf(stage.cloud.clock.now()), 1), 1);
  prompt = ageing();
  late = newFamily();
  lastMinute = ageing();
  silent = newFamily();
  stranger = newFamily();
  policies = {
    prompt: await buysCover(stage, prompt),
    late: await buysCover(stage, late),
    lastMinute: await buysCover(stage, lastMinute),
    silent: await buysCover(stage, silent),
  };
});
afterAll(() => stage.close());

const moveTo = (day: string, time: string) => stage.cloud.clock.moveTo(instantAt(day, time));

/** What a family sends that renews: consent to the use of its data stands unless somebody joins; its grown son signs, too. */
const renewalInput = async (
  family: CastHousehold,
  renewsPolicyId: string,
  { joins = false } = {},
): Promise<InputOf<typeof buyCover>> => {
  const plan = await planAt(stage, family);
  const documents = plan.documents.filter(({ kind }) => joins || (kind !== 'privacy' && kind !== 'minors'));
  return {
    ...orderInput(family, { ...plan, documents }),
    renewsPolicyId,
    signatures: family.members.map((_, memberIndex) => ({ memberIndex, strokes: SIGNATURE })),
  };
};
const codeOf = async (family: CastHousehold, input: InputOf<typeof buyCover>) => {
  const reply = await stage.call(buyCover, input, family.openid);
  return reply.ok ? 'ok' : reply.error.code;
};
const renewalOf = (family: CastHousehold, policyId: string) =>
  stage.ask(getRenewal, { policyId }, family.openid);
const homeOf = (family: CastHousehold) => stage.ask(getHome, {}, family.openid);
const remindersOf = async ({ openid }: CastHousehold) => {
  const messages = await stage.workshop.read.messages.find({ where: { openid }, limit: 50 });
  return messages
    .filter(({ kind }) => kind === 'renewalDue')
    .sort((one, other) => one.createdAt - other.createdAt);
};
const policiesOf = ({ openid }: CastHousehold) =>
  stage.workshop.read.policies.find({ where: { openid }, orderBy: [['startAt', 'asc']], limit: 10 });
/** Milliseconds without cover between one policy and the next, for each person. */
const gapsOf = async (family: CastHousehold): Promise<number[]> => {
  const [plan, { read, vault }] = [await planAt(stage, family), stage.workshop];
  const ids = family.members.map(({ idNumber }) => personCoverIdOf(vault, idNumber, plan.line));
  const covers = await read.personCovers.find({ where: { id: { in: ids } }, limit: 10 });
  return covers.flatMap(({ periods }) =>
    periods.slice(1).map(({ startAt }, index) => startAt - (periods[index]?.endAt ?? 0)),
  );
};

// The year is told in order: each part begins where the one before it left the clock.
describe('a year of renewals', () => {
  it('is too early at first, and another household’s policy is none', async () => {
    expect(await renewalOf(prompt, policies.prompt)).toMatchObject({ phase: 'early', gapDays: 0 });
    expect(await homeOf(prompt)).toMatchObject({ renewal: null });
    expect(await codeOf(prompt, await renewalInput(prompt, policies.prompt))).toBe('RENEWAL_TOO_EARLY');
    const none = `pol_${'0'.repeat(24)}`;
    for (const policyId of [policies.prompt, none]) {
      const reply = await stage.call(getRenewal, { policyId }, stranger.openid);
      expect(reply).toMatchObject({ ok: false, error: { code: 'POLICY_NOT_FOUND' } });
      expect(await codeOf(stranger, await renewalInput(stranger, policyId))).toBe('POLICY_NOT_FOUND');
    }
  });

  it('reminds 30 days before the end, once, whatever runs meet', async () => {
    await moveTo(addDays(endDay, -31), '23:00');
    await stage.cloud.runTimer('remind-of-renewals');
    expect(await remindersOf(silent)).toEqual([]);
    await moveTo(addDays(endDay, -30), '09:00');
    await Promise.all([
      stage.cloud.runTimer('remind-of-renewals'),
      stage.cloud.runTimer('remind-of-renewals'),
    ]);
    await stage.cloud.runTimer('remind-of-renewals');
    expect(await remindersOf(silent)).toMatchObject([
      {
        title: '家里的保障还有 30 天到期',
        page: `packages/buy/pages/renew/renew?policyId=${policies.silent}`,
      },
    ]);
  });

  it('shows last year’s family, checked again, unbroken, with this year’s price and sums', async () => {
    expect(await homeOf(prompt)).toMatchObject({
      cover: { policyId: policies.prompt },
      renewal: { policyId: policies.prompt, lastDay: addDays(endDay, -1), startDay: endDay, gapDays: 0 },
    });
    const renewal = await renewalOf(prompt, policies.prompt);
    expect(renewal).toMatchObject({
      phase: 'open',
      lastDay: addDays(endDay, -1),
      startDay: endDay,
      gapDays: 0,
      sameDocuments: true,
      phone: prompt.phone,
      plan: { priceFen: 100_00 },
    });
    expect(renewal.members).toMatchObject([
      { ageYears: 66, standing: 'fine' },
      { relation: 'spouse', standing: 'fine' },
      { ageYears: 18, standing: 'signs' },
    ]);
    expect(renewal.members.map(({ accidentShareFen }) => accidentShareFen)).toEqual([
      66_666_67, 66_666_67, 66_666_66,
    ]);
  });

  it('takes a man of 66 who continues, and nobody of 66 who only joins', async () => {
    const plan = await planAt(stage, prompt);
    const asked = { planId: plan.id, members: [...prompt.members] };
    const checked = await stage.ask(
      checkFamily,
      { ...asked, renewsPolicyId: policies.prompt },
      prompt.openid,
    );
    expect(checked).toMatchObject({ startDay: endDay });
    const strangersReply = await stage.call(
      checkFamily,
      { ...asked, renewsPolicyId: policies.prompt },
      stranger.openid,
    );
    expect(strangersReply).toMatchObject({ ok: false, error: { code: 'POLICY_NOT_FOUND' } });
    const joining = [
      ...late.members.filter(({ relation }) => relation !== 'spouse'),
      { name: '孙老太', idNumber: idNumberFor(addYears(endDay, -67), 900), relation: 'spouse' as const },
    ];
    const input = await renewalInput({ ...late, members: joining }, policies.late, { joins: true });
    expect(await codeOf(late, input)).toBe('MEMBER_TOO_OLD');
  });

  it('starts when the old cover ends, for everybody, and a repeat changes nothing', async () => {
    const input = await renewalInput(prompt, policies.prompt);
    const { order, payment } = await stage.ask(buyCover, input, prompt.openid);
    expect(order.startDay).toBe(endDay);
    if (!payment) throw new Error('no payment');
    await stage.cashier(payment, prompt.openid, 'pay');
    await stage.ask(confirmPayment, { orderId: order.orderId }, prompt.openid);
    const repeated = await stage.ask(buyCover, input, prompt.openid);
    expect(repeated).toMatchObject({ order: { orderId: order.orderId, state: 'issued' }, payment: null });
    const [old, renewed, ...more] = await policiesOf(prompt);
    expect(more).toEqual([]);
    expect(renewed?.startAt).toBe(old?.endAt);
    const isUnbroken = async (policyId = '') =>
      (await stage.ask(getPolicy, { policyId }, prompt.openid)).isUnbroken;
    expect([await isUnbroken(old?.id), await isUnbroken(renewed?.id)]).toEqual([false, true]);
    expect(renewed?.endAt).toBe(startOfChinaDay(addYears(endDay, 1)));
    expect(await gapsOf(prompt)).toEqual([0, 0, 0]);
    expect(await renewalOf(prompt, policies.prompt)).toMatchObject({
      phase: 'renewed',
      renewedByPolicyId: renewed?.id,
    });
    expect(await homeOf(prompt)).toMatchObject({ cover: { policyId: policies.prompt }, renewal: null });
    expect(await codeOf(prompt, await renewalInput(prompt, policies.prompt))).toBe('MEMBER_ALREADY_INSURED');
  });

  it('reminds again 7 and 1 days before the end and after it, but nobody who has renewed', async () => {
    for (const day of [-7, -1]) {
      await moveTo(addDays(endDay, day), '09:30');
      await stage.cloud.runTimer('remind-of-renewals');
    }
    await moveTo(addDays(endDay, -1), '23:50');
    const input = await renewalInput(lastMinute, policies.lastMinute);
    const { order, payment } = await stage.ask(buyCover, input, lastMinute.openid);
    if (!payment) throw new Error('no payment');
    expect(await homeOf(lastMinute)).toMatchObject({
      renewal: null,
      waitingOrder: { orderId: order.orderId, waitsFor: 'payment' },
    });
    await moveTo(endDay, '00:05');
    await stage.cashier(payment, lastMinute.openid, 'pay');
    await stage.ask(confirmPayment, { orderId: order.orderId }, lastMinute.openid);
    // Paid after the end, the holder of 66 is a new customer: the money goes back.
    const [stored] = await stage.workshop.read.orders.find({ where: { id: order.orderId }, limit: 1 });
    expect(stored).toMatchObject({ refundReason: 'notEligible', policyId: null });
    expect(await policiesOf(lastMinute)).toHaveLength(1);

    await moveTo(endDay, '09:30');
    await stage.cloud.runTimer('remind-of-renewals');
    await stage.cloud.runTimer('remind-of-renewals');
    expect((await remindersOf(silent)).map(({ title }) => title)).toEqual([
      '家里的保障还有 30 天到期',
      '家里的保障还有 7 天到期',
      '家里的保障还有 1 天到期',
      '家里的保障到期了',
    ]);
    expect(await remindersOf(prompt)).toHaveLength(1);
  });

  it('tells who comes late the gap, and starts the next day', async () => {
    expect(await renewalOf(lastMinute, policies.lastMinute)).toMatchObject({
      phase: 'open',
      gapDays: 1,
      members: [{ standing: 'tooOld', accidentShareFen: 0 }, {}, {}],
    });
    expect(await homeOf(late)).toMatchObject({
      cover: null,
      renewal: { policyId: policies.late, gapDays: 1 },
    });
    const input = await renewalInput(late, policies.late);
    const { order, payment } = await stage.ask(buyCover, input, late.openid);
    if (!payment) throw new Error('no payment');
    await stage.cashier(payment, late.openid, 'pay');
    await stage.ask(confirmPayment, { orderId: order.orderId }, late.openid);
    const [, renewed] = await policiesOf(late);
    expect(renewed?.startAt).toBe(startOfChinaDay(addDays(endDay, 1)));
    const policyId = renewed?.id ?? '';
    expect(await stage.ask(getPolicy, { policyId }, late.openid)).toMatchObject({ isUnbroken: false });
    expect(await gapsOf(late)).toEqual([86_400_000, 86_400_000, 86_400_000]);
  });

  it('reminds every week after the end, each time once, nobody who has renewed since, and makes up for none', async () => {
    const weeks = async (family: CastHousehold) =>
      (await remindersOf(family)).slice(4).map(({ title }) => title);
    await moveTo(addDays(endDay, 7), '08:59');
    await stage.cloud.runTimer('remind-of-renewals');
    expect(await weeks(silent)).toEqual([]);
    await moveTo(addDays(endDay, 7), '09:00');
    await Promise.all([
      stage.cloud.runTimer('remind-of-renewals'),
      stage.cloud.runTimer('remind-of-renewals'),
    ]);
    expect(await weeks(silent)).toEqual(['家里的保障停了 7 天']);

    // Nothing ran on days 14 and 21.
    await moveTo(addDays(endDay, 22), '10:00');
    await stage.cloud.runTimer('remind-of-renewals');
    await moveTo(addDays(endDay, 28), '09:00');
    await stage.cloud.runTimer('remind-of-renewals');
    const titles = [7, 22, 28].map((days) => `家里的保障停了 ${days} 天`);
    expect(await weeks(silent)).toEqual(titles);
    // Their payment came too late and went back: they have not renewed.
    expect(await weeks(lastMinute)).toEqual(titles);
    expect([await weeks(late), await remindersOf(prompt)]).toMatchObject([[], [{}]]);
    expect((await remindersOf(silent)).at(-1)?.body).toContain(
      `最晚 ${formatChinaDate(addDays(endDay, 29))} 还可以续`,
    );
  });

  it('is over in the end', async () => {
    await moveTo(addDays(endDay, 30), '00:00');
    await stage.cloud.runTimer('remind-of-renewals');
    expect(await renewalOf(silent, policies.silent)).toMatchObject({ phase: 'over' });
    expect(await homeOf(silent)).toMatchObject({ cover: null, renewal: null });
    expect(await homeOf(prompt)).toMatchObject({ cover: { hasStarted: true } });
    expect(await codeOf(silent, await renewalInput(silent, policies.silent))).toBe('RENEWAL_OVER');
    expect(await remindersOf(silent)).toHaveLength(7);
    expect(stage.cloud.faults()).toEqual([]);
  });
});
