import { listAssistances } from '../../shared/assistance/assistance.contracts';
import { getHome } from '../../shared/household/get-home.contract';
import { listDeskQueue } from '../../shared/claim/list-desk-queue.contract';
import { listPaperViews } from '../../shared/claim/list-paper-views.contract';
import { listMyClaims } from '../../shared/claim/list-my-claims.contract';
import { listComplaints, listMyComplaints } from '../../shared/complaint/complaint.contracts';
import type { Contract } from '../../shared/contract/contract';
import { listMyMessages } from '../../shared/message/list-my-messages.contract';
import { listBillDays } from '../../shared/order/bill.contracts';
import { listPayouts } from '../../shared/payout/payout.contracts';
import { listMyPolicies } from '../../shared/policy/list-my-policies.contract';
import { listPlans } from '../../shared/product/list-plans.contract';
import { listRosters } from '../../shared/roster/roster.contracts';
import { getFigures } from '../../shared/report/get-figures.contract';
import { getStaffHome } from '../../shared/report/get-staff-home.contract';
import { listClaimsByTownship } from '../../shared/report/list-claims-by-township.contract';
import {
  CASHIER,
  COUNTY_MANAGER,
  HANDLER,
  PLACE,
  SPECIALIST,
  SUPERVISOR,
  WANG,
} from '../../shared/testing/cast';
import { SAMPLE_CLAIM } from '../../shared/testing/sample-claim';
import { DAY_MS } from '../../shared/time/china-day';
import { DEMO_REFERRAL_CODE } from '../_tools/seed';
import { storedClaim } from '../_tools/testing/stored-claims';
import { setStage, type Stage } from '../_tools/testing/stage';
import type { Condition, DatabasePort, Query } from '../_core/ports/database';
import type { Workshop } from '../_core/operation';
import { serve, workshopOf } from '../_core/serve';
import { watchComplaints } from '../_operations/complaint/watch-complaints';
import { reconcileBills } from '../_operations/bill/reconcile-bills';
import { sendMessages } from '../_operations/message/send-messages';
import { duplicateWarnings } from '../_operations/claim/duplicates';
import { watchClaims } from '../_operations/claim/watch-claims';
import { advanceOpenOrders } from '../_operations/order/advance-open-orders';
import { issueRosters } from '../_operations/sponsor/issue-rosters';
import { remindOfRenewals } from '../_operations/policy/remind-of-renewals';
import { checkRosters } from '../_operations/roster/check-rosters';
import { foldFigures } from '../_operations/report/fold-figures';
import { deskOperations } from '../desk/registry';
import { householdOperations } from '../household/registry';
import { staffOperations } from '../staff/registry';
import { INDEXES } from './indexes';
import { COLLECTIONS } from './stores';

interface AskedQuery {
  readonly collection: string;
  readonly query: Query;
}

let stage: Stage;
let asked: AskedQuery[] = [];
let workshop: Workshop;
let ask: (contract: Contract, input: unknown, openid: string) => Promise<void>;

beforeAll(async () => {
  stage = await setStage();
  const real = stage.workshop.ports.database;
  const database: DatabasePort = {
    get: (collection, id) => real.get(collection, id),
    transaction: (work) => real.transaction(work),
    find: (collection, query) => {
      asked.push({ collection, query });
      return real.find(collection, query);
    },
  };
  const runtime = {
    ports: { ...stage.workshop.ports, database },
    vault: stage.workshop.vault,
    log: () => undefined,
  };
  workshop = workshopOf(runtime);
  const answer = serve(runtime, [...householdOperations, ...staffOperations, ...deskOperations]);
  ask = async (contract, input, openid) => {
    const reply = await answer({ name: contract.name, input }, { openid, requestId: 'test' });
    expect(reply).toMatchObject({ ok: true });
  };
});
beforeEach(() => {
  asked = [];
});
afterAll(() => stage.close());

const isRange = (condition: Condition): boolean =>
  typeof condition === 'object' && condition !== null && !('in' in condition);

/** A family has few rows of its own: found by these, any further condition may be left to the rows. */
const OWN_ROWS = ['openid', 'householdId'];

