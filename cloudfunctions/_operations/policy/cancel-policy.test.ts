import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { sumOf } from '../../../shared/money/fen';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { openPayment } from '../../../shared/order/open-payment.contract';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { claimInput, filedClaim } from '../../_tools/testing/claims';
import { buysCover, newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  // The year of cover that begins the next day has 365 days.
  stage = await setStage({ functions: true, now: instantAt('2026-06-01', '10:00') });
});
afterAll(() => stage.close());
beforeEach(() => stage.faults());

const today = (): string => chinaDayOf(stage.cloud.clock.now());
/** To ten in the morning some days on. */
const passDays = (days: number) => stage.cloud.clock.moveTo(instantAt(addDays(today(), days), '10:00'));

/** A family that has bought cover. */
const covered = async (family = newFamily()) => ({ family, policyId: await buysCover(stage, family) });

const previewed = async ({ family, policyId }: { family: CastHousehold; policyId: string }) =>
  (await stage.ask(previewCancellation, { policyId }, family.openid)).cancellation;

const cancelInput = async (of: { family: CastHousehold; policyId: string }) => ({
  requestId: requestIdForTest(),
  policyId: of.policyId,
  refundFen: (await previewed(of)).refundFen,
});

/** Everything stored about a policy and its order. */
const books = async (policyId: string) => {
  const { read } = stage.workshop;
  const policy = await read.policies.get(policyId);
  const order = policy && (await read.orders.get(policy.orderId));
  if (!policy || !order) throw new Error('no policy');
  const entries = await read.ledger.find({
    where: { subject: { in: [policyId, order.id] } },
    limit: 100,
  });
  const balance = (account: string): number =>
    sumOf(
      entries.flatMap(({ rows }) =>
        rows.filter((row) => row.account === account).map((row) => row.amountFen),
      ),
    );
  return { policy, order, balances: ['wechatPay', 'customer', 'premium'].map(balance), entries };
};

/** The timer sends what is still due, refunds arrive, and it takes note of what no callback told. */
const moneyArrives = async (): Promise<void> => {
  await stage.cloud.runTimer('advance-orders');
  await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 5 * 60_000);
  await stage.settledCallbacks();
  await stage.cloud.runTimer('advance-orders');
};

