import type { InputOf } from '../../../shared/contract/contract';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { replaySale } from '../../../shared/order/replay-sale.contract';
import { HANDLER, WANG, ZHANG } from '../../../shared/testing/cast';
import { addDays, addYears, chinaDayOf, DAY_MS, startOfChinaDay } from '../../../shared/time/china-day';
import type { DatabasePort } from '../../_core/ports/database';
import { serve } from '../../_core/serve';
import { buysCover, newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { personCoverIdOf } from '../policy/person-key';
import { buyCoverOperation } from './buy-cover';
import { periodOf } from './new-policy';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Runs buyCover over a database that counts: reads before the transaction, operations in it. */
const counted = async (input: InputOf<typeof buyCover>, openid: string) => {
  const real = stage.workshop.ports.database;
  const count = { reads: 0, transactions: 0, operations: 0 };
  const counting = <A extends unknown[], R>(run: (...args: A) => R) => {
    return (...args: A): R => {
      count.operations += 1;
      return run(...args);
    };
  };
  const database: DatabasePort = {
    get: (...args) => {
      count.reads += 1;
      return real.get(...args);
    },
    find: (...args) => {
      count.reads += 1;
      return real.find(...args);
    },
    transaction: (work) => {
      count.transactions += 1;
      return real.transaction((tx) =>
        work({ get: counting(tx.get), create: counting(tx.create), put: counting(tx.put) }),
      );
    },
  };
  const { ports, vault } = stage.workshop;
  const answer = serve({ ports: { ...ports, database }, vault, log: () => undefined }, [buyCoverOperation]);
  const reply = await answer({ name: 'buyCover', input }, { openid, requestId: 'test' });
  return { reply, count };
};

/** Puts a policy and its people's cover back in time, so that it ends in so many days. */
const endsIn = async (policyId: string, days: number): Promise<void> => {
  const { write, read, vault } = stage.workshop;
  const policy = await read.policies.get(policyId);
  if (!policy) throw new Error('no policy');
  const endDay = addDays(chinaDayOf(stage.cloud.clock.now()), days);
  const period = { startAt: startOfChinaDay(addYears(endDay, -1)), endAt: startOfChinaDay(endDay) };
  await write(async (tx) => {
    await tx.policies.put({ ...policy, ...period });
    for (const person of policy.insured) {
      const cover = await tx.personCovers.get(personCoverIdOf(vault, person.idNumber, policy.line));
      if (cover)
        await tx.personCovers.put({ ...cover, periods: [{ ...periodOf(policy, person), ...period }] });
    }
  });
};

describe('what buyCover costs', () => {
  it('is two reads and one transaction of at most eight operations, for a first purchase and a renewal', async () => {
    const family = newFamily();
    const plan = await planAt(stage, family);
    const first = await counted(orderInput(family, plan), family.openid);
    expect(first.reply).toMatchObject({ ok: true });
    expect(first.count).toMatchObject({ reads: 2, transactions: 1 });
    expect(first.count.operations).toBeLessThanOrEqual(8);

    const returning = newFamily();
    const renewsPolicyId = await buysCover(stage, returning);
    await endsIn(renewsPolicyId, 10);
    const renewal = await counted({ ...orderInput(returning, plan), renewsPolicyId }, returning.openid);
    expect(renewal.reply).toMatchObject({
      ok: true,
      data: { order: { startDay: addDays(chinaDayOf(stage.cloud.clock.now()), 10) } },
    });
    expect(renewal.count).toMatchObject({ reads: 2, transactions: 1 });
    expect(renewal.count.operations).toBeLessThanOrEqual(8);
  });
});

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

  it('keeps the moment at which each page was confirmed, as the phone tells it, and none that cannot be true; the desk sees it', async () => {
    const family = newFamily();
    const input = orderInput(family, await planAt(stage, family));
    const now = stage.cloud.clock.now();
    const told = [now - 120_000, now - 60_000, now - 400 * DAY_MS, now + DAY_MS];
    const confirmations = input.confirmations.map((shown, position) => ({
      ...shown,
      ...(told[position] === undefined ? {} : { confirmedAt: told[position] }),
    }));
    const { order, payment } = await stage.ask(buyCover, { ...input, confirmations }, family.openid);
    if (!payment) throw new Error('no payment was opened');
    await stage.cashier(payment, family.openid, 'pay');
    const { policyId } = (await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid)).order;
    const policy = await stage.workshop.read.policies.get(policyId ?? '');
    const sale = await stage.ask(replaySale, { policyNumber: policy?.number ?? '' }, HANDLER.openid);
    expect(sale.pages.map(({ confirmedAt }) => confirmedAt)).toEqual([
      now - 120_000,
      now - 60_000,
      null,
      null,
      null,
    ]);
    expect(sale.placedAt).toBeGreaterThanOrEqual(now);
  });

  it('knows a person again whose name is written with another dot', async () => {
    const own = newFamily();
    const named = (name: string) => ({
      ...own,
      members: own.members.map((member, index) => (index === 1 ? { ...member, name } : member)),
    });
    const policyId = await buysCover(stage, named('阿依古丽・买买提'));
    const policy = await stage.workshop.read.policies.get(policyId);
    expect(policy?.insured[1]?.name).toBe('阿依古丽·买买提');
    const again = orderInput(named('阿依古丽．买买提'), await planAt(stage, own));
    expect(await stage.call(buyCover, again, newFamily().openid)).toMatchObject({
      error: {
        code: 'MEMBER_ALREADY_INSURED',
        fields: expect.arrayContaining([expect.objectContaining({ path: 'members.1.idNumber' })]) as unknown,
      },
    });
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
