import { fireEvent, screen } from '@testing-library/react';
import type { RosterView } from 'shared/roster/roster.contracts';
import type { RosterFault } from 'shared/roster/roster.schema';
import RosterPage from './roster';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';

const rosterOf = (part: Partial<RosterView>): RosterView => ({
  id: `ros_${'a'.repeat(24)}`,
  planName: '家庭意外险 100',
  sponsor: { kind: 'government', name: '明溪县财政局' },
  shareFen: 100_00,
  isFullGift: true,
  campaignStartDay: null,
  fileName: '必保户.xlsx',
  uploadedBy: '林国栋',
  uploadedAt: 1_780_000_000_000,
  state: 'checked',
  rowsDone: 100_000,
  rowsTotal: 100_000,
  counts: {
    rows: 100_000,
    households: 33_000,
    goodHouseholds: 32_990,
    goodPeople: 99_000,
    faultyRows: 12,
    faults: 61,
    insuredAlready: 3,
    doubleSubsidies: 2,
  },
  premiumFen: 3_299_000_00,
  dueFen: 3_299_000_00,
  issuing: { issued: 0, pledged: 0, skipped: 0 },
  decidedBy: null,
  decidedAt: null,
  ...part,
});
const fault: RosterFault = {
  row: 6,
  column: 'C 证件号码',
  value: '3504**********0119',
  reason: '证件号码不对。',
  advice: '请对照身份证逐位核对。',
};

const opens = async (answers: (asked: number) => object, decision: () => object = () => ({})) => {
  let asked = 0;
  const { calls } = cloudAnswers({
    getRoster: () => ({ isAttended: false, faults: [], faultsUrl: null, ...answers(asked++) }),
    checkRoster: () => ({ roster: rosterOf({ state: 'checking', rowsDone: 900 }) }),
    decideRoster: decision,
  });
  renderPage(<RosterPage />);
  await settle();
  return calls;
};
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a roster', () => {
  it('shows how far its check is, goes on with it when nobody does, and what it found at the end', async () => {
    const calls = await opens((asked) =>
      asked < 3
        ? { isAttended: asked > 0, roster: rosterOf({ state: 'checking', rowsDone: 12_300 }) }
        : { roster: rosterOf({}) },
    );
    expect(screen.getByRole('status')).toHaveTextContent('已核对 12,300 行，共 100,000 行');
    expect(calls.filter(({ name }) => name === 'checkRoster')).toHaveLength(1);
    for (let look = 0; look < 3; look += 1) {
      await settle(2_000);
    }
    expect(screen.getByText('32,990 户 99,000 人')).toBeVisible();
    expect(screen.getByText('3,299,000.00 元')).toBeVisible();
    expect(calls.filter(({ name }) => name === 'checkRoster')).toHaveLength(1);
  });

  it('lists what stands against it, and says that the workbook has the rest', async () => {
    await opens(() => ({ roster: rosterOf({}), faults: [fault], faultsUrl: 'http://files/faults' }));
    expect(screen.getByText('第 6 行 · C 证件号码 · 3504**********0119')).toBeVisible();
    expect(screen.getByText('先列出前 50 处，全部在问题表里')).toBeVisible();
    expect(screen.getByRole('button', { name: '下载问题表' })).toBeVisible();
  });

  it('is kept with one press, and a refusal is told where it was pressed', async () => {
    const calls = await opens(
      () => ({ roster: rosterOf({}) }),
      () => refusal('ROSTER_STATE_WRONG', '这份名单现在不能这样办，请刷新看看。'),
    );
    await press('保留 32,990 户');
    expect(calls.find(({ name }) => name === 'decideRoster')?.input).toMatchObject({ decision: 'keepGood' });
    expect(screen.getByRole('alert')).toHaveTextContent('请刷新看看');
  });

  it('cannot be kept when nobody on it can be insured', async () => {
    const counts = { ...rosterOf({}).counts, goodHouseholds: 0 };
    await opens(() => ({ roster: rosterOf({ counts }) }));
    expect(screen.queryByRole('button', { name: /保留/ })).toBeNull();
    expect(screen.getByRole('button', { name: '整份退回' })).toBeVisible();
  });

  it.each([
    ['accepted', /转到承保公司的对公账户/],
    ['refused', /没有任何家庭因此参保/],
    ['funded', /很快自动出单/],
    ['issued', /已出单 30 户；等家庭补交差额 2 户；没有出单 1 户/],
  ] as const)('says what comes next when it is %s', async (state, words) => {
    await opens(() => ({
      roster: rosterOf({ state, decidedBy: '林国栋', issuing: { issued: 30, pledged: 2, skipped: 1 } }),
    }));
    expect(screen.getByText(words)).toBeVisible();
  });
});
