import {
  checkRoster,
  decideRoster,
  getRoster,
  getRosterTemplate,
  listRosters,
  uploadRoster,
} from '../../../shared/roster/roster.contracts';
import { COUNTY_MANAGER, SPECIALIST, WANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, addYears, chinaDayOf, DAY_MS, startOfChinaDay } from '../../../shared/time/china-day';
import { planAt } from '../../_tools/testing/families';
import { family, MANAGER, readBack, RosterOffice } from '../../_tools/testing/roster-office';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { rosterWorkbook } from '../../_tools/testing/workbooks';
import { emptyCovers } from '../policy/held-cover';

let stage: Stage;
let office: RosterOffice;
beforeAll(async () => {
  stage = await setStage();
  office = new RosterOffice(stage, await planAt(stage, WANG));
});
afterAll(() => stage.close());

describe('a roster that is right', () => {
  it('is checked, counted and kept, with every household ready to be insured', async () => {
    const { roster, faults, faultsUrl } = await office.checked([...family(), ...family()]);
    expect(roster).toMatchObject({ state: 'checked', rowsDone: 6, rowsTotal: 6, isFullGift: true });
    expect(roster.counts).toMatchObject({ households: 2, goodHouseholds: 2, goodPeople: 6, faults: 0 });
    expect([roster.premiumFen, roster.dueFen]).toEqual([2 * office.plan.priceFen, 2 * office.plan.priceFen]);
    expect([faults, faultsUrl]).toEqual([[], null]);

    const request = { rosterId: roster.id, decision: 'keepGood', requestId: requestIdForTest() } as const;
    const { roster: accepted } = await stage.ask(decideRoster, request, MANAGER);
    expect(accepted).toMatchObject({ state: 'accepted', decidedBy: COUNTY_MANAGER.name });
    expect((await stage.ask(decideRoster, request, MANAGER)).roster).toEqual(accepted);
    expect((await office.stored(roster.id)).fileId).toBeNull();
    const [batch] = await office.batchesOf(await office.stored(roster.id));
    expect(batch?.households[0]).toMatchObject({
      number: '户1',
      row: 2,
      group: '二女结扎户',
      regionCode: '350421200201',
    });
    expect(batch?.households[0]?.members.map(({ relation }) => relation)).toEqual([
      'self',
      'spouse',
      'daughter',
    ]);
    expect(batch?.outcomes).toEqual([null, null]);
  });

  it('takes the people of a household from anywhere in the file', async () => {
    const [one, other] = [family(), family()];
    const { roster } = await office.checked([one[0], other[2], one[2], other[0], one[1], other[1]]);
    expect(roster.counts).toMatchObject({ households: 2, goodHouseholds: 2, goodPeople: 6 });
  });

  it('may be staff alone: no household, no relation, no group', async () => {
    const [{ name = '', idNumber = '' }] = family();
    const csv = `工 号,员工姓名,身份证号,村\n,${name},${idNumber},坪埠村委会\n`;
    const sponsor = { kind: 'employer', name: '明溪县自来水公司' } as const;
    const { roster } = await office.upload(Buffer.from(csv), { sponsor, fileName: '职工.csv' });
    await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    const { faults } = await stage.ask(getRoster, { rosterId: roster.id }, MANAGER);
    expect(faults.map(({ column, reason }) => [column, reason])).toEqual([['A 工 号', '这一格是空的。']]);
    const without = await office.upload(Buffer.from(csv.replace(/(工 号)?,/, '').replace('\n,', '\n')), {
      sponsor,
    });
    await stage.ask(checkRoster, { rosterId: without.roster.id }, MANAGER);
    const { counts } = (await stage.ask(getRoster, { rosterId: without.roster.id }, MANAGER)).roster;
    expect(counts).toMatchObject({ households: 1, goodHouseholds: 1, faults: 0 });
  });

  it('begins with the template, whose example is nobody', async () => {
    const { url } = await stage.ask(getRosterTemplate, { kind: 'government' }, MANAGER);
    const [header, example] = await readBack(url);
    expect(header?.slice(0, 4)).toEqual(['户编号', '姓名', '证件号码', '与户主关系']);
    expect(example?.[0]).toContain('示例');
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(await office.refusal(bytes)).toMatchObject({ ok: false, error: { code: 'ROSTER_EMPTY' } });
  });
});

