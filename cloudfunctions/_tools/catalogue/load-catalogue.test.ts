import { buyCover } from '../../../shared/order/buy-cover.contract';
import { listPlans } from '../../../shared/product/list-plans.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, startOfChinaDay } from '../../../shared/time/china-day';
import { demoPlans } from '../demo/catalogue';
import { DEMO_REFERRAL_CODE } from '../seed';
import { buysCover, newFamily, orderInput, planAt } from '../testing/families';
import { setStage, type Stage } from '../testing/stage';
import { loadCatalogue } from './load-catalogue';

let stage: Stage;
let onSale: Plan;
beforeAll(async () => {
  stage = await setStage();
  const [first] = demoPlans(Number(chinaDayOf(stage.cloud.clock.now()).slice(0, 4)));
  if (!first) throw new Error('no plan');
  onSale = first;
});
afterAll(() => stage.close());

const load = (...plans: Plan[]) => loadCatalogue(stage.workshop, plans);
const recorded = (id: string) => stage.workshop.read.plans.get(id);

it('loads a file again without changing anything', async () => {
  expect(await load(onSale)).toEqual({ added: 0, unchanged: 1, superseded: 0, faults: [] });
  expect(await recorded(onSale.id)).toEqual(onSale);
});

it('never changes a version that was sold, and writes nothing of a file in which one is changed', async () => {
  await buysCover(stage, newFamily());
  const added = { ...onSale, id: 'another-line', line: 'another' };
  const outcome = await load(added, { ...onSale, priceFen: 1_00 });
  expect(outcome).toMatchObject({ added: 0, faults: [{ index: 1, field: 'id' }] });
  expect(await recorded(onSale.id)).toEqual(onSale);
  expect(await recorded(added.id)).toBeUndefined();
});

it('refuses a new text under a version that is on record', async () => {
  expect(await load({ ...onSale, id: `${onSale.id}-b` })).toMatchObject({ faults: [{ field: 'version' }] });
});

it('ends the sale of the version before, which stays for who holds it', async () => {
  const family = newFamily();
  const seen = await planAt(stage, family);
  const policyId = await buysCover(stage, newFamily());
  const next = { ...onSale, id: `${onSale.id}-v2`, version: 2, name: '家庭意外险 100 元（新）' };
  expect(await load(onSale, next)).toMatchObject({ added: 1, unchanged: 1, superseded: 1, faults: [] });
  expect(await load(onSale, next)).toMatchObject({ added: 0, unchanged: 2, superseded: 0, faults: [] });

  const { plans } = await stage.ask(listPlans, { referralCode: DEMO_REFERRAL_CODE }, family.openid);
  expect(plans.filter(({ line }) => line === onSale.line)).toMatchObject([{ id: next.id, version: 2 }]);
  expect(await stage.call(buyCover, orderInput(family, seen), family.openid)).toMatchObject({
    ok: false,
    error: { code: 'PLAN_CHANGED' },
  });
  expect(await recorded(onSale.id)).toEqual({ ...onSale, supersededBy: next.id });
  expect(await stage.workshop.read.policies.get(policyId)).toMatchObject({
    planId: onSale.id,
    planVersion: 1,
  });
});

it('ends the sale of last year’s plans when the year of the new catalogue begins, not before', async () => {
  const family = newFamily();
  const now = stage.cloud.clock.now();
  const { id, version, line, year } = onSale;
  const old = { ...onSale, id: `${id}-old`, line: 'family-accident-old', year: year - 1, version };
  const next = { ...onSale, id: `${id}-next`, year: year + 1 };
  expect(await load(old, next)).toMatchObject({ added: 2, superseded: 0, faults: [] });
  expect((await recorded(old.id))?.lastSaleYear).toBe(year - 1);
  expect((await recorded(`${id}-v2`))?.lastSaleYear).toBe(year);
  expect((await recorded(next.id))?.lastSaleYear).toBeUndefined();
  expect(await load(old, next)).toMatchObject({ added: 0, unchanged: 2, faults: [] });

  const plan = await planAt(stage, family);
  expect([plan.line, plan.year]).toEqual([line, year]);
  const lastYears = { ...orderInput(family, plan), planId: old.id, planVersion: version };
  const refused = { ok: false, error: { code: 'PLAN_CHANGED' } };
  expect(await stage.call(buyCover, lastYears, family.openid)).toMatchObject(refused);
  expect(await stage.call(buyCover, orderInput(family, plan), family.openid)).toMatchObject({ ok: true });

  await stage.cloud.clock.advance(startOfChinaDay(`${String(year + 1)}-01-01`) - now);
  expect(await stage.call(buyCover, orderInput(family, plan), family.openid)).toMatchObject(refused);
});

/** The demo's plans for so many counties that nobody has loaded yet. */
const province = (counties: number): Plan[] =>
  Array.from({ length: counties }, (_, county) =>
    demoPlans(onSale.year).map((plan) => ({
      ...plan,
      id: `${plan.id}-${String(county)}`,
      regionCode: String(430_100 + county),
    })),
  ).flat();

it('takes the plans of a whole province in one file, and the same again without a change', async () => {
  const plans = province(40);
  expect(await load(...plans)).toEqual({ added: 160, unchanged: 0, superseded: 0, faults: [] });
  expect(await load(...plans)).toEqual({ added: 0, unchanged: 160, superseded: 0, faults: [] });
  const [first] = plans;
  if (!first) throw new Error('no plan');
  expect(await load({ ...first, regionCode: '430999' })).toMatchObject({
    faults: [{ index: 0, field: 'id' }],
  });
});

it('names the county of which a file has more plans than can be loaded at once', async () => {
  const plans = Array.from({ length: 91 }, (_, position) => ({
    ...onSale,
    id: `many-${String(position)}`,
    line: `many-${String(position)}`,
    regionCode: '431200',
  }));
  const outcome = await load(...plans);
  expect(outcome).toMatchObject({ added: 0, faults: [{ index: 0, field: 'id' }] });
  expect(outcome.faults[0]?.message).toContain('91 plans would change at once');
  expect(await recorded('many-0')).toBeUndefined();
});
