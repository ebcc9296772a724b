/** Issuing in the deployed function, under the fault plan: workers killed between and inside transactions, two at once. */
import type { Plan } from '../../../shared/product/plan.schema';
import { sumOf } from '../../../shared/money/fen';
import { hires } from '../../_tools/testing/claims';
import { newFamily, planAt } from '../../_tools/testing/families';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let plan: Plan;
beforeAll(async () => {
  stage = await setStage({ functions: true });
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  const { id } = await planAt(stage, newFamily());
  const found = await stage.workshop.read.plans.get(id);
  if (!found) throw new Error('no plan');
  plan = found;
});
afterAll(() => stage.close());
beforeEach(() => stage.faults());

const HOUSEHOLDS = 8;

const books = async (rosterId: string) => {
  const { read } = stage.workshop;
  const batches = await read.rosterBatches.find({ where: { rosterId }, limit: 100 });
  const outcomes = batches.flatMap((batch) => batch.outcomes);
  const policyIds = outcomes.flatMap((outcome) => (outcome?.kind === 'issued' ? [outcome.policyId] : []));
  const [roster, policies, ledger] = await Promise.all([
    read.rosters.get(rosterId),
    read.policies.find({ where: { id: { in: policyIds } }, limit: 100 }),
    read.ledger.find({ where: { subject: { in: policyIds } }, limit: 100 }),
  ]);
  const usedFen = sumOf(
    ledger.flatMap(({ rows }) => rows.flatMap((row) => (row.account === 'sponsor' ? [row.amountFen] : []))),
  );
  return { roster, policyIds, policies, ledger, usedFen };
};

const expectAllIssuedOnce = async (rosterId: string): Promise<void> => {
  const { roster, policyIds, usedFen } = await books(rosterId);
  expect(roster).toMatchObject({
    state: 'issued',
    issuing: { issued: HOUSEHOLDS, pledged: 0, skipped: 0 },
    money: { pledgedFen: 0, usedFen: HOUSEHOLDS * 100_00 },
  });
  expect(new Set(policyIds).size).toBe(HOUSEHOLDS);
  expect(usedFen).toBe(HOUSEHOLDS * 100_00);
};

const twoRunners = () =>
  Promise.allSettled([stage.cloud.runTimer('issue-rosters'), stage.cloud.runTimer('issue-rosters')]);

it('goes on where a worker was killed between two batches', async () => {
  const families = Array.from({ length: HOUSEHOLDS }, newFamily);
  const { id } = await fundedRoster(stage, { plan, families });
  await stage.faults({ do: 'killBefore', of: 'issue-rosters', action: 'startTransaction', nth: 2 });
  await Promise.allSettled([stage.cloud.runTimer('issue-rosters')]);
  const { roster, policyIds, policies, ledger } = await books(id);
  expect(roster).toMatchObject({ state: 'issuing' });
  expect(policyIds.length).toBeGreaterThan(0);
  expect([policies.length, ledger.length]).toEqual([policyIds.length, policyIds.length]);
  await twoRunners();
  await stage.cloud.runTimer('issue-rosters');
  await expectAllIssuedOnce(id);
});

it('issues each household once with two runners at once whose calls are cut off after they took effect', async () => {
  const families = Array.from({ length: HOUSEHOLDS }, newFamily);
  const { id } = await fundedRoster(stage, { plan, families, perBatch: 4 });
  await stage.faults({ do: 'failAfter', of: 'issue-rosters', chance: 0.02 });
  for (let runs = 0; runs < 3; runs += 1) {
    await twoRunners();
    const { policyIds, policies, ledger } = await books(id);
    expect([policies.length, ledger.length]).toEqual([policyIds.length, policyIds.length]);
  }
  await stage.faults();
  await stage.cloud.runTimer('issue-rosters');
  await expectAllIssuedOnce(id);
});
