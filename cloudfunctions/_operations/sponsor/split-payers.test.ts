import { formatYuanShort, sumOf } from '../../../shared/money/fen';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Sponsor } from '../../../shared/roster/roster.schema';
import { listSponsoredRosters } from '../../../shared/sponsor/transfer.contracts';
import { CASHIER, type CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { TREASURY } from '../../_tools/testing/accepted-roster';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { hires } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let plan: Plan;
beforeAll(async () => {
  // The year of cover that begins the next day has 365 days.
  stage = await setStage({ functions: true, now: instantAt('2026-06-01', '10:00') });
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  const { id } = await planAt(stage, newFamily());
  const found = await stage.workshop.read.plans.get(id);
  if (!found) throw new Error('no plan');
  plan = found;
});
afterAll(() => stage.close());

const MILL: Sponsor = { kind: 'employer', name: '胡坊水泥厂' };

/** Somebody promises a family a part of its premium. */
const promised = async (family: CastHousehold, shareFen: number, sponsor = TREASURY): Promise<string> => {
  const roster = await fundedRoster(stage, { plan, families: [family], sponsor, shareFen });
  await stage.cloud.runTimer('issue-rosters');
  return roster.id;
};

const placed = async (family: CastHousehold) => {
  const input = orderInput(family, await planAt(stage, family));
  return { input, ...(await stage.ask(buyCover, input, family.openid)) };
};
const paid = async (family: CastHousehold) => {
  const { order, payment } = await placed(family);
  if (!payment) throw new Error('no payment');
  await stage.cashier(payment, family.openid, 'pay');
  const confirmed = await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid);
  return confirmed.order;
};

const rosterOf = (rosterId: string) => stage.workshop.read.rosters.get(rosterId);
const paidAtWechat = async (orderId: string) =>
  (await stage.workshop.read.orders.get(orderId))?.attempts.map(({ paidFen }) => paidFen);

const balances = async (policyId: string, orderId: string): Promise<number[]> => {
  const entries = await stage.workshop.read.ledger.find({
    where: { subject: { in: [policyId, orderId] } },
    limit: 20,
  });
  return ['wechatPay', 'customer', 'sponsor', 'premium'].map((account) =>
    sumOf(
      entries.flatMap(({ rows }) =>
        rows.filter((row) => row.account === account).map(({ amountFen }) => amountFen),
      ),
    ),
  );
};

const cancelled = async (family: CastHousehold, policyId: string) => {
  const { cancellation } = await stage.ask(previewCancellation, { policyId }, family.openid);
  const input = { requestId: requestIdForTest(), policyId, refundFen: cancellation.refundFen };
  return (await stage.ask(cancelPolicy, input, family.openid)).cancellation;
};

