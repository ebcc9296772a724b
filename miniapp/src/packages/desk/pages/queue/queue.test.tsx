import { fireEvent, screen } from '@testing-library/react';
import QueuePage from './queue';
import type { QueueRow } from 'shared/claim/case-view';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';
import { seen } from '../../../../../test/components/taro';

const rowOf = (name: string, day: string, mine: boolean): QueueRow => ({
  claimId: `clm_${name}`,
  claimNumber: '3504210001',
  maskedName: `${name}*`,
  kind: 'medical',
  state: 'reported',
  stateText: '已报案',
  townshipName: '城关乡',
  promise: { day, provisional: false },
  reportedAt: 1_780_000_000_000,
  mine,
});
const rows = [
  rowOf('张', '2026-06-03', false),
  rowOf('王', '2026-06-06', true),
  rowOf('李', '2026-06-20', true),
];

const openQueue = async (answer: unknown) => {
  cloudAnswers({ listDeskQueue: () => answer });
  renderPage(<QueuePage />);
  await settle();
};
const names = () =>
  screen
    .queryAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '')
    .filter((label) => label.includes('意外医疗'));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the queue of the desk', () => {
  it('shows what waits for the caller, first due first as the server gives it', async () => {
    await openQueue({ today: '2026-06-05', rows });
    expect(names()).toEqual([
      expect.stringMatching(/^王\*.*还有 1 天/),
      expect.stringMatching(/^李\*.*还有 15 天/),
    ]);
  });

  it('shows all that is not over, and which of it is the caller’s', async () => {
    await openQueue({ today: '2026-06-05', rows });
    fireEvent.click(screen.getByRole('tab', { name: /^全部/ }));
    expect(names()).toEqual([
      expect.stringMatching(/^张\*.*已超 2 天$/),
      expect.stringMatching(/^王\*.*待我处理$/),
      expect.stringMatching(/^李\*.*待我处理$/),
    ]);
  });

  it('opens a case', async () => {
    await openQueue({ today: '2026-06-05', rows });
    fireEvent.click(screen.getByRole('button', { name: /^王\*/ }));
    expect(seen.navigations).toEqual(['navigateTo /packages/desk/pages/case/case?claimId=clm_王']);
  });

  it('tells what will appear here, and where the others’ cases are', async () => {
    await openQueue({ today: '2026-06-05', rows: rows.slice(0, 1) });
    expect(screen.getByText('没有等您处理的案件')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '看全部案件' }));
    expect(names()).toHaveLength(1);
  });

  it('shows the request id when it cannot be had', async () => {
    await openQueue(refusal('INTERNAL', '系统出了点问题，我们已记下。请稍后再试。'));
    expect(screen.getByRole('alert')).toHaveTextContent('call-1');
    expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible();
  });
});
