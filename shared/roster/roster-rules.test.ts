import { idNumberFor } from '../testing/id-numbers';
import type { Region } from '../region/region.schema';
import { checkHousehold, type RosterRules } from './check-household';
import { readHeader, ROSTER_COLUMNS, templateFields } from './columns';
import { doublesShare } from './double-share';
import type { GivenCell } from './given-cell';
import { readRow, type RosterRow } from './read-row';
import { moveRoster, ROSTER_TRANSITIONS, rosterState, type Roster } from './roster.schema';
import { gatherHouseholds, startSurvey } from './survey';
import { findVillage, villagesOf } from './villages';

const START = '2026-06-01';
const TITLES = templateFields('government').map((field) => ROSTER_COLUMNS[field].title);
const HEADER = readHeader([...TITLES, '出生日期', '性别'], 'government');
if (!HEADER) throw new Error('the template has no header');

const region = (id: string, name: string, level: Region['level'], parentCode: string): Region => ({
  id,
  name,
  level,
  parentCode,
});
const VILLAGES = villagesOf([
  region('350421200', '城关乡', 'township', '350421'),
  region('350421100', '雪峰镇', 'township', '350421'),
  region('350421200201', '坪埠村', 'village', '350421200'),
  region('350421200202', '新村', 'village', '350421200'),
  region('350421200203', '坪埠社区', 'village', '350421200'),
  region('350421100201', '新村', 'village', '350421100'),
]);
const RULES: RosterRules = {
  header: HEADER,
  limits: { minAgeDays: 28, maxAgeYears: 65, renewalMaxAgeYears: 70, maxMembers: 4 },
  startDay: START,
  villages: VILLAGES,
  wantsGroup: true,
  repeated: new Map(),
  continuing: new Set(),
};

const text = (value: string): GivenCell => ({ kind: 'text', text: value });
/** A row of the template, then 出生日期 and 性别. */
const row = (number: number, ...values: string[]): RosterRow => {
  const read = readRow(
    HEADER,
    number,
    values.map((value) => (value === '' ? undefined : text(value))),
  );
  if (!read) throw new Error('a blank row');
  return read;
};
const HOLDER = idNumberFor('1985-01-02', 11);
const holder = row(2, '1', '罗大海', HOLDER, '户主', '', '城关乡', '坪埠村', '二女户');
const faultsOf = (rows: readonly RosterRow[], rules: Partial<RosterRules> = {}): string[] =>
  checkHousehold(rows, { ...RULES, ...rules }).faults.map(
    ({ row: at, column, reason }) => `${String(at)} ${column.charAt(0)} ${reason}`,
  );

describe('a row', () => {
  it('is nobody when it is blank or the example', () => {
    expect(readRow(HEADER, 3, [undefined, text(' '), undefined])).toBeUndefined();
    const example = templateFields('government').map((field) => text(ROSTER_COLUMNS[field].example));
    expect(readRow(HEADER, 2, example)).toBeUndefined();
  });
});

describe('a household', () => {
  it('without a fault is ready, its head first', () => {
    const daughter = row(2, '1', '罗小月', idNumberFor('2015-05-06', 20), '长女');
    const { household, faults } = checkHousehold([daughter, { ...holder, number: 3 }], RULES);
    expect(faults).toEqual([]);
    expect(household).toMatchObject({ number: '1', row: 2, group: '二女结扎户', regionCode: '350421200201' });
    expect(household?.members.map(({ relation }) => relation)).toEqual(['self', 'daughter']);
  });

  it('has its phone number kept plain, with its country or without', () => {
    const abroad = row(2, '1', '罗大海', HOLDER, '户主', '+86 138-5080-1234', '城关乡', '坪埠村', '二女户');
    expect(checkHousehold([abroad], RULES).household?.phone).toBe('13850801234');
  });

  it('may have a newborn with a birth certificate, its day written in any way', () => {
    for (const day of [
      '2026-03-01',
      '2026/3/1',
      '2026年3月1日',
      '20260301',
      '46082',
      '2026-03-01 00:00:00',
      '2026-3-1 00:00',
      '2026-03-01T00:00:00.000Z',
    ]) {
      const child = row(3, '1', '罗小宝', 'P350012345', '儿子', '', '', '', '', day, '男性');
      expect([day, faultsOf([holder, child])]).toEqual([day, []]);
    }
    const without = row(3, '1', '罗小宝', 'P350012345', '儿子');
    expect(faultsOf([holder, without])).toEqual(['3 I 请选出生日期。', '3 J 请选男孩还是女孩。']);
  });

  it.each<[string, string[], RosterRow[]]>([
    [
      'two heads',
      ['2 A 这一户没有“本人”，或者“本人”不止一位。'],
      [holder, row(3, '1', '罗二海', idNumberFor('1986-01-02', 13), '本人')],
    ],
    [
      'a parent',
      ['3 D 看不懂这个关系。'],
      [holder, row(3, '1', '罗老海', idNumberFor('1965-01-02', 13), '父亲')],
    ],
    [
      'a grandchild',
      ['2 A 这一户有孙辈，要由孩子的父母确认才能参保。'],
      [holder, row(3, '1', '罗小海', idNumberFor('2015-01-02', 13), '孙子')],
    ],
    ['an old number', ['3 C 是 15 位的旧号码。'], [holder, row(3, '1', '罗小月', '350421150506202', '女儿')]],
    [
      'two villages',
      ['3 G 和同一户别的人写得不一样。'],
      [holder, row(3, '1', '罗小月', idNumberFor('2015-05-06', 20), '女儿', '', '城关乡', '新村')],
    ],
    [
      'a son who is a daughter',
      ['3 D 关系和身份证号上的性别对不上，请核对。'],
      [holder, row(3, '1', '罗小月', idNumberFor('2015-05-06', 20), '儿子')],
    ],
    [
      'somebody of 66',
      ['3 C 保障开始那天超过 65 岁，不能新参保。'],
      [holder, row(3, '1', '邱老兰', idNumberFor('1960-05-31', 20), '配偶')],
    ],
  ])('with %s is told', (_what, told, rows) => {
    expect(faultsOf(rows)).toEqual(told);
  });

  it('that continues without a gap may be older', () => {
    const old = idNumberFor('1957-05-31', 11);
    const person = row(2, '1', '罗大海', old, '本人', '', '城关乡', '坪埠村', '独女领证户');
    expect(faultsOf([person])).toHaveLength(1);
    expect(faultsOf([person], { continuing: new Set([old]) })).toEqual([]);
  });

  it('as large as a column filled with one number is none', () => {
    const rows = Array.from({ length: 31 }, (_, at) => ({ ...holder, number: at + 2 }));
    expect(faultsOf(rows)).toEqual(['2 A 这个户编号有 31 行，不像是一户。']);
  });

  it('has a group of the list where a township pays', () => {
    const other = row(2, '1', '罗大海', HOLDER, '本人', '', '城关乡', '坪埠村', '低保户');
    expect(faultsOf([other])).toEqual(['2 H 没有这个类别。']);
    expect(faultsOf([other], { wantsGroup: false })).toEqual([]);
  });
});

