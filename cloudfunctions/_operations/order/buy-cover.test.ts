import { buyCover } from '../../../shared/order/buy-cover.contract';
import { WANG, ZHANG } from '../../../shared/testing/cast';
import { startOfChinaDay, addDays, chinaDayOf } from '../../../shared/time/china-day';
import { buysCover, orderInput, planAt } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe('buyCover', () => {
  it('turns a paid order into one policy that starts the next China day, with equal shares', async () => {
    const policyId = await buysCover(stage, WANG);
    const policy = await stage.workshop.read.policies.get(policyId);
    const today = chinaDayOf(stage.cloud.clock.now());
    expect(policy?.startAt).toBe(startOfChinaDay(addDays(today, 1)));
    expect(policy?.insured.map((person) => person.accidentShareFen)).toEqual([
      66_666_67, 66_666_67, 66_666_66,
    ]);
    expect(policy?.medicalLimitFen).toBe(12_000_00);
    expect(policy?.premiumFen).toBe(100_00);
  });

  it('answers price and plan changes at their place and writes nothing', async () => {
    const plan = await planAt(stage, ZHANG);
    const input = orderInput(ZHANG, plan);
    expect(await stage.call(buyCover, { ...input, priceFen: 1 }, ZHANG.openid)).toMatchObject({
      ok: false,
      error: { code: 'PRICE_CHANGED', fields: [{ path: 'priceFen' }] },
    });
    expect(await stage.call(buyCover, { ...input, planId: 'no-such-plan' }, ZHANG.openid)).toMatchObject({
      ok: false,
      error: { code: 'PLAN_UNKNOWN' },
    });
    const orders = await stage.workshop.read.orders.find({ where: { openid: ZHANG.openid }, limit: 10 });
    expect(orders).toEqual([]);
  });
});
