import { fireEvent, screen } from '@testing-library/react';
import QueuePage from './queue';
import type { QueueRow } from 'shared/claim/case-view';
import type { StaffRole } from 'shared/identity/role';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { DESK_TODAY as today, rowSample } from '../../../../../test/components/desk-samples';
import { neighboursOf } from '@/features/desk/queue-walk';
import { settle } from '../../../../../test/components/settle';
import { seen } from '../../../../../test/components/taro';

const due = (day: string): Partial<QueueRow> => ({ promise: { day, provisional: false }, dueDay: day });
const rows = [
  rowSample('张', { ...due('2026-06-30'), isGreen: true }),
  rowSample('王', { ...due('2026-06-03'), alarm: 'escalated', mine: false }),
  rowSample('李', { ...due('2026-06-06'), alarm: 'warned' }),
];

const openQueue = async (
  answer: (input: Record<string, unknown>) => unknown = () => ({
    today,
    roles: ['handler'],
    rows,
    next: null,
  }),
) => {
  const { calls } = cloudAnswers({ listDeskQueue: answer });
  renderPage(<QueuePage />);
  await settle();
  return calls;
};
const answerFor = (roles: StaffRole[]) => () => ({ today, roles, rows, next: null });
const names = () =>
  screen
    .queryAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '')
    .filter((label) => label.includes('意外医疗'));
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
const tabs = () => screen.getAllByRole('tab').map((tab) => tab.textContent);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the queue of the desk', () => {
  it('shows the rows as the server orders them, each with its due day, alarm and whose turn it is in words', async () => {
    await openQueue();
    expect(names()).toEqual([
      '优先办理，张*，意外医疗，待受理，6月30日（周二）到期，还有 25 天，轮到我',
      '王*，意外医疗，待受理，6月3日（周三）到期，已超 2 天，已超期',
      '李*，意外医疗，待受理，6月6日（周六）到期，还有 1 天，快到期，轮到我',
    ]);
  });

  it('says when the desk has to pay, not when the family had to be answered', async () => {
    const row = rowSample('赵', { state: 'agreed', dueDay: '2026-06-09' });
    await openQueue(() => ({ today, roles: ['handler'], rows: [row], next: null }));
    expect(names()).toEqual([expect.stringContaining('6月9日（周二）到期')]);
  });

  it.each<[StaffRole[], string[]]>([
    [['handler'], ['待经办', '待批准', '待打款']],
    [['approver'], ['待批准', '待经办', '待打款']],
    [
      ['handler', 'approver'],
      ['轮到我', '待经办', '待批准', '待打款'],
    ],
    [['supervisor'], ['全部', '待经办', '待批准', '待打款']],
    [['panelist'], ['全部', '待经办', '待批准', '待打款']],
  ])('offers %j the queues %j', async (roles, words) => {
    const calls = await openQueue(answerFor(roles));
    expect(tabs()).toEqual(words);
    expect(screen.getAllByRole('tab')[0]).toHaveAttribute('aria-selected', 'true');
    expect(calls.map(({ input }) => input)).toEqual([{}]);
  });

  it('asks for another queue once, and says what will appear there', async () => {
    const calls = await openQueue(({ turn }) =>
      turn === 'approver' ? { today, roles: ['handler'], rows: [], next: null } : answerFor(['handler'])(),
    );
    await press('待批准', 'tab');
    expect(screen.getByText('这一步没有案件')).toBeVisible();
    await press('待经办', 'tab');
    expect(names()).toHaveLength(3);
    expect(calls.filter(({ input }) => input.turn === 'approver')).toHaveLength(1);
  });

  it('shows a supervisor first what is past its day, before the green channel', async () => {
    await openQueue(answerFor(['supervisor']));
    expect(names().map((label) => label.replace(/^优先办理，/, '').charAt(0))).toEqual(['王', '张', '李']);
  });

  it('goes on behind the last row, and keeps what came before', async () => {
    const next = '1|2026-06-06|1780000000000|clm_aaaaaaaaaaaaaaaaaaaaaaaa';
    const calls = await openQueue(({ after }) =>
      after === undefined
        ? { today, roles: ['handler'], rows, next }
        : { today, roles: ['handler'], rows: [rows[2], rowSample('陈')], next: null },
    );
    await press('看后面的案件');
    expect(calls[1]?.input).toEqual({ after: next });
    expect(names().map((label) => label.replace(/^优先办理，/, '').charAt(0))).toEqual([
      '张',
      '王',
      '李',
      '陈',
    ]);
    expect(screen.queryByRole('button', { name: '看后面的案件' })).toBeNull();
  });

  it('opens a case', async () => {
    await openQueue();
    await press(/^王\*/);
    expect(seen.navigations).toEqual(['navigateTo /packages/desk/pages/case/case?claimId=clm_王']);
  });

  it('says which case is of the own household, and leaves it out when going on to the next', async () => {
    const own = rowSample('孙', { mine: false, isOwnHousehold: true });
    const queue = [rowSample('张'), own, rowSample('李')];
    await openQueue(() => ({ today, roles: ['handler'], rows: queue, next: null }));
    expect(screen.getByText('自家的案子，由别人办')).toBeVisible();
    expect(names()[1]).toMatch(/，自家的案子，由别人办$/);
    await press(/^张\*/);
    expect(neighboursOf('clm_张')).toEqual({ before: undefined, after: 'clm_李' });
    await press(/^孙\*/);
    expect(neighboursOf('clm_孙')).toEqual({ before: 'clm_张', after: 'clm_李' });
  });

  it('tells what will appear here', async () => {
    await openQueue(() => ({ today, roles: ['handler'], rows: [], next: null }));
    expect(screen.getByText('没有等您处理的案件')).toBeVisible();
  });

  it('shows the request id when it cannot be had', async () => {
    await openQueue(() => refusal('INTERNAL', '系统出了点问题，我们已记下。请稍后再试。'));
    expect(screen.getByRole('alert')).toHaveTextContent('call-1');
    expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible();
  });
});