describe('cancelling a policy', () => {
  it('gives everything back before the start, and the family can buy again', async () => {
    const own = await covered();
    expect(await previewed(own)).toMatchObject({
      premiumFen: 100_00,
      elapsedDays: 0,
      refundFen: 100_00,
      refunds: [{ to: 'you', amountFen: 100_00 }],
      lastDay: null,
    });
    const { policy } = await stage.ask(cancelPolicy, await cancelInput(own), own.family.openid);
    expect(policy).toMatchObject({ state: 'cancelled', cancellation: { day: today(), refundFen: 100_00 } });
    await moneyArrives();
    const { order, balances } = await books(own.policyId);
    expect(order).toMatchObject({ state: 'issued', attempts: [{ state: 'refunded' }], nextLookAt: null });
    expect(balances).toEqual([0, 0, 0]);
    const again = await covered(own.family);
    expect((await books(again.policyId)).policy.state).toBe('issued');
  });

  it('gives back the days that are left, covers until tonight, and tells the family', async () => {
    const own = await covered();
    await passDays(73);
    const { refundFen, lastDay } = await previewed(own);
    // Day 73 of 365: 100 yuan × 80 %.
    expect([refundFen, lastDay]).toEqual([80_00, today()]);
    await stage.ask(cancelPolicy, await cancelInput(own), own.family.openid);
    await moneyArrives();
    const { policy, order, balances, entries } = await books(own.policyId);
    expect(order.attempts).toMatchObject([{ state: 'refunded', paidFen: 100_00, refund: { fen: 80_00 } }]);
    expect(balances).toEqual([20_00, 0, -20_00]);
    expect(entries.every(({ rows }) => sumOf(rows.map(({ amountFen }) => amountFen)) === 0)).toBe(true);
    expect(policy).toMatchObject({ state: 'cancelled', nextReminderAt: null });
    const messages = await stage.workshop.read.messages.find({
      where: { openid: own.family.openid },
      limit: 10,
    });
    const told = (kind: string) => messages.find((message) => message.kind === kind)?.body;
    expect(told('policyCancelled')).toContain('退 80.00 元');
    expect(told('orderRefunded')).toContain('80.00 元已退回');
    // From midnight on nobody is covered, and everybody can be again.
    const again = await covered(own.family);
    expect(chinaDayOf((await books(again.policyId)).policy.startAt)).toBe(addDays(today(), 1));
  });

  it('sends the money to the relative who paid', async () => {
    const family = newFamily();
    const son = `${family.openid}-son`;
    const { order } = await stage.ask(
      buyCover,
      orderInput(family, await planAt(stage, family)),
      family.openid,
    );
    const { payment } = await stage.ask(openPayment, { orderId: order.orderId }, son);
    if (!payment) throw new Error('no payment');
    await stage.cashier(payment, son, 'pay');
    const paid = await stage.ask(confirmPayment, { orderId: order.orderId }, son);
    const own = { family, policyId: paid.order.policyId ?? '' };
    expect((await previewed(own)).refunds).toEqual([{ to: 'relative', amountFen: 100_00 }]);
    await stage.ask(cancelPolicy, await cancelInput(own), family.openid);
    await moneyArrives();
    const { attempts } = (await books(own.policyId)).order;
    expect(attempts).toMatchObject([
      { payerOpenid: family.openid, state: 'closed', refund: null },
      { payerOpenid: son, state: 'refunded', refund: { fen: 100_00, because: 'cancelled' } },
    ]);
    const sonRead = await stage.workshop.read.messages.find({ where: { openid: son }, limit: 5 });
    expect(sonRead).toMatchObject([{ kind: 'orderRefunded' }]);
  });

  it('happens once for a double tap and for any number of repeats', async () => {
    const own = await covered();
    const input = await cancelInput(own);
    await Promise.all([
      stage.call(cancelPolicy, input, own.family.openid),
      stage.call(cancelPolicy, input, own.family.openid),
    ]);
    const first = await stage.ask(cancelPolicy, input, own.family.openid);
    await moneyArrives();
    expect(await stage.ask(cancelPolicy, input, own.family.openid)).toMatchObject({
      cancellation: first.cancellation,
    });
    const { balances, entries } = await books(own.policyId);
    expect(balances).toEqual([0, 0, 0]);
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      'policyCancelled',
      'policyIssued',
      'premiumReceived',
      'premiumRefunded',
    ]);
    const other = { ...input, requestId: requestIdForTest() };
    expect(await stage.call(cancelPolicy, other, own.family.openid)).toMatchObject({
      error: { code: 'POLICY_OVER' },
    });
  });

  it('is stored whole or not at all, wherever the function dies, and the money follows', async () => {
    const own = await covered();
    const input = await cancelInput(own);
    let deaths = 0;
    for (;;) {
      await stage.faults({ do: 'failBefore', of: 'cancelPolicy', nth: deaths + 1 });
      if ((await stage.call(cancelPolicy, input, own.family.openid)).ok) break;
      deaths += 1;
      const { policy, order, balances } = await books(own.policyId);
      expect(policy).toMatchObject({ state: 'issued', cancellation: null });
      expect(order.attempts).toMatchObject([{ state: 'paid', refund: null }]);
      expect(balances).toEqual([100_00, 0, -100_00]);
    }
    expect(deaths).toBeGreaterThan(20);
    await stage.faults();
    await moneyArrives();
    expect((await books(own.policyId)).balances).toEqual([0, 0, 0]);
  });

  it('leaves the money to the timer when WeChat does not answer', async () => {
    const own = await covered();
    const input = await cancelInput(own);
    await stage.faults({ do: 'timeoutBefore', of: 'POST v3/refund/domestic/refunds', chance: 1 });
    const { policy } = await stage.ask(cancelPolicy, input, own.family.openid);
    expect(policy.state).toBe('cancelled');
    const { order, balances } = await books(own.policyId);
    expect(order.attempts).toMatchObject([{ state: 'refunding' }]);
    expect(balances).toEqual([100_00, -100_00, 0]);
    await stage.faults();
    await moneyArrives();
    expect((await books(own.policyId)).balances).toEqual([0, 0, 0]);
  });
});