/** Whether an index holds the fields that must be equal first, then the one that is sorted by or bounded. */
const isServed = ({ collection, query }: AskedQuery): boolean => {
  const conditions = Object.entries(query.where);
  if (conditions.some(([field]) => field === '_id')) return true;
  const equal = conditions.filter(([, condition]) => !isRange(condition)).map(([field]) => field);
  const ranged = conditions.filter(([, condition]) => isRange(condition)).map(([field]) => field);
  const next = new Set([...ranged, ...(query.orderBy ?? []).map(([field]) => field)]);
  const declared = Object.values(COLLECTIONS).find((candidate) => candidate.name === collection);
  return (declared?.indexes ?? []).some(({ keys }) => {
    const fields = keys.map(([field]) => field);
    const own = fields[0] ?? '';
    if (OWN_ROWS.includes(own) && equal.includes(own) && next.size === 0) return true;
    const first = fields.slice(0, equal.length);
    const rest = fields.slice(equal.length, equal.length + next.size);
    return equal.every((field) => first.includes(field)) && [...next].every((field) => rest.includes(field));
  });
};

describe('every query is served by a declared index', () => {
  const month = '2026-06';
  const reads: [Contract, unknown, string][] = [
    [getHome, {}, WANG.openid],
    [listPlans, { referralCode: DEMO_REFERRAL_CODE }, WANG.openid],
    [listMyPolicies, {}, WANG.openid],
    [listMyClaims, {}, WANG.openid],
    [listMyMessages, {}, WANG.openid],
    [listMyComplaints, {}, WANG.openid],
    [listDeskQueue, {}, HANDLER.openid],
    [listComplaints, { state: 'open' }, SUPERVISOR.openid],
    [listComplaints, { state: 'answered' }, SUPERVISOR.openid],
    ...(['open', 'answered'] as const).map((state): [Contract, unknown, string] => [
      listComplaints,
      { state, after: `2026-06-12|1780000000000|cmp_${'a'.repeat(24)}` },
      SUPERVISOR.openid,
    ]),
    [listPayouts, {}, CASHIER.openid],
    [listBillDays, {}, CASHIER.openid],
    [getStaffHome, {}, SPECIALIST.openid],
    [listAssistances, {}, SPECIALIST.openid],
    [getFigures, { regionCode: PLACE.county, month }, COUNTY_MANAGER.openid],
    [listRosters, {}, COUNTY_MANAGER.openid],
    [listClaimsByTownship, { month }, COUNTY_MANAGER.openid],
  ];
  it.each(reads.map((read) => [read[0].name, read] as const))(
    'of %s',
    async (_name, [contract, input, openid]) => {
      await ask(contract, input, openid);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((query) => !isServed(query))).toEqual([]);
    },
  );

  const jobs: [string, (workshop: Workshop) => Promise<unknown>][] = [
    ['advance-orders', advanceOpenOrders],
    ['reconcile-bills', reconcileBills],
    ['check-rosters', checkRosters],
    ['fold-figures', foldFigures],
    ['remind-of-renewals', remindOfRenewals],
    ['issue-rosters', issueRosters],
    ['send-messages', sendMessages],
    ['watch-claims', watchClaims],
    ['watch-complaints', watchComplaints],
  ];
  it.each(jobs)('of the timer %s', async (_name, job) => {
    await job(workshop);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((query) => !isServed(query))).toEqual([]);
  });

  it('of who is told when a case is due', async () => {
    const at = stage.cloud.clock.now() - 20 * DAY_MS;
    await storedClaim(stage, ['registered'], { clockFrom: at });
    await watchClaims(workshop);
    const ofStaff = asked.filter(({ collection }) => collection === 'staff');
    expect(ofStaff.length).toBeGreaterThan(0);
    expect(ofStaff.filter((query) => !isServed(query))).toEqual([]);
  });

  it('of what was seen in another case', async () => {
    const papers = [{ fileId: 'cloud://x/y', sha256: 'a', bytes: 1, at: stage.cloud.clock.now() }];
    expect(await duplicateWarnings(workshop, { ...SAMPLE_CLAIM, papers }, null)).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(asked.filter((query) => !isServed(query))).toEqual([]);
  });

  it('of who looked at papers', async () => {
    const claimId = await storedClaim(stage, ['registered']);
    for (const before of [null, stage.cloud.clock.now()]) {
      await ask(listPaperViews, { claimId, before }, SUPERVISOR.openid);
    }
    const ofLooks = asked.filter(({ collection }) => collection === 'paper_views');
    expect(ofLooks).toHaveLength(2);
    expect(ofLooks.filter((query) => !isServed(query))).toEqual([]);
  });

  it('and one that is not would be told', () => {
    const query = { where: { personName: '王建国' }, limit: 1 };
    expect(isServed({ collection: 'claims', query })).toBe(false);
  });
});

it('every declared index belongs to a collection', () => {
  const declared = Object.values(COLLECTIONS).filter(({ indexes }) => indexes.length > 0);
  expect(declared.map(({ name }) => name).sort()).toEqual(Object.keys(INDEXES).sort());
});
