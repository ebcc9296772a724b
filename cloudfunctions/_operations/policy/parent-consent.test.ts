import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { getOrderToPay } from '../../../shared/order/get-order-to-pay.contract';
import { openPayment } from '../../../shared/order/open-payment.contract';
import { getConsent, giveConsent, listConsents } from '../../../shared/policy/consent.contracts';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { DAY_MS, HOUR_MS } from '../../../shared/time/china-day';
import { answerOf, linkOf, ordered, somebody } from '../../_tools/testing/consents';
import { newFamily } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
const now = (): number => stage.cloud.clock.now();

const stored = async (policyId: string) => {
  const policy = await stage.workshop.read.policies.get(policyId);
  if (!policy) throw new Error('no policy');
  return policy;
};

/** Grandmother, her husband and a grandson whose parents work far away. */
const leftBehind = (): CastHousehold => {
  const family = newFamily();
  const members = family.members.map((member, index) =>
    index === 2 ? { ...member, relation: 'grandson' as const } : member,
  );
  return { ...family, members };
};
const CHILD = 2;

describe('a grandparent buys', () => {
  it('pays nothing before a parent has agreed; then pays, and the policy says so', async () => {
    const family = leftBehind();
    const { order, payment } = await ordered(stage, family, []);
    expect(payment).toBeNull();
    expect(order).toMatchObject({ state: 'new', waitsForParent: true, expiresAt: order.createdAt + DAY_MS });
    const { orderId } = order;
    for (const who of [family.openid, somebody()]) {
      expect(await stage.ask(openPayment, { orderId }, who)).toMatchObject({ payment: null });
      expect(await stage.ask(getOrderToPay, { orderId }, who)).toMatchObject({ isPayable: false });
    }
    const link = await linkOf(stage, family, orderId);
    const father = somebody();
    expect(await stage.ask(getConsent, { link }, father)).toMatchObject({
      kind: 'parent',
      personName: '赵*山',
    });
    expect(await stage.call(giveConsent, answerOf(family, CHILD, link), family.openid)).toMatchObject({
      error: { code: 'CONSENT_OWN_WECHAT' },
    });
    await stage.ask(giveConsent, answerOf(family, CHILD, link), father);
    const { order: agreed } = await stage.ask(listConsents, { subjectId: orderId }, family.openid);
    expect(agreed).toMatchObject({ state: 'new', waitsForParent: false });

    const opened = await stage.ask(openPayment, { orderId }, family.openid);
    if (!opened.payment) throw new Error('no payment');
    await stage.cashier(opened.payment, family.openid, 'pay');
    const paid = await stage.ask(confirmPayment, { orderId }, family.openid);
    const policy = await stored(paid.order.policyId ?? '');
    expect(policy.insured[CHILD]?.consent).toMatchObject({ by: 'parent' });
  });

  it('is told when the parent refuses; the order is closed and nothing can be paid', async () => {
    const family = leftBehind();
    const { order } = await ordered(stage, family, []);
    const { orderId } = order;
    const link = await linkOf(stage, family, orderId);
    const answer = { ...answerOf(family, CHILD, link), answer: 'refused' as const };
    expect(await stage.ask(giveConsent, answer, somebody())).toEqual({ standing: 'refused' });
    const told = await stage.ask(listConsents, { subjectId: orderId }, family.openid);
    expect(told).toMatchObject({
      order: { state: 'closed' },
      persons: [{ standing: 'refused', link: null }],
    });
    expect(await stage.ask(openPayment, { orderId }, family.openid)).toMatchObject({ payment: null });
    expect(await stage.call(giveConsent, answerOf(family, CHILD, link), somebody())).toMatchObject({
      error: { code: 'CONSENT_GIVEN' },
    });
    const messages = await stage.workshop.read.messages.find({ where: { openid: family.openid }, limit: 10 });
    expect(messages.map(({ body }) => body)).toContainEqual(
      '赵小山的父母没有同意，这笔订单已取消，没有收钱。',
    );
  });

  it('waits for every grandchild`s parent', async () => {
    const family = leftBehind();
    const two = {
      ...family,
      members: [
        ...family.members,
        { name: '钱小草', relation: 'daughtersDaughter' as const, idNumber: idNumberFor('2015-04-04', 864) },
      ],
    };
    const { order } = await ordered(stage, two, []);
    const { persons } = await stage.ask(listConsents, { subjectId: order.orderId }, two.openid);
    const [first = '', second = ''] = persons.map(({ link }) => link ?? '');
    const mother = somebody();
    await stage.ask(giveConsent, answerOf(two, 2, first), mother);
    expect(await stage.ask(openPayment, { orderId: order.orderId }, two.openid)).toMatchObject({
      payment: null,
    });
    await stage.ask(giveConsent, answerOf(two, 3, second), mother);
    const opened = await stage.ask(openPayment, { orderId: order.orderId }, two.openid);
    expect(opened.payment).not.toBeNull();
  });
});

// From here on the clock is moved, after which nothing can be paid any more.
describe('with time', () => {
  it('a parent who agrees at the last hour leaves the grandparent two hours to pay', async () => {
    const family = leftBehind();
    const { order } = await ordered(stage, family, []);
    const link = await linkOf(stage, family, order.orderId);
    await stage.cloud.clock.advance(23 * HOUR_MS);
    const agreedAt = now();
    await stage.ask(giveConsent, answerOf(family, CHILD, link), somebody());
    const { order: agreed } = await stage.ask(listConsents, { subjectId: order.orderId }, family.openid);
    expect(agreed?.expiresAt).toBeGreaterThanOrEqual(agreedAt + 2 * HOUR_MS);
  });

  it('an order without an answer is lost after a day, and its link with it', async () => {
    const family = leftBehind();
    const { order } = await ordered(stage, family, []);
    const link = await linkOf(stage, family, order.orderId);
    await stage.cloud.clock.advance(DAY_MS);
    expect(await stage.call(getConsent, { link }, somebody())).toMatchObject({
      error: { code: 'CONSENT_LINK_EXPIRED' },
    });
    const { order: closed } = await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid);
    expect(closed.state).toBe('closed');
    expect(await stage.ask(listConsents, { subjectId: order.orderId }, family.openid)).toMatchObject({
      persons: [{ standing: 'awaited', link: null }],
    });
  });
});