describe('a cancellation is refused', () => {
  const refused = async (own: Awaited<ReturnType<typeof covered>>, code: string): Promise<void> => {
    const { policyId, family } = own;
    const input = { requestId: requestIdForTest(), policyId, refundFen: 100_00 };
    expect(await stage.call(cancelPolicy, input, family.openid)).toMatchObject({ error: { code } });
    expect((await books(policyId)).policy.state).toBe('issued');
  };

  it('while a claim is open, and not after it was taken back', async () => {
    const own = await covered();
    await passDays(1);
    const claimId = await filedClaim(stage, own.family, own.policyId);
    await refused(own, 'CANCEL_HAS_CLAIM');
    expect(
      await stage.call(previewCancellation, { policyId: own.policyId }, own.family.openid),
    ).toMatchObject({
      error: { code: 'CANCEL_HAS_CLAIM' },
    });
    const withdrawal = { requestId: requestIdForTest(), claimId, reason: '别人已经赔了' };
    await stage.ask(withdrawClaim, withdrawal, own.family.openid);
    expect((await previewed(own)).refundFen).toBeLessThan(100_00);
  });

  it('when the amount is no longer what the family saw', async () => {
    const own = await covered();
    await passDays(1);
    await refused(own, 'REFUND_CHANGED');
  });

  it('to another family, as if there were no such policy', async () => {
    const own = await covered();
    const input = await cancelInput(own);
    expect(await stage.call(cancelPolicy, input, 'o-somebody-else')).toMatchObject({
      error: { code: 'POLICY_NOT_FOUND' },
    });
    expect((await books(own.policyId)).policy.state).toBe('issued');
  });

  it('when somebody else pays for the policy and must cancel it', async () => {
    const own = await covered();
    const { policy } = await books(own.policyId);
    const gift = { ...policy, id: `${policy.id}gift`, orderId: `${policy.orderId}none` };
    await stage.workshop.write((tx) => tx.policies.create(gift));
    expect(await stage.call(previewCancellation, { policyId: gift.id }, own.family.openid)).toMatchObject({
      error: { code: 'CANCEL_BY_PHONE' },
    });
  });

  it('once the policy has run out', async () => {
    const own = await covered();
    await passDays(367);
    const { policyId, family } = own;
    expect(await stage.call(previewCancellation, { policyId }, family.openid)).toMatchObject({
      error: { code: 'POLICY_OVER' },
    });
  });
});

describe('after a cancellation', () => {
  it('an accident of a covered day is still covered, a later one is not', async () => {
    const own = await covered();
    await passDays(1);
    await stage.ask(cancelPolicy, await cancelInput(own), own.family.openid);
    const input = await claimInput(stage, own.family, own.policyId);
    await passDays(1);
    const later = { ...input, requestId: requestIdForTest(), accidentDay: today() };
    expect(await stage.callRaw('fileClaim', later, own.family.openid)).toMatchObject({
      error: { code: 'NOT_COVERED_THAT_DAY' },
    });
    expect(await stage.callRaw('fileClaim', input, own.family.openid)).toMatchObject({ ok: true });
  });
});

describe('the receipt', () => {
  it('is the first look at the policy, recorded and counted once', async () => {
    const { family, policyId } = await covered();
    expect((await books(policyId)).policy.openedAt).toBeNull();
    await stage.faults({ do: 'failBefore', of: 'getPolicy', action: 'commitTransaction', nth: 1 });
    const { policy: shown } = await stage.ask(getPolicy, { policyId }, family.openid);
    expect([shown.state, (await books(policyId)).policy.openedAt]).toEqual(['notStarted', null]);
    await stage.faults();
    await Promise.all([
      stage.ask(getPolicy, { policyId }, family.openid),
      stage.ask(getPolicy, { policyId }, family.openid),
    ]);
    const { openedAt } = (await books(policyId)).policy;
    expect(openedAt).toEqual(expect.any(Number));
    await passDays(1);
    await stage.ask(getPolicy, { policyId }, family.openid);
    expect((await books(policyId)).policy.openedAt).toBe(openedAt);
    const events = await stage.workshop.read.figureEvents.find({ where: { subject: policyId }, limit: 10 });
    expect(events.filter(({ kind }) => kind === 'policyOpened')).toMatchObject([
      { adds: { policiesOpened: 1 } },
    ]);
    expect(JSON.stringify(shown)).not.toContain('openedAt');
  });

  it('is not given by somebody else', async () => {
    const { policyId } = await covered();
    await stage.call(getPolicy, { policyId }, 'o-somebody-else');
    expect((await books(policyId)).policy.openedAt).toBeNull();
  });
});