describe('a village', () => {
  const find = (township: string, village: string, regionCode = '') => {
    const found = findVillage(VILLAGES, { township, village, regionCode });
    return found.fault === undefined ? found.code : found.fault.reason;
  };
  it('is found by names as they are written, and by its code', () => {
    expect(find('城关', '坪埠村委会')).toBe('350421200201');
    expect(find('雪峰', '新村委会')).toBe('350421100201');
    expect(find('', '坪埠社区')).toBe('350421200203');
    expect(find('雪峰镇', '新村')).toBe('350421100201');
    expect(find('', '', '350421200202')).toBe('350421200202');
  });
  it('is asked for where it cannot be told', () => {
    expect(find('', '新村')).toBe('本县有几个同名的村。');
    expect(find('胡坊镇', '新村')).toBe('本县没有这个乡镇。');
    expect(find('雪峰镇', '坪埠村')).toBe('这个乡镇没有这个村（社区）。');
    expect(find('', '', '110101001001')).toBe('没有这个地区编码，或者不在本县。');
    expect(find('城关乡', '')).toBe('没有写是哪个村（社区）。');
  });
});

it('households come out whole when their last row went in, wherever their rows stand', () => {
  const rows = ['a', 'b', 'a', '', 'b', ''].map((key, at) => ({
    ...holder,
    number: at + 2,
    texts: { ...holder.texts, household: key },
  }));
  const survey = startSurvey();
  rows.forEach(survey.take);
  const { rowsTotal, lastRow, repeated } = survey.end();
  expect([rowsTotal, repeated.get(HOLDER)]).toEqual([6, [2, 3, 4, 5]]);
  const gather = gatherHouseholds({ lastRow });
  expect(rows.map((one) => gather(one)?.map(({ number }) => number))).toEqual([
    undefined,
    undefined,
    [2, 4],
    [5],
    [3, 6],
    [7],
  ]);
});

describe('two rosters for one household', () => {
  const share = (kind: Roster['sponsor']['kind'], shareFen: number, state: Roster['state'] = 'accepted') => ({
    line: 'family',
    year: 2026,
    sponsor: { kind, name: '某单位' },
    shareFen,
    state,
  });
  it.each([
    [true, share('government', 30_00), share('government', 30_00)],
    [true, share('employer', 30_00), share('donor', 30_00)],
    [false, share('government', 30_00), share('employer', 70_00)],
    [true, share('government', 30_00), share('employer', 70_01)],
    [false, share('government', 30_00), share('government', 30_00, 'refused')],
    [false, share('government', 30_00), { ...share('government', 30_00), year: 2025 }],
    [false, share('government', 30_00), { ...share('government', 30_00), line: 'women' }],
  ])('double: %s', (doubles, one, other) => {
    expect(doublesShare(one, other, 100_00)).toBe(doubles);
  });
});

it('a roster goes no way that the table does not show', () => {
  const states = rosterState.options;
  for (const from of states) {
    for (const to of states.filter((state) => !ROSTER_TRANSITIONS[from].includes(state))) {
      expect(() => moveRoster({ state: from } as Roster, to)).toThrow('illegal roster transition');
    }
  }
});
