import type { Reply } from '../../../shared/contract/contract';
import { addTallies, EMPTY_TALLY, type FigureEvent, type Tally } from '../../../shared/report/figures';
import { getFigures } from '../../../shared/report/get-figures.contract';
import { getStaffHome } from '../../../shared/report/get-staff-home.contract';
import { listClaimsByTownship } from '../../../shared/report/list-claims-by-township.contract';
import { CASHIER, COUNTY_MANAGER, PLACE, SPECIALIST, WANG, ZHANG } from '../../../shared/testing/cast';
import { firstOfTwoDays } from '../../../shared/testing/two-days';
import { chinaDayOf, instantAt, monthOf } from '../../../shared/time/china-day';
import { agreedClaim, coveredFamilies, filedClaim } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { listPayouts, recordPayoutResult, sendPayout } from '../../../shared/payout/payout.contracts';
import { foldFigures } from './fold-figures';

let stage: Stage;
let month: string;
beforeAll(async () => {
  // A family buys today and claims tomorrow: both are counted in one year.
  stage = await setStage({ functions: true, now: instantAt(firstOfTwoDays(Date.now()), '09:00') });
  month = monthOf(chinaDayOf(stage.cloud.clock.now()));
});
afterAll(() => stage.close());

const event = (id: number, regionCode: string, adds: Partial<Tally>, of = month): FigureEvent => ({
  id: `evt_test${String(id).padStart(20, '0')}`,
  kind: 'policyIssued',
  subject: `pol_test${String(id)}`,
  regionCode,
  month: of,
  at: stage.cloud.clock.now() + id,
  adds: { ...EMPTY_TALLY, ...adds },
  folded: false,
});
const record = async (events: readonly FigureEvent[]): Promise<void> => {
  for (let from = 0; from < events.length; from += 40) {
    await stage.workshop.write(async (tx) => {
      for (const one of events.slice(from, from + 40)) await tx.figureEvents.create(one);
    });
  }
};
const figuresFor = (regionCode: string, openid = COUNTY_MANAGER.openid) =>
  stage.ask(getFigures, { regionCode, month }, openid);
const codeOf = (reply: Reply): string => (reply.ok ? 'OK' : reply.error.code);

describe('folding', () => {
  it('counts each event exactly once at every level, though two runs meet and a third follows', async () => {
    const villages = ['350421200201', '350421200202', '350421100201'];
    await record(
      Array.from({ length: 30 }, (_, id) =>
        event(id, villages[id % 3] ?? '', { households: 1, insured: 3, premiumFen: 100_00 }),
      ),
    );
    const runs = await Promise.allSettled([foldFigures(stage.workshop), foldFigures(stage.workshop)]);
    expect(runs.some((run) => run.status === 'fulfilled')).toBe(true);
    await foldFigures(stage.workshop);
    expect(await foldFigures(stage.workshop)).toEqual({ folded: 0 });
    for (const code of ['350000', '350400', '350421']) {
      const figure = await stage.workshop.read.figures.get(`${code}_${month}`);
      expect(figure?.tally).toMatchObject({ households: 30, insured: 90, premiumFen: 3000_00 });
    }
    const { region, children } = await figuresFor('350421200');
    expect(region.tally.households).toBe(20);
    expect(children.map((child) => child.tally.households)).toEqual([10, 10]);
  });

  it('keeps within one transaction of 100 operations however many events wait, each in a region of its own', async () => {
    const others = Array.from({ length: 40 }, (_, id) =>
      event(100 + id, `${String(11 + id)}0421200201`, { households: 1 }),
    );
    await record(others);
    expect(await foldFigures(stage.workshop)).toEqual({ folded: 40 });
    const figure = await stage.workshop.read.figures.get(`110000_${month}`);
    expect(figure?.tally.households).toBe(1);
  });
});

