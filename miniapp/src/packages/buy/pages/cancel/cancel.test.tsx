import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { CancellationView } from 'shared/policy/cancellation-view';
import { policySample } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { answers, route, seen } from '../../../../../test/components/taro';
import CancelPage from './cancel';

const { policyId } = policySample;
const cancellation: CancellationView = {
  premiumFen: 100_00,
  feeRatio: 0,
  elapsedDays: 73,
  daysInPeriod: 365,
  refundFen: 80_00,
  refunds: [{ to: 'you', amountFen: 80_00 }],
  lastDay: '2026-06-08',
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const preview = (changes: Partial<CancellationView> = {}) => ({
  policy: policySample,
  cancellation: { ...cancellation, ...changes },
});
const says = (answer: boolean) => answers.set('showModal', () => ({ confirm: answer }));
beforeEach(() => {
  route.params = { policyId };
});

describe('leaving a policy', () => {
  it('shows the calculation in words and figures, to whom it goes, and when cover ends', async () => {
    cloudAnswers({ previewCancellation: () => preview() });
    renderPage(<CancelPage />);
    expect(await screen.findByText('73 天 / 365 天')).toBeInTheDocument();
    expect(screen.getByText('100.00 元 × 还没过的 292 天 ÷ 全年 365 天 = 80.00 元')).toBeInTheDocument();
    expect(screen.getByText('退到您付款的微信')).toBeInTheDocument();
    expect(screen.getByText(/保障到今天（2026年6月8日）24 点为止/)).toBeInTheDocument();
  });

  it('names a fee that the plan takes, and the relative who paid', async () => {
    const changes = {
      feeRatio: 2500,
      refundFen: 60_00,
      refunds: [{ to: 'relative' as const, amountFen: 60_00 }],
    };
    cloudAnswers({ previewCancellation: () => preview(changes) });
    renderPage(<CancelPage />);
    expect(await screen.findByText(/× 75%（扣手续费 25%）/)).toBeInTheDocument();
    expect(screen.getByText('退到替您付款的家人的微信')).toBeInTheDocument();
  });

  it('says that everything goes back before the start', async () => {
    cloudAnswers({
      previewCancellation: () => preview({ elapsedDays: 0, refundFen: 100_00, lastDay: null }),
    });
    renderPage(<CancelPage />);
    expect(await screen.findByText('保障还没有开始，保费全部退还。')).toBeInTheDocument();
    expect(screen.getByText(/保障不会开始/)).toBeInTheDocument();
  });

  it('does nothing when the person thinks again', async () => {
    const cloud = cloudAnswers({ previewCancellation: () => preview() });
    says(false);
    renderPage(<CancelPage />);
    await screen.findByText('73 天 / 365 天');
    press('退保');
    await waitFor(() => expect(seen.calls.map(({ name }) => name)).toContain('showModal'));
    expect(cloud.calls.map(({ name }) => name)).toEqual(['previewCancellation']);
  });

  it('asks once, cancels for the amount that was seen, and tells what happens next', async () => {
    const cloud = cloudAnswers({ previewCancellation: () => preview(), cancelPolicy: () => preview() });
    says(true);
    renderPage(<CancelPage />);
    await screen.findByText('73 天 / 365 天');
    press('退保');
    expect(await screen.findByText('退保办好了')).toBeInTheDocument();
    expect(screen.getByText('80.00 元原路退回')).toBeInTheDocument();
    expect(screen.getByText(/今天 24 点前出的意外，仍然可以理赔/)).toBeInTheDocument();
    const sent = cloud.calls.filter(({ name }) => name === 'cancelPolicy');
    expect(sent).toMatchObject([{ input: { policyId, refundFen: 80_00 } }]);
    press('知道了');
    await waitFor(() =>
      expect(seen.navigations).toEqual([
        `redirectTo /packages/buy/pages/certificate/certificate?policyId=${policyId}`,
      ]),
    );
  });

  it('shows the new amount when the day has turned meanwhile, and the policy stays', async () => {
    let day = 73;
    cloudAnswers({
      previewCancellation: () => preview({ elapsedDays: day }),
      cancelPolicy: () => {
        day = 74;
        return refusal('REFUND_CHANGED', '能退的金额变了，请再看一遍再退。');
      },
    });
    says(true);
    renderPage(<CancelPage />);
    await screen.findByText('73 天 / 365 天');
    press('退保');
    expect(await screen.findByText('74 天 / 365 天')).toBeInTheDocument();
    expect(screen.getByText('能退的金额变了，请再看一遍再退。')).toBeInTheDocument();
  });

  it('says why it cannot be cancelled, and offers no button for it', async () => {
    cloudAnswers({
      previewCancellation: () => refusal('CANCEL_HAS_CLAIM', '这份保单有正在办理或已赔过的理赔，不能退保。'),
    });
    renderPage(<CancelPage />);
    expect(await screen.findByText(/不能退保/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '退保' })).toBeNull();
  });
});
