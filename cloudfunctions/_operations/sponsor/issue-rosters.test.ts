import { sumOf } from '../../../shared/money/fen';
import { premiumOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import type { Roster } from '../../../shared/roster/roster.schema';
import { listSkipped, steerIssuing } from '../../../shared/sponsor/transfer.contracts';
import { CASHIER, type CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { workshopOf } from '../../_core/serve';
import type { DatabasePort } from '../../_core/ports/database';
import type { Workshop } from '../../_core/operation';
import { hires } from '../../_tools/testing/claims';
import { buysCover, newFamily, planAt } from '../../_tools/testing/families';
import { TREASURY, type AcceptedRoster } from '../../_tools/testing/accepted-roster';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { personCoverIdOf } from '../policy/person-key';
import { issueRosters } from './issue-rosters';

let stage: Stage;
let plan: Plan;
beforeAll(async () => {
  stage = await setStage();
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  const { id } = await planAt(stage, newFamily());
  const found = await stage.workshop.read.plans.get(id);
  if (!found) throw new Error('no plan');
  plan = found;
});
afterAll(() => stage.close());

const families = (count: number): CastHousehold[] => Array.from({ length: count }, newFamily);

const underWay = (
  asked: Omit<AcceptedRoster, 'plan'> & Partial<Pick<AcceptedRoster, 'plan'>>,
): Promise<Roster> => fundedRoster(stage, { plan, ...asked });

const stored = async (rosterId: string) => {
  const { read } = stage.workshop;
  const roster = await read.rosters.get(rosterId);
  const batches = await read.rosterBatches.find({
    where: { rosterId },
    orderBy: [['number', 'asc']],
    limit: 100,
  });
  if (!roster) throw new Error('no roster');
  const outcomes = batches.flatMap((batch) => batch.outcomes);
  const policyIds = outcomes.flatMap((one) => (one?.kind === 'issued' ? [one.policyId] : []));
  const policies = await read.policies.find({ where: { id: { in: policyIds } }, limit: 1000 });
  return { roster, outcomes, policies };
};

/** Every policy has its order, cover of each person once, a balanced ledger entry, a figure event and two audit chains. */
const expectWhole = async (rosterId: string): Promise<void> => {
  const { read } = stage.workshop;
  const { policies, roster } = await stored(rosterId);
  expect(new Set(policies.map(({ orderId }) => orderId)).size).toBe(policies.length);
  for (const policy of policies) {
    const [order, ledger, events, chain] = await Promise.all([
      read.orders.get(policy.orderId),
      read.ledger.find({ where: { subject: policy.id }, limit: 10 }),
      read.figureEvents.find({ where: { folded: false, at: { gte: 0 } }, limit: 1000 }),
      read.auditRows.find({ where: { chain: policy.id }, limit: 10 }),
    ]);
    expect(order).toMatchObject({ state: 'issued', policyId: policy.id, payers: policy.payers });
    expect(sumOf(policy.payers.map(({ amountFen }) => amountFen))).toBe(policy.premiumFen);
    expect(ledger).toMatchObject([{ kind: 'policyIssued' }]);
    expect(events.filter(({ subject }) => subject === policy.id)).toHaveLength(1);
    expect(chain.map(({ action }) => action)).toEqual(['policy.issued']);
  }
  const covers = await read.personCovers.find({ where: { id: { gte: '' } }, limit: 1000 });
  for (const policy of policies) {
    const held = covers.filter(({ periods }) => periods.some(({ policyId }) => policyId === policy.id));
    expect(held).toHaveLength(policy.insured.length);
  }
  expect(roster.money.usedFen).toBe(sumOf(policies.map(({ premiumFen }) => premiumFen)));
  expect(roster.money.pledgedFen + roster.money.usedFen).toBeLessThanOrEqual(roster.dueFen);
};

/** A workshop whose function dies at its nth call of the database. */
const dyingAfter = (calls: number): Workshop => {
  const real = stage.workshop.ports.database;
  let left = calls;
  const living = <A extends unknown[], R>(run: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      left -= 1;
      if (left < 0) throw new Error('the function died');
      return run(...args);
    };
  };
  const database: DatabasePort = {
    get: living(real.get),
    find: living(real.find),
    transaction: (work) =>
      real.transaction((tx) => work({ get: living(tx.get), create: living(tx.create), put: living(tx.put) })),
  };
  const { ports, vault } = stage.workshop;
  return workshopOf({ ports: { ...ports, database }, vault });
};

/** Last year's cover of a family: over, and known. */
const endedLongAgo = async (policyId: string): Promise<void> => {
  const { read, write, vault } = stage.workshop;
  const policy = await read.policies.get(policyId);
  const over = { startAt: 1_600_000_000_000, endAt: 1_631_536_000_000 };
  await write(async (tx) => {
    for (const { idNumber } of policy?.insured ?? []) {
      const cover = await tx.personCovers.get(personCoverIdOf(vault, idNumber, plan.line));
      const periods = cover?.periods.map((period) => ({ ...period, ...over }));
      if (cover && periods) await tx.personCovers.put({ ...cover, periods });
    }
  });
};

describe('issuing a roster', () => {
  it('gives every household its policy from the sponsor`s money, and ends', async () => {
    const { id } = await underWay({ families: families(12), perBatch: 5 });
    expect(await issueRosters(stage.workshop)).toMatchObject({ finished: 1, failed: 0 });
    const { roster, policies } = await stored(id);
    expect(roster).toMatchObject({
      state: 'issued',
      issuing: { doneBatches: 3, issued: 12, pledged: 0, skipped: 0 },
      money: { pledgedFen: 0, usedFen: 1200_00, returnedFen: 0 },
    });
    expect(policies).toHaveLength(12);
    expect(policies[0]).toMatchObject({
      openid: null,
      premiumFen: premiumOf(plan, 3, 1),
      payers: [{ kind: TREASURY.kind, name: TREASURY.name, amountFen: 100_00 }],
    });
    await expectWhole(id);
    expect(await issueRosters(stage.workshop)).toEqual({ transactions: 0, finished: 0, failed: 0 });
  });

  it('issues each household once when two runners work at the same time', async () => {
    const { id } = await underWay({ families: families(10), perBatch: 4 });
    await Promise.all([issueRosters(stage.workshop), issueRosters(stage.workshop)]);
    await issueRosters(stage.workshop);
    const { roster, policies } = await stored(id);
    expect(roster).toMatchObject({ state: 'issued', issuing: { issued: 10, skipped: 0 } });
    expect(policies).toHaveLength(10);
    await expectWhole(id);
  });

  it('goes on where a dead function left it, and issues nothing twice', async () => {
    const { id } = await underWay({ families: families(12), perBatch: 6 });
    let deaths = 0;
    for (let calls = 20; (await stored(id)).roster.state === 'issuing' && deaths < 40; calls += 37) {
      await issueRosters(dyingAfter(calls)).catch(() => undefined);
      deaths += 1;
      const { policies, roster, outcomes } = await stored(id);
      expect(policies).toHaveLength(outcomes.filter((one) => one?.kind === 'issued').length);
      expect(roster.issuing.issued).toBeLessThanOrEqual(policies.length);
    }
    expect(deaths).toBeGreaterThan(3);
    const { roster, policies } = await stored(id);
    expect(roster).toMatchObject({ state: 'issued', issuing: { issued: 12, skipped: 0 } });
    expect(policies).toHaveLength(12);
    await expectWhole(id);
  });

  it('is halted and goes on at a person`s word', async () => {
    const { id: rosterId } = await underWay({ families: families(4) });
    const steer = (to: 'issuing' | 'paused') =>
      stage.ask(steerIssuing, { requestId: requestIdForTest(), rosterId, to }, CASHIER.openid);
    await steer('paused');
    await issueRosters(stage.workshop);
    expect((await stored(rosterId)).policies).toEqual([]);
    await steer('issuing');
    await issueRosters(stage.workshop);
    expect((await stored(rosterId)).roster).toMatchObject({ state: 'issued', issuing: { issued: 4 } });
    const reply = await stage.call(
      steerIssuing,
      { requestId: requestIdForTest(), rosterId, to: 'paused' },
      CASHIER.openid,
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'ROSTER_STATE_WRONG' } });
  });

  it('skips who is insured by now and who is paid for already; their money stays the sponsor`s', async () => {
    const [bought, twice, fresh] = [newFamily(), newFamily(), newFamily()];
    await buysCover(stage, bought);
    await underWay({ families: [twice] });
    await issueRosters(stage.workshop);
    const { id } = await underWay({ families: [bought, twice, fresh] });
    await issueRosters(stage.workshop);
    const { roster, outcomes } = await stored(id);
    expect(outcomes).toMatchObject([
      { kind: 'skipped', reason: 'insuredAlready' },
      { kind: 'skipped', reason: 'doubleSubsidy' },
      { kind: 'issued' },
    ]);
    expect(await stage.ask(listSkipped, { rosterId: id }, CASHIER.openid)).toEqual({
      households: [
        { number: '1', row: 2, holderName: '赵*山', reason: '这段时间已有同一保障' },
        { number: '2', row: 5, holderName: '赵*山', reason: '已有单位替这户出钱' },
      ],
      hasMore: false,
    });
    expect(roster).toMatchObject({
      state: 'issued',
      issuing: { issued: 1, skipped: 2 },
      money: { pledgedFen: 0, usedFen: 100_00, returnedFen: 0 },
    });
    await expectWhole(id);
  });

  it('skips a household whose child would pass the law`s cap, and insures one of two that come at the same instant', async () => {
    const dear = await stage.workshop.read.plans.get((await planAt(stage, newFamily(), 200_00)).id);
    if (!dear) throw new Error('no plan');
    const withChild = (number: number): CastHousehold => {
      const own = newFamily();
      const child = { name: '赵小山', relation: 'son', idNumber: idNumberFor('2021-05-06', number) } as const;
      return { ...own, members: [...own.members.slice(0, 1), child] };
    };
    const bought = withChild(701);
    await buysCover(stage, bought);
    const { id } = await underWay({ plan: dear, families: [bought, ...families(1)] });
    await issueRosters(stage.workshop);
    expect((await stored(id)).outcomes).toMatchObject([
      { kind: 'skipped', reason: 'minorsCap' },
      { kind: 'issued' },
    ]);
    const both = [703, 705, 707, 709].map(withChild);
    const cheapRoster = await underWay({ families: both, perBatch: 1 });
    const dearRoster = await underWay({ plan: dear, families: both, perBatch: 1 });
    await Promise.all([issueRosters(stage.workshop), issueRosters(stage.workshop)]);
    await issueRosters(stage.workshop);
    const [cheap, costly] = [await stored(cheapRoster.id), await stored(dearRoster.id)];
    both.forEach((_family, position) => {
      const kinds = [cheap.outcomes[position]?.kind, costly.outcomes[position]?.kind];
      expect(kinds.sort()).toEqual(['issued', 'skipped']);
    });
  });

  it('tells a family whose earlier policy is known', async () => {
    const family = newFamily();
    const policyId = await buysCover(stage, family);
    await endedLongAgo(policyId);
    await underWay({ families: [family] });
    await issueRosters(stage.workshop);
    const messages = await stage.workshop.read.messages.find({
      where: { openid: family.openid, kind: 'giftWaiting' },
      limit: 10,
    });
    expect(messages).toMatchObject([{ title: '有一份保障等您领取' }]);
  });
});