describe('getFigures', () => {
  it('adds up: the parts of the county are the county', async () => {
    const { region, children } = await figuresFor(PLACE.county);
    expect(children).toHaveLength(9);
    expect(children.map((child) => child.tally).reduce(addTallies, EMPTY_TALLY)).toEqual(region.tally);
  });

  it('shows nobody figures outside their own region', async () => {
    expect((await figuresFor(PLACE.village, SPECIALIST.openid)).region.name).toBe('坪埠村');
    for (const [openid, regionCode] of [
      [SPECIALIST.openid, PLACE.township],
      [SPECIALIST.openid, '350421200202'],
      [COUNTY_MANAGER.openid, '350400'],
      [COUNTY_MANAGER.openid, '999999'],
    ] as const) {
      expect(codeOf(await stage.call(getFigures, { regionCode, month }, openid))).toBe('REGION_NOT_FOUND');
    }
    expect(codeOf(await stage.call(getFigures, { regionCode: PLACE.county, month }, WANG.openid))).toBe(
      'FORBIDDEN',
    );
    expect(codeOf(await stage.call(getFigures, { regionCode: PLACE.county, month }, CASHIER.openid))).toBe(
      'FORBIDDEN',
    );
  });

  it('shows an empty month as zeros', async () => {
    const { region } = await stage.ask(
      getFigures,
      { regionCode: PLACE.county, month: '2020-01' },
      COUNTY_MANAGER.openid,
    );
    expect(region.tally).toEqual(EMPTY_TALLY);
  });
});

describe('two families buy, one is paid', () => {
  const before = { village: EMPTY_TALLY };
  beforeAll(async () => {
    before.village = (await figuresFor(PLACE.village)).region.tally;
    const [policyId = ''] = await coveredFamilies(stage, WANG, ZHANG);
    month = monthOf(chinaDayOf(stage.cloud.clock.now()));
    const claimId = await filedClaim(stage, WANG, policyId);
    await agreedClaim(stage, WANG, claimId);
    const { payouts } = await stage.ask(listPayouts, {}, CASHIER.openid);
    const payoutId = payouts[0]?.payoutId ?? '';
    await stage.ask(sendPayout, { requestId: requestIdForTest(), payoutId }, CASHIER.openid);
    const result = { outcome: 'paid' as const, bankReference: 'ABC-1' };
    await stage.ask(recordPayoutResult, { requestId: requestIdForTest(), payoutId, result }, CASHIER.openid);
    await foldFigures(stage.workshop);
  });

  it('and the specialist sees the village go up, without a name', async () => {
    const home = await stage.ask(getStaffHome, {}, SPECIALIST.openid);
    expect(home).toMatchObject({ role: 'specialist', staffName: '陈桂花', region: { name: '坪埠村' } });
    expect(home.year).toEqual(
      addTallies(before.village, {
        households: 2,
        insured: 7,
        premiumFen: 200_00,
        governmentFen: 0,
        employerFen: 0,
        donorFen: 0,
        policiesOpened: 0,
        claimsReported: 1,
        claimsPaid: 1,
        paidFen: 230_445,
      }),
    );
    expect(home.referrals).toHaveLength(1);
    for (const name of ['王建国', '张志强', '李秀英']) expect(JSON.stringify(home)).not.toContain(name);
  });

  it("and the county manager sees the month's claims by township, masked, adding up", async () => {
    const list = await stage.ask(listClaimsByTownship, { month }, COUNTY_MANAGER.openid);
    expect(list).toMatchObject({ countyName: '明溪县', totalReported: 1, totalPaidFen: 230_445 });
    expect(list.townships).toHaveLength(9);
    const township = list.townships.find((one) => one.regionCode === PLACE.township);
    expect(township).toMatchObject({
      name: '城关乡',
      reported: 1,
      paidFen: 230_445,
      claims: [{ maskedName: '王*国', state: 'paid', paidFen: 230_445 }],
    });
    expect(JSON.stringify(list)).not.toContain('王建国');
    const empty = await stage.ask(listClaimsByTownship, { month: '2020-01' }, COUNTY_MANAGER.openid);
    expect(empty).toMatchObject({ totalReported: 0, totalPaidFen: 0 });
    expect(codeOf(await stage.call(listClaimsByTownship, { month }, SPECIALIST.openid))).toBe('FORBIDDEN');
  });
});