describe('a premium of several payers', () => {
  it('lets the family pay its own part alone, and issues with both', async () => {
    const family = newFamily();
    const rosterId = await promised(family, 60_00);
    expect(await rosterOf(rosterId)).toMatchObject({
      state: 'issued',
      issuing: { issued: 0, pledged: 1 },
      money: { pledgedFen: 60_00, usedFen: 0 },
    });
    const order = await paid(family);
    expect(order).toMatchObject({
      state: 'issued',
      payers: [
        { kind: 'government', name: TREASURY.name, amountFen: 60_00 },
        { kind: 'self', name: null, amountFen: 40_00 },
      ],
    });
    expect(await paidAtWechat(order.orderId)).toEqual([40_00]);
    expect(await balances(order.policyId ?? '', order.orderId)).toEqual([40_00, 0, 60_00, -100_00]);
    expect(await rosterOf(rosterId)).toMatchObject({ money: { pledgedFen: 0, usedFen: 60_00 } });
  });

  it('needs no payment when others pay all of it: issued in the same call', async () => {
    const family = newFamily();
    await promised(family, 60_00);
    const millRoster = await promised(family, 60_00, MILL);
    const { order, payment, input } = await placed(family);
    expect([order.state, payment]).toEqual(['issued', null]);
    expect(order.payers.map(({ amountFen }) => amountFen)).toEqual([60_00, 40_00]);
    // The mill promised 60 and paid 40: the rest is its own again.
    expect(await rosterOf(millRoster)).toMatchObject({ money: { pledgedFen: 0, usedFen: 40_00 } });
    const again = await stage.ask(buyCover, input, family.openid);
    expect(again.order.policyId).toBe(order.policyId);
  });

  it('gives two employers` promises, or two governments`, to the first alone', async () => {
    const family = newFamily();
    await promised(family, 30_00, MILL);
    const donor = await promised(family, 30_00, { kind: 'donor', name: '明溪县慈善总会' });
    const township = await promised(family, 20_00);
    const county = await promised(family, 20_00, { kind: 'government', name: '城关乡政府' });
    expect(await rosterOf(donor)).toMatchObject({
      issuing: { pledged: 0, skipped: 1 },
      money: { pledgedFen: 0 },
    });
    expect(await rosterOf(township)).toMatchObject({ issuing: { pledged: 1 } });
    expect(await rosterOf(county)).toMatchObject({ issuing: { pledged: 0, skipped: 1 } });
    const { order } = await placed(family);
    expect(order.payers.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['government', 20_00],
      ['employer', 30_00],
      ['self', 50_00],
    ]);
  });

  it('never asks the family for more than it was shown', async () => {
    const family = newFamily();
    const input = { ...orderInput(family, await planAt(stage, family)), ownFen: 40_00 };
    expect(await stage.call(buyCover, input, family.openid)).toMatchObject({
      ok: false,
      error: { code: 'PRICE_CHANGED', fields: [{ path: 'ownFen' }] },
    });
  });

  it('gives each payer its part when the policy is cancelled', async () => {
    const family = newFamily();
    const rosterId = await promised(family, 60_00);
    const { policyId, orderId } = await paid(family);
    await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(stage.cloud.clock.now()), 73), '10:00'));
    // Day 73 of 365: 80 % of 100 yuan, 48 for the treasury and 32 for the family.
    expect(await cancelled(family, policyId ?? '')).toMatchObject({
      refundFen: 80_00,
      refunds: [
        { to: 'government', amountFen: 48_00 },
        { to: 'you', amountFen: 32_00 },
      ],
    });
    const stored = await stage.workshop.read.orders.get(orderId);
    expect(stored?.attempts).toMatchObject([{ refund: { fen: 32_00 } }]);
    expect(await rosterOf(rosterId)).toMatchObject({ money: { usedFen: 60_00, returnedFen: 48_00 } });
    const events = await stage.workshop.read.figureEvents.find({
      where: { folded: false, at: { gte: 0 } },
      limit: 1000,
    });
    expect(
      events
        .filter(({ subject }) => subject === policyId)
        .map(({ adds }) => [adds.premiumFen, adds.governmentFen]),
    ).toEqual([
      [100_00, 60_00],
      [-80_00, -48_00],
    ]);
    const { rosters } = await stage.ask(listSponsoredRosters, {}, CASHIER.openid);
    const shown = rosters.find((one) => one.rosterId === rosterId);
    expect(formatYuanShort(shown?.money.restFen ?? 0)).toBe('48');
  });

  it('sends the family`s part back when the promise was used up meanwhile', async () => {
    const family = newFamily();
    await promised(family, 60_00);
    const first = await placed(family);
    const second = await placed(family);
    if (!first.payment || !second.payment) throw new Error('no payment');
    await stage.cashier(first.payment, family.openid, 'pay');
    const issued = await stage.ask(confirmPayment, { orderId: first.order.orderId }, family.openid);
    await cancelled(family, issued.order.policyId ?? '');
    await stage.cashier(second.payment, family.openid, 'pay');
    const late = await stage.ask(confirmPayment, { orderId: second.order.orderId }, family.openid);
    expect(late.order.policyId).toBeNull();
    expect(late.order.refundText).toContain('已经用过');
    const stored = await stage.workshop.read.orders.get(second.order.orderId);
    expect(stored).toMatchObject({ refundReason: 'shareGone', attempts: [{ refund: { fen: 40_00 } }] });
  });
});
