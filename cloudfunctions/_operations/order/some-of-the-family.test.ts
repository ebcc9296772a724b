import { getHome } from '../../../shared/household/get-home.contract';
import { checkFamily } from '../../../shared/household/check-family.contract';
import { getHousehold } from '../../../shared/household/get-household.contract';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import type { InputOf } from '../../../shared/contract/contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { getOrderToPay } from '../../../shared/order/get-order-to-pay.contract';
import { getConsent, listConsents } from '../../../shared/policy/consent.contracts';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { listPlans, type PlanView } from '../../../shared/product/list-plans.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import { DEMO_REFERRAL_CODE } from '../../_tools/seed';
import { newFamily, orderInput } from '../../_tools/testing/families';
import { payeeOf } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

type Order = InputOf<typeof buyCover>;

const planOf = async (family: CastHousehold, line: string): Promise<PlanView> => {
  const { plans } = await stage.ask(listPlans, { referralCode: DEMO_REFERRAL_CODE }, family.openid);
  const plan = plans.find((candidate) => candidate.line === line);
  if (!plan) throw new Error(`no plan ${line}`);
  return plan;
};

/** What a husband sends who buys so many copies for his wife alone. */
const forTheWife = async (family: CastHousehold, copies: number): Promise<Order> => {
  const [holder, wife] = family.members;
  if (!holder || !wife) throw new Error('a couple');
  const plan = await planOf(family, 'female-health');
  const signed = orderInput({ ...family, members: [wife] }, plan);
  return { ...signed, members: [wife], holder, copies, priceFen: plan.priceFen * copies };
};

const pays = async (
  order: Order,
  family: CastHousehold,
): Promise<{ state: string; policyId: string | null }> => {
  const placed = await stage.ask(buyCover, order, family.openid);
  if (!placed.payment) throw new Error('no payment was opened');
  await stage.cashier(placed.payment, family.openid, 'pay');
  return (await stage.ask(confirmPayment, { orderId: placed.order.orderId }, family.openid)).order;
};

describe('a plan for some of the family', () => {
  it('insures the wife alone, bought by the husband, each copy with its price and its sum', async () => {
    const family = newFamily();
    const order = await forTheWife(family, 2);
    const checked = await stage.ask(
      checkFamily,
      { planId: order.planId, members: order.members, holder: order.holder, copies: 2 },
      family.openid,
    );
    expect(checked).toMatchObject({
      priceFen: 400_00,
      medicalLimitFen: 0,
      members: [{ accidentShareFen: 0, illnessSumFen: 100_000_00 }],
    });
    const { policyId } = await pays(order, family);
    const { policy } = await stage.ask(getPolicy, { policyId: policyId ?? '' }, family.openid);
    expect(policy).toMatchObject({
      isSample: true,
      copies: 2,
      premiumFen: 400_00,
      accidentSumFen: 0,
      medical: null,
      insured: [{ name: '钱小花', illnessSumFen: 100_000_00, accidentShareFen: 0 }],
      illness: { waitingDays: 90 },
    });
    const home = await stage.ask(getHome, {}, family.openid);
    expect(home.cover).toMatchObject({
      isSample: true,
      medical: null,
      persons: [{ illnessSumFen: 100_000_00 }],
    });
    expect(home.familyName).toBe('赵大山家');
  });

  it('remembers the whole family, not only who is insured', async () => {
    const family = newFamily();
    await pays(orderInput(family, await planOf(family, 'family-accident-100')), family);
    await pays(await forTheWife(family, 1), family);
    const { household } = await stage.ask(getHousehold, {}, family.openid);
    expect(household?.members.map(({ relation }) => relation)).toEqual(['self', 'spouse', 'son']);
  });

  it('shows who is asked to pay the name of the buyer, masked', async () => {
    const family = newFamily();
    const { order } = await stage.ask(buyCover, await forTheWife(family, 1), family.openid);
    const asked = await stage.ask(getOrderToPay, { orderId: order.orderId }, 'o-some-relative');
    expect([asked.holderName, asked.insuredNames]).toEqual([
      expect.stringMatching(/^赵/) as string,
      [expect.stringMatching(/^钱/) as string],
    ]);
  });

  it('tells the wife who confirms in her own WeChat who buys, and no sum for a death that the plan does not pay', async () => {
    const family = newFamily();
    const order = { ...(await forTheWife(family, 1)), signatures: [], laterConsents: [0] };
    const { policyId } = await pays(order, family);
    const { persons } = await stage.ask(listConsents, { subjectId: policyId ?? '' }, family.openid);
    const asked = await stage.ask(getConsent, { link: persons[0]?.link ?? '' }, 'o-the-wife');
    expect([asked.holderName, asked.words]).toEqual(['赵*山', '我是钱*花本人。我同意赵*山给我买这份保险。']);
  });

  it('refuses a man with the reason and what to do, and a purchase that nobody makes', async () => {
    const family = newFamily();
    const order = await forTheWife(family, 1);
    const { holder, ...alone } = order;
    const both = { ...alone, members: family.members.slice(0, 2), priceFen: 400_00 };
    expect(holder?.name).toBe('赵大山');
    expect(await stage.call(buyCover, both, family.openid)).toMatchObject({
      error: {
        code: 'MEMBER_WRONG_SEX',
        fields: [
          {
            path: 'members.0.idNumber',
            message: expect.stringMatching(/只保女性，赵大山.*换一个/) as string,
          },
        ],
      },
    });
    expect(await stage.call(buyCover, alone, family.openid)).toMatchObject({
      error: { code: 'HOLDER_MISSING' },
    });
  });
});

