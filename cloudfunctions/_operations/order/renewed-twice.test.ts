import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { renewForFamily } from '../../../shared/policy/renew-for-family.contracts';
import type { PlanView } from '../../../shared/product/list-plans.contract';
import { listPlans } from '../../../shared/product/list-plans.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { DEMO_REFERRAL_CODE } from '../../_tools/seed';
import { newFamily, orderInput } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { policyCode } from '../policy/policy-code';

/** Two children far away, each of whom is sent the link. */
const [SON, DAUGHTER] = ['o-son-in-xiamen', 'o-daughter-in-fuzhou'] as const;

let stage: Stage;
let plan: PlanView;
let father: CastHousehold;
beforeAll(async () => {
  stage = await setStage({ functions: true });
  father = newFamily();
  const { plans } = await stage.ask(listPlans, { referralCode: DEMO_REFERRAL_CODE }, father.openid);
  const forMen = plans.find(({ insuredSex }) => insuredSex === 'male');
  if (!forMen) throw new Error('no plan for men');
  plan = forMen;
});
afterAll(() => stage.close());

type Opened = { order: { orderId: string }; payment: { package: string } | null };
const pays = async ({ payment }: Opened, openid: string): Promise<void> => {
  if (!payment) throw new Error('no payment was opened');
  await stage.cashier(payment, openid, 'pay');
};
const confirms = async ({ order }: Opened, openid: string) =>
  (await stage.ask(confirmPayment, { orderId: order.orderId }, openid)).order;

describe('a plan of which somebody may hold several copies', () => {
  it('is renewed once for one policy: of two relatives who both pay, the second gets the money back', async () => {
    expect(plan.maxCopies).toBeGreaterThan(1);
    const whole = orderInput(father, plan);
    const [self] = whole.members;
    const [signature] = whole.signatures;
    if (!self || !signature) throw new Error('nobody buys');
    const input = { ...whole, priceFen: plan.priceFen, members: [self], signatures: [signature] };
    const bought = await stage.ask(buyCover, input, father.openid);
    await pays(bought, father.openid);
    const { policyId } = await confirms(bought, father.openid);
    const endAt = (await stage.workshop.read.policies.get(policyId ?? ''))?.endAt ?? 0;
    await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(endAt), -5), '10:00'));

    const renewal = () => ({
      requestId: requestIdForTest(),
      code: policyCode(stage.workshop.vault, 'rnw', policyId ?? ''),
      planId: plan.id,
      planVersion: plan.version,
      priceFen: plan.priceFen,
      confirmations: whole.confirmations,
    });
    const [first, second] = await Promise.all([
      stage.ask(renewForFamily, renewal(), SON),
      stage.ask(renewForFamily, renewal(), DAUGHTER),
    ]);
    await pays(first, SON);
    await pays(second, DAUGHTER);
    const states = await Promise.all([confirms(first, SON), confirms(second, DAUGHTER)]);
    expect(states.map(({ policyId: id }) => id !== null).sort()).toEqual([false, true]);
    const orders = await Promise.all(
      [first, second].map(({ order }) => stage.workshop.read.orders.get(order.orderId)),
    );
    const refunded = orders.find((order) => order?.policyId === null);
    expect(refunded).toMatchObject({ refundReason: 'alreadyInsured' });

    // A second copy is another purchase, and stays possible.
    const another = { ...input, requestId: requestIdForTest() };
    const copy = await stage.ask(buyCover, another, father.openid);
    await pays(copy, father.openid);
    expect((await confirms(copy, father.openid)).state).toBe('issued');
  });
});
