import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { InputOf, Reply } from '../../../shared/contract/contract';
import type { Plan } from '../../../shared/product/plan.schema';
import {
  checkRoster,
  decideRoster,
  getRoster,
  getRosterTemplate,
  listRosters,
  uploadRoster,
} from '../../../shared/roster/roster.contracts';
import type { Roster, RosterFault } from '../../../shared/roster/roster.schema';
import { COUNTY_MANAGER, SPECIALIST, WANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, addYears, chinaDayOf, DAY_MS, startOfChinaDay } from '../../../shared/time/china-day';
import { openSpreadsheet } from '../../_adapters/spreadsheet/read-spreadsheet';
import type { SheetRow } from '../../_core/ports/spreadsheet';
import { buysCover, newFamily, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { inventedPeople, rosterWorkbook, type RosterPerson } from '../../_tools/testing/workbooks';
import { uncovered } from '../order/new-policy';
import { checkRosters } from './check-rosters';
import { continueCheck } from './continue-check';

const MANAGER = COUNTY_MANAGER.openid;
const TREASURY = { kind: 'government', name: '明溪县财政局' } as const;

let stage: Stage;
let plan: Pick<Plan, 'id' | 'priceFen'>;
beforeAll(async () => {
  stage = await setStage();
  plan = await planAt(stage, WANG);
});
afterAll(() => stage.close());

const put = (bytes: Buffer, name = 'roster.xlsx'): Promise<string> =>
  stage.upload(`${randomBytes(6).toString('hex')}-${name}`, bytes, MANAGER, 'rosters-inbox');

type Asked = Partial<InputOf<typeof uploadRoster>>;
const inputFor = (fileId: string, asked: Asked = {}): InputOf<typeof uploadRoster> => ({
  fileId,
  fileName: '必保户.xlsx',
  planId: plan.id,
  sponsor: TREASURY,
  shareFen: plan.priceFen,
  campaignStartDay: null,
  requestId: requestIdForTest(),
  ...asked,
});
const upload = async (bytes: Buffer, asked: Asked = {}) =>
  stage.ask(uploadRoster, inputFor(await put(bytes), asked), MANAGER);
const refusal = async (bytes: Buffer, asked: Asked = {}): Promise<Reply> =>
  stage.call(uploadRoster, inputFor(await put(bytes), asked), MANAGER);

let families = 0;
/** A couple and their daughter whom nobody has met before. */
const family = (): [RosterPerson, RosterPerson, RosterPerson] => {
  families += 1;
  const household = `户${String(families)}`;
  const born = (day: string, odd: number) => idNumberFor(day, families * 2 + odd, '350424');
  return [
    { household, name: '罗大海', idNumber: born('1985-01-02', 1), phone: '13850801111' },
    { household, name: '邱小兰', idNumber: born('1987-03-04', 0), relation: '配偶' },
    { household, name: '罗小月', idNumber: born('2015-05-06', 0), relation: '女儿' },
  ];
};

/** A roster that is uploaded and checked. */
const checked = async (people: readonly RosterPerson[], asked: Asked = {}) => {
  const kind = asked.sponsor?.kind ?? 'government';
  const { roster } = await upload(await rosterWorkbook(people, kind), asked);
  await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
  return stage.ask(getRoster, { rosterId: roster.id }, MANAGER);
};

const stored = async (rosterId: string): Promise<Roster> => {
  const roster = await stage.workshop.read.rosters.get(rosterId);
  if (!roster) throw new Error('no such roster');
  return roster;
};
const batchesOf = async (roster: Pick<Roster, 'id' | 'batchCount'>) => {
  const batches = await stage.workshop.read.rosterBatches.find({
    where: { rosterId: roster.id },
    orderBy: [['number', 'asc']],
    limit: 100,
  });
  return batches.filter(({ number }) => number <= roster.batchCount);
};
const readBack = async (url: string): Promise<string[][]> => {
  const file = await openSpreadsheet(Readable.from([Buffer.from(await (await fetch(url)).arrayBuffer())]));
  const rows: SheetRow[] = [];
  for await (const some of file.sheets[0]?.rows() ?? []) rows.push(...some);
  await file.close();
  return rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
};

describe('a roster that is right', () => {
  it('is checked, counted and kept, with every household ready to be insured', async () => {
    const { roster, faults, faultsUrl } = await checked([...family(), ...family()]);
    expect(roster).toMatchObject({ state: 'checked', rowsDone: 6, rowsTotal: 6, isFullGift: true });
    expect(roster.counts).toMatchObject({ households: 2, goodHouseholds: 2, goodPeople: 6, faults: 0 });
    expect([roster.premiumFen, roster.dueFen]).toEqual([2 * plan.priceFen, 2 * plan.priceFen]);
    expect([faults, faultsUrl]).toEqual([[], null]);

    const request = { rosterId: roster.id, decision: 'keepGood', requestId: requestIdForTest() } as const;
    const { roster: accepted } = await stage.ask(decideRoster, request, MANAGER);
    expect(accepted).toMatchObject({ state: 'accepted', decidedBy: COUNTY_MANAGER.name });
    expect((await stage.ask(decideRoster, request, MANAGER)).roster).toEqual(accepted);
    expect((await stored(roster.id)).fileId).toBeNull();
    const [batch] = await batchesOf(await stored(roster.id));
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
    const { roster } = await checked([one[0], other[2], one[2], other[0], one[1], other[1]]);
    expect(roster.counts).toMatchObject({ households: 2, goodHouseholds: 2, goodPeople: 6 });
  });

  it('may be staff alone: no household, no relation, no group', async () => {
    const [{ name = '', idNumber = '' }] = family();
    const csv = `工 号,员工姓名,身份证号,村\n,${name},${idNumber},坪埠村委会\n`;
    const sponsor = { kind: 'employer', name: '明溪县自来水公司' } as const;
    const { roster } = await upload(Buffer.from(csv), { sponsor, fileName: '职工.csv' });
    await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    const { faults } = await stage.ask(getRoster, { rosterId: roster.id }, MANAGER);
    expect(faults.map(({ column, reason }) => [column, reason])).toEqual([['A 工 号', '这一格是空的。']]);
    const without = await upload(Buffer.from(csv.replace(/(工 号)?,/, '').replace('\n,', '\n')), { sponsor });
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
    expect(await refusal(bytes)).toMatchObject({ ok: false, error: { code: 'ROSTER_EMPTY' } });
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
        ...uncovered(vault, 'family-accident-100', { name: '吴老伯', idNumber }),
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
      (await checked([person], { campaignStartDay })).roster.counts.goodHouseholds;
    expect(await goes(addDays(startDay, 1))).toBe(0);
    expect(await goes(startDay)).toBe(1);
  });
});

describe('what stands against a household', () => {
  it('is a child`s death cover beyond the law`s cap, with what it holds under another plan', async () => {
    const own = newFamily();
    const child = { name: '赵小山', relation: 'son', idNumber: idNumberFor('2021-05-06', 909) } as const;
    const [parent] = own.members;
    if (!parent?.idNumber) throw new Error('no parent');
    await buysCover(stage, { ...own, members: [parent, child] });
    const { id, priceFen } = await planAt(stage, WANG, 200_00);
    const people: RosterPerson[] = [
      { household: '限', name: parent.name, idNumber: parent.idNumber },
      { household: '限', name: child.name, idNumber: child.idNumber, relation: '儿子' },
    ];
    const { roster, faults } = await checked([...people, ...family()], { planId: id, shareFen: priceFen });
    expect(roster.counts).toMatchObject({ households: 2, goodHouseholds: 1, insuredAlready: 0 });
    expect(faults).toMatchObject([
      {
        row: 3,
        reason: expect.stringContaining('最多 200,000 元') as string,
        advice: expect.stringContaining('这一户') as string,
      },
    ]);
  });

  const reasonsAt = (faults: readonly RosterFault[]) =>
    faults.map(({ row, column, reason }) => `${String(row)} ${column}: ${reason}`);

  it('is told at row and column, and only that household is left out', async () => {
    const [holder, spouse, daughter] = family();
    const old = idNumberFor('1950-01-01', 7, '350424');
    const { roster, faults } = await checked([
      ...family(),
      holder,
      { ...spouse, idNumber: `${spouse.idNumber?.slice(0, 17) ?? ''}?` },
      daughter,
      { household: '老', name: '吴老汉', idNumber: old },
      { household: '缺', name: '', idNumber: '', relation: '舅舅', phone: '0598-123', village: '不知道村' },
    ]);
    expect(roster.counts).toMatchObject({ households: 4, goodHouseholds: 1, faultyRows: 3 });
    expect(reasonsAt(faults)).toEqual([
      '6 C 证件号码: 证件号码不对：位数、出生日期或最后一位校验码对不上。',
      '8 C 证件号码: 保障开始那天超过 65 岁，不能新参保。',
      '9 B 姓名: 这一格是空的。',
      '9 C 证件号码: 这一格是空的。',
      '9 D 与户主关系: 看不懂这个关系。',
      '9 E 手机号: 不是 11 位手机号。',
      '9 G 村（社区）: 这个乡镇没有这个村（社区）。',
    ]);
    expect(faults[0]?.value).toMatch(/^3504\*+\S{4}$/);
  });

  it('comes back as a workbook, personal values masked', async () => {
    const [holder, ...others] = family();
    const evil = { ...holder, group: '=HYPERLINK("http://x")', name: '=1+1' };
    const { faultsUrl } = await checked([evil, ...others]);
    const [header, ...rows] = await readBack(faultsUrl ?? '');
    expect(header).toEqual(['第几行', '哪一列', '填的内容（已遮盖）', '问题', '怎么办']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flat().filter((text) => /^[=+@-]/.test(text))).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(holder.idNumber);
  });

  it('may be that somebody stands in the file twice', async () => {
    const [one, other] = [family(), family()];
    const { faults } = await checked([...one, ...other, { ...one[2], household: other[0].household ?? '' }]);
    expect(reasonsAt(faults)).toEqual([
      '4 C 证件号码: 和第 8 行是同一个证件号码。',
      '8 C 证件号码: 和第 4 行是同一个证件号码。',
    ]);
  });

  it('may be that the family pays for itself already: it is reported and left alone', async () => {
    const policyId = await buysCover(stage, WANG);
    const people = WANG.members.map(({ name, idNumber }, index) => ({
      household: '王',
      name,
      idNumber,
      relation: ['本人', '配偶', '女儿'][index] ?? '',
    }));
    const { roster, faults } = await checked(people);
    expect(roster.counts).toMatchObject({ goodHouseholds: 0, insuredAlready: 1, faults: 3 });
    expect(faults[0]?.reason).toMatch(/^已有同一保障，保到 .*是家里自己交的钱。$/);
    expect((await stage.workshop.read.policies.get(policyId))?.state).toBe('issued');
    const decision = { rosterId: roster.id, decision: 'keepGood', requestId: requestIdForTest() } as const;
    expect(await stage.call(decideRoster, decision, MANAGER)).toMatchObject({
      error: { code: 'ROSTER_NOTHING_GOOD' },
    });
    const named = people.map((person) => ({ ...person, name: '李别人' }));
    expect((await checked(named)).faults[0]?.reason).toBe(
      '这个证件号已用别的姓名参保。'.replace('证件号', '证件号码'),
    );
  });

  it('may be that another roster on its way gives for it already, unless that is refused', async () => {
    const [holder, spouse, daughter] = family();
    const first = await checked([holder, spouse, daughter]);
    const town = { kind: 'government', name: '城关乡人民政府' } as const;
    const second = await checked(
      [
        { ...spouse, relation: '本人' },
        { ...holder, relation: '配偶' },
      ],
      {
        sponsor: town,
      },
    );
    expect(second.roster.counts).toMatchObject({ goodHouseholds: 0, doubleSubsidies: 1 });
    expect(second.faults[0]?.reason).toBe('明溪县财政局已经给这一户出了钱，不能重复补助。');
    const refuse = { rosterId: first.roster.id, decision: 'refuse', requestId: requestIdForTest() } as const;
    await stage.ask(decideRoster, refuse, MANAGER);
    const third = await checked([{ ...spouse, relation: '本人' }], { sponsor: town });
    expect(third.roster.counts).toMatchObject({ goodHouseholds: 1, doubleSubsidies: 0 });
  });

  it('shares of a government and of an employer meet in one household when they stay within the price', async () => {
    const people = family();
    const half = { shareFen: plan.priceFen / 2 };
    await checked(people, half);
    const employer = { kind: 'employer', name: '明溪县客运公司' } as const;
    const within = await checked(people, { ...half, sponsor: employer });
    expect(within.roster).toMatchObject({ isFullGift: false, dueFen: plan.priceFen / 2 });
    expect(within.roster.counts.doubleSubsidies).toBe(0);
    const beyond = await checked(people, { sponsor: { kind: 'donor', name: '爱心基金会' } });
    expect(beyond.roster.counts.doubleSubsidies).toBe(1);
  });
});

describe('again, at once, and broken off', () => {
  it('the same file is the same roster, and a repeated request gets its first answer', async () => {
    const bytes = await rosterWorkbook(family());
    const input = inputFor(await put(bytes));
    const first = await stage.ask(uploadRoster, input, MANAGER);
    expect(first.isNew).toBe(true);
    expect(await stage.ask(uploadRoster, input, MANAGER)).toEqual(first);
    const again = await upload(bytes, { fileName: '另一个名字.xlsx' });
    expect(again).toEqual({ roster: first.roster, isNew: false });
  });

  it('two uploads at once end in one roster', async () => {
    const bytes = await rosterWorkbook(family());
    const both = await Promise.all([upload(bytes), upload(bytes)]);
    expect(new Set(both.map(({ roster }) => roster.id)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('a refused roster may come again and is checked anew', async () => {
    const people = family();
    const { roster } = await checked(people);
    const refuse = { rosterId: roster.id, decision: 'refuse', requestId: requestIdForTest() } as const;
    expect((await stage.ask(decideRoster, refuse, MANAGER)).roster.state).toBe('refused');
    const again = await upload(await rosterWorkbook(people));
    expect(again).toMatchObject({ isNew: true, roster: { id: roster.id, state: 'checking', rowsDone: 0 } });
    await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    const after = await stored(roster.id);
    expect([after.state, after.counts.goodHouseholds, after.batchCount]).toEqual(['checked', 1, 1]);
  });

  it('a check may be given up; what is under way then stores nothing more', async () => {
    const { roster } = await upload(await rosterWorkbook([...inventedPeople(400)]), {
      sponsor: { kind: 'donor', name: '红十字会' },
    });
    await continueCheck(stage.workshop, roster.id, 0);
    const refuse = { rosterId: roster.id, decision: 'refuse', requestId: requestIdForTest() } as const;
    await stage.ask(decideRoster, refuse, MANAGER);
    await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    expect(await stored(roster.id)).toMatchObject({
      state: 'refused',
      fileId: null,
      nextCheckAt: null,
      progress: { rowsDone: 900 },
    });
  });

  it('a check in slices, with two at work, ends as one in a single run', async () => {
    const bytes = await rosterWorkbook([...inventedPeople(700)]);
    const sponsor = { kind: 'donor', name: '慈善总会' } as const;
    const { roster } = await upload(bytes, { sponsor });
    // No time at all: each call does one group and gives the rest back.
    const first = await continueCheck(stage.workshop, roster.id, 0);
    expect(first).toMatchObject({ state: 'checking', progress: { rowsDone: 900, rowsTotal: 2100 } });
    expect((await stage.ask(getRoster, { rosterId: roster.id }, MANAGER)).isAttended).toBe(false);
    await Promise.all([1, 2, 3].map(() => continueCheck(stage.workshop, roster.id, 0)));
    await checkRosters(stage.workshop);
    const done = await stored(roster.id);
    expect(done).toMatchObject({ state: 'checked', progress: { rowsDone: 2100 } });
    expect(done.counts).toMatchObject({ households: 700, goodHouseholds: 700, goodPeople: 2100, faults: 0 });
    const numbers = (await batchesOf(done)).flatMap(({ households }) =>
      households.map(({ number }) => number),
    );
    expect(numbers).toHaveLength(700);
    expect(new Set(numbers).size).toBe(700);
    expect(done.dueFen).toBe(700 * plan.priceFen);
  });

  it('a check that died is taken up by the timer once its lease is over, not before', async () => {
    const { roster } = await upload(await rosterWorkbook(family()));
    const at = stage.workshop.ports.clock.now();
    const died = { ...(await stored(roster.id)), nextCheckAt: at + 30_000 };
    await stage.workshop.write((tx) => tx.rosters.put(died));
    await checkRosters(stage.workshop);
    expect((await stored(roster.id)).state).toBe('checking');
    await stage.workshop.write((tx) => tx.rosters.put({ ...died, nextCheckAt: at - 1 }));
    await checkRosters(stage.workshop);
    expect((await stored(roster.id)).state).toBe('checked');
  });
});

describe('who and what', () => {
  it('is the manager of the county alone', async () => {
    const { roster } = await upload(await rosterWorkbook(family()));
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
    expect(await refusal(await rosterWorkbook(family()), asked)).toMatchObject({ error: { code } });
  });

  it.each([
    ['the claims inbox', 'cloud://local.x/claims-inbox/a.xlsx'],
    ['a roster of somebody else', 'cloud://local.x/rosters/ros_1/roster.xlsx'],
    ['nothing', 'cloud://local.x/rosters-inbox/nothing.xlsx'],
  ])('reads no file from %s', async (_what, fileId) => {
    expect(await stage.call(uploadRoster, inputFor(fileId), MANAGER)).toMatchObject({
      error: { code: 'ROSTER_FILE_MISSING' },
    });
  });

  it('says what a file lacks or is, at the file, and keeps nothing of it', async () => {
    const lacking = await refusal(Buffer.from('姓名,手机\n王建国,13800000000\n'));
    expect(lacking).toMatchObject({
      error: {
        code: 'ROSTER_COLUMNS_MISSING',
        message: '缺少列：户编号、证件号码、与户主关系、类别、村（社区）或地区编码。请对照模板改好再传。',
        fields: [{ path: 'fileId' }],
      },
    });
    const fileId = await put(Buffer.from('%PDF-1.7 …'));
    expect(await stage.call(uploadRoster, inputFor(fileId), MANAGER)).toMatchObject({
      error: {
        code: 'ROSTER_FILE_UNREADABLE',
        message: '这是 PDF，不是表格。请上传原来的表格，或者下载模板填好再传。',
      },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });
});