describe('copies', () => {
  it('are bought up to what the plan allows, over several orders, and no further', async () => {
    const family = newFamily();
    await pays(await forTheWife(family, 1), family);
    const tooMany = await stage.call(buyCover, await forTheWife(family, 2), family.openid);
    expect(tooMany).toMatchObject({
      error: {
        code: 'MEMBER_ALREADY_INSURED',
        fields: [
          { path: 'members.0.idNumber', message: '钱小花这段时间最多还能买 1 份，请把份数改成 1 份。' },
        ],
      },
    });
    expect(await pays(await forTheWife(family, 1), family)).toMatchObject({ state: 'issued' });
    expect(await stage.call(buyCover, await forTheWife(family, 1), family.openid)).toMatchObject({
      error: { code: 'MEMBER_ALREADY_INSURED' },
    });
  });

  it('are refused above the most of the plan, and at a price that is not reckoned for them', async () => {
    const family = newFamily();
    const order = await forTheWife(family, 3);
    expect(await stage.call(buyCover, order, family.openid)).toMatchObject({
      error: { code: 'TOO_MANY_COPIES' },
    });
    expect(await stage.call(buyCover, { ...order, copies: 2 }, family.openid)).toMatchObject({
      error: { code: 'PRICE_CHANGED' },
    });
    expect(await stage.call(buyCover, { ...order, copies: 0 }, family.openid)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  it('that were paid twice at once end as one policy and one refund', async () => {
    const family = newFamily();
    const orders = await Promise.all([forTheWife(family, 2), forTheWife(family, 2)]);
    const placed = [];
    for (const order of orders) placed.push(await stage.ask(buyCover, order, family.openid));
    for (const { payment } of placed) if (payment) await stage.cashier(payment, family.openid, 'pay');
    const states = await Promise.all(
      placed.map(async ({ order }) => {
        const answer = await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid);
        return answer.order.state;
      }),
    );
    expect(states.filter((state) => state === 'issued')).toHaveLength(1);
    expect(states.filter((state) => state === 'refunding' || state === 'refunded')).toHaveLength(1);
  });
});

// The clock moves: nothing can be paid after this.
describe('a claim under a plan against diseases', () => {
  it('for an accident is told at the kind what it does cover', async () => {
    const family = newFamily();
    const { policyId } = await pays(await forTheWife(family, 1), family);
    await stage.cloud.clock.advance(2 * DAY_MS);
    const report = {
      requestId: requestIdForTest(),
      policyId: policyId ?? '',
      personIndex: 0,
      kind: 'medical' as const,
      cause: 'fall' as const,
      accidentDay: addDays(chinaDayOf(stage.cloud.clock.now()), -1),
      accidentTime: '08:00',
      place: '村口',
      description: '下坡摔倒了。',
      photos: ['cloud://x.y/claims-inbox/a.jpg'],
      voice: null,
      payees: [payeeOf('钱小花')],
    };
    const reply = await stage.call(fileClaim, report, family.openid);
    expect(JSON.stringify(reply)).toMatch(/KIND_NOT_COVERED.*不保“看病花了钱.*能报的是“得了重病/);
  });
});