describe('somebody of renewal age', () => {
  it('may be on it when the cover goes on without a gap, and not a day later', async () => {
    const startDay = addDays(chinaDayOf(stage.workshop.ports.clock.now()), 30);
    const idNumber = idNumberFor(addYears(startDay, -68), 31, '350424');
    const endAt = startOfChinaDay(startDay);
    const { vault } = stage.workshop;
    await stage.workshop.write((tx) =>
      tx.personCovers.put({
        ...emptyCovers(vault, 'family-accident-100', { name: '吴老伯', idNumber, child: null })[0],
        periods: [
          {
            policyId: 'pol_before',
            startAt: endAt - 365 * DAY_MS,
            endAt,
            copies: 1,
            accidentShareFen: 200_000_00,
          },
        ],
      }),
    );
    const person = { household: '续', name: '吴老伯', idNumber };
    const goes = async (campaignStartDay: string) =>
      (await office.checked([person], { campaignStartDay })).roster.counts.goodHouseholds;
    expect(await goes(addDays(startDay, 1))).toBe(0);
    expect(await goes(startDay)).toBe(1);
  });
});

describe('who and what', () => {
  it('is the manager of the county alone', async () => {
    const { roster } = await office.upload(await rosterWorkbook(family()));
    for (const openid of [SPECIALIST.openid, WANG.openid]) {
      expect(await stage.call(getRoster, { rosterId: roster.id }, openid)).toMatchObject({
        error: { code: 'FORBIDDEN' },
      });
    }
    const strange = `ros_${'a'.repeat(24)}`;
    expect(await stage.call(getRoster, { rosterId: strange }, MANAGER)).toMatchObject({
      error: { code: 'ROSTER_NOT_FOUND' },
    });
    expect((await stage.ask(listRosters, {}, MANAGER)).rosters.map(({ id }) => id)).toContain(roster.id);
  });

  it.each([
    ['ROSTER_SHARE_WRONG', { shareFen: 0 }],
    ['ROSTER_SHARE_WRONG', { shareFen: 100_000_00 }],
    ['ROSTER_START_WRONG', { campaignStartDay: '2020-01-01' }],
    ['PLAN_UNKNOWN', { planId: 'none' }],
  ])('refuses %s', async (code, asked) => {
    expect(await office.refusal(await rosterWorkbook(family()), asked)).toMatchObject({ error: { code } });
  });

  it.each([
    ['the claims inbox', 'cloud://local.x/claims-inbox/a.xlsx'],
    ['a roster of somebody else', 'cloud://local.x/rosters/ros_1/roster.xlsx'],
    ['nothing', 'cloud://local.x/rosters-inbox/nothing.xlsx'],
  ])('reads no file from %s', async (_what, fileId) => {
    expect(await stage.call(uploadRoster, office.inputFor(fileId), MANAGER)).toMatchObject({
      error: { code: 'ROSTER_FILE_MISSING' },
    });
  });

  it('says what a file lacks or is, at the file, and keeps nothing of it', async () => {
    const lacking = await office.refusal(Buffer.from('姓名,手机\n王建国,13800000000\n'));
    expect(lacking).toMatchObject({
      error: {
        code: 'ROSTER_COLUMNS_MISSING',
        message: '缺少列：户编号、证件号码、与户主关系、类别、村（社区）或地区编码。请对照模板改好再传。',
        fields: [{ path: 'fileId' }],
      },
    });
    const fileId = await office.put(Buffer.from('%PDF-1.7 …'));
    expect(await stage.call(uploadRoster, office.inputFor(fileId), MANAGER)).toMatchObject({
      error: {
        code: 'ROSTER_FILE_UNREADABLE',
        message: '这是 PDF，不是表格。请上传原来的表格，或者下载模板填好再传。',
      },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });
});
