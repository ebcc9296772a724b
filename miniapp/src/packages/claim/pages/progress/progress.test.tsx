import { act, fireEvent, screen } from '@testing-library/react';
import type { ClaimView } from 'shared/claim/claim-view';
import { claimSample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import ProgressPage from './progress';

const show = (change: Partial<ClaimView>, today = TODAY) => {
  cloudAnswers({ getMyClaim: () => ({ today, claim: { ...claimSample, ...change } }) });
  return renderPage(<ProgressPage />);
};

beforeEach(() => {
  route.params = { claimId: claimSample.claimId };
});

describe('the progress of a claim', () => {
  it('says the promised day as one sentence, with the days left', async () => {
    show({});
    expect(
      await screen.findByRole('img', { name: '最晚 6月12日（周五）前给您答复，还有 4 天' }),
    ).toBeInTheDocument();
    expect(screen.getByText('6月12日')).toBeInTheDocument();
    expect(screen.queryByText(/暂定的日子/)).toBeNull();
  });

  it('says plainly that a day is provisional', async () => {
    show({ promise: { day: '2027-01-06', provisional: true } });
    expect(await screen.findByText(/暂定的日子/)).toBeInTheDocument();
    expect(screen.getByText('最晚 2027年')).toBeInTheDocument();
    expect(screen.getByText('1月6日')).toBeInTheDocument();
  });

  it('owns up when the day has passed, with the number to call', async () => {
    show({}, '2026-06-15');
    expect(await screen.findByText(/请打 95519 催办，是我们晚了/)).toBeInTheDocument();
  });

  it('can be taken back only while that is allowed', async () => {
    const first = show({});
    await screen.findByText('6月12日');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '不想报了，撤回' })));
    expect(seen.navigations).toEqual([
      `navigateTo /packages/claim/pages/withdraw/withdraw?claimId=${claimSample.claimId}`,
    ]);
    first.unmount();
    show({ mayWithdraw: false });
    await screen.findByText('6月12日');
    expect(screen.queryByRole('button', { name: /撤回/ })).toBeNull();
  });

  it('shows the money instead of the day once it is decided, and leads to the statement', async () => {
    show({
      state: 'approved',
      decidedFen: 230_445,
      mayWithdraw: false,
      statement: {
        lines: [{ label: '赔给您', kind: 'total', amountFen: 230_445 }],
        formula: '(3,860.50 − 1,200.00 − 100.00) × 90% = 2,304.45',
        clause: '第四条',
        totalFen: 230_445,
        draws: 'medicalLimit',
        leftFen: 969_555,
      },
    });
    expect(await screen.findByText('2,304.45')).toBeInTheDocument();
    expect(screen.queryByText('6月12日')).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '看账单' })));
    expect(seen.navigations).toEqual([
      `navigateTo /packages/claim/pages/statement/statement?claimId=${claimSample.claimId}`,
    ]);
  });

  it('shows the call number and a way on when the claim cannot be had', async () => {
    cloudAnswers({ getMyClaim: () => refusal('CLAIM_NOT_FOUND', '没有找到这件理赔。') });
    renderPage(<ProgressPage />);
    expect(await screen.findByText('没有找到这件理赔。')).toBeInTheDocument();
    expect(screen.getByText('求助时报这个编号：call-1')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument();
  });
});
