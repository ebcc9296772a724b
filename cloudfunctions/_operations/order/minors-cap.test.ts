import { checkFamily } from '../../../shared/household/check-family.contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { cancelPolicy } from '../../../shared/policy/cancel-policy.contracts';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addYears, chinaDayOf } from '../../../shared/time/china-day';
import { buysCover, newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

/** What a child holds with us counts towards the law's cap, under whichever plan. Source: domain R27. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

let children = 0;
/** A parent and a child: half of each plan's sum is the child's, 100,000 and 200,000 yuan. */
const parentAndChild = (years: number): CastHousehold => {
  const family = newFamily();
  children += 1;
  const child: MemberInput = {
    name: '赵小山',
    relation: 'son',
    idNumber: idNumberFor(addYears(chinaDayOf(stage.cloud.clock.now()), -years), 101 + 2 * children),
  };
  return { ...family, members: [...family.members.slice(0, 1), child] };
};

const checked = async ({ members, openid }: CastHousehold, priceFen: number) => {
  const plan = await planAt(stage, newFamily(), priceFen);
  return stage.call(checkFamily, { planId: plan.id, members: [...members] }, openid);
};

describe('a child who is insured under one plan and asks for another', () => {
  it('is refused below ten, with what there is, the limit and what to do', async () => {
    const family = parentAndChild(5);
    expect(await checked(family, 200_00)).toMatchObject({ ok: true });
    await buysCover(stage, family);
    const field = {
      path: 'members.1.otherDeathCoverFen',
      message:
        '未满 10 岁的孩子，各家公司的身故保额合计最多 200,000 元。已有 100,000 元，这份再保 200,000 元就超过了。请先不保这个孩子，或选保额低的方案。',
    };
    expect(await checked(family, 200_00)).toMatchObject({
      error: { code: 'MINOR_COVER_EXCEEDED', fields: [field] },
    });
    const plan = await planAt(stage, family, 200_00);
    expect(await stage.call(buyCover, orderInput(family, plan), family.openid)).toMatchObject({
      error: { code: 'MINOR_COVER_EXCEEDED', fields: [{ path: field.path }] },
    });
  });

  it('is taken from ten on: 300,000 is below that limit', async () => {
    const family = parentAndChild(10);
    await buysCover(stage, family);
    expect(await checked(family, 200_00)).toMatchObject({ ok: true });
  });

  it('is not told of to who does not know the name', async () => {
    const family = parentAndChild(5);
    await buysCover(stage, family);
    const [parent, child] = newFamily().members.slice(0, 1).concat(family.members.slice(1));
    if (!parent || !child) throw new Error('no family');
    const stranger = { ...newFamily(), members: [parent, { ...child, name: '别的人' }] };
    expect(await checked(stranger, 200_00)).toMatchObject({ ok: true });
  });
});

/** Orders of a family for both plans, all paid at WeChat, none issued yet. */
const paidForBoth = async (family: CastHousehold): Promise<string[]> => {
  const placed = [];
  for (const priceFen of [100_00, 200_00]) {
    const input = orderInput(family, await planAt(stage, family, priceFen));
    placed.push(await stage.ask(buyCover, input, family.openid));
  }
  for (const { payment } of placed) {
    if (!payment) throw new Error('no payment was opened');
    await stage.cashier(payment, family.openid, 'pay');
  }
  return placed.map(({ order }) => order.orderId);
};
const confirm = (family: CastHousehold, orderId: string) =>
  stage.ask(confirmPayment, { orderId }, family.openid);
const ordersOf = ({ openid }: CastHousehold) =>
  stage.workshop.read.orders.find({ where: { openid }, limit: 10 });
const policiesOf = ({ openid }: CastHousehold) =>
  stage.workshop.read.policies.find({ where: { openid }, limit: 10 });

describe('of two orders for different plans that were placed before either was paid', () => {
  it('the second goes back', async () => {
    const family = parentAndChild(5);
    for (const orderId of await paidForBoth(family)) await confirm(family, orderId);
    const orders = await ordersOf(family);
    expect(orders.map(({ priceFen, state }) => [priceFen, state]).sort()).toEqual([
      [100_00, 'issued'],
      [200_00, expect.stringMatching(/^refund/)],
    ]);
    expect(orders.find(({ priceFen }) => priceFen === 200_00)?.refundReason).toBe('notEligible');
    expect(await policiesOf(family)).toHaveLength(1);
  });

  it('one goes back also when both are issued at the same instant', async () => {
    const families = Array.from({ length: 6 }, () => parentAndChild(5));
    for (const family of families) {
      const orderIds = await paidForBoth(family);
      await Promise.all(orderIds.map((orderId) => confirm(family, orderId)));
      const states = (await ordersOf(family)).map(({ state }) => state);
      expect(states.filter((state) => state === 'issued')).toHaveLength(1);
      expect(states.filter((state) => state.startsWith('refund'))).toHaveLength(1);
      expect(await policiesOf(family)).toHaveLength(1);
    }
  });

  it('both stay where the child is old enough for both sums', async () => {
    const family = parentAndChild(10);
    const orderIds = await paidForBoth(family);
    await Promise.all(orderIds.map((orderId) => confirm(family, orderId)));
    expect(await policiesOf(family)).toHaveLength(2);
  });
});

it('what a cancelled policy gave no longer counts', async () => {
  const family = parentAndChild(5);
  const policyId = await buysCover(stage, family);
  const cancel = { requestId: requestIdForTest(), policyId, refundFen: 100_00 };
  await stage.ask(cancelPolicy, cancel, family.openid);
  await buysCover(stage, family, 200_00);
  expect(await policiesOf(family)).toHaveLength(2);
});
