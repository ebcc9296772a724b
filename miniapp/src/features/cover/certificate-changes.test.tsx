import { fireEvent, render, screen } from '@testing-library/react';
import { correctableSample, policySample } from '../../../test/components/claim-samples';
import { seen } from '../../../test/components/taro';
import { CertificateChanges } from './certificate-changes';

const shown = (state: (typeof policySample)['state'], policy = policySample) =>
  render(<CertificateChanges policy={{ ...policy, state }} />);

describe('ways to change a policy', () => {
  it('are correcting and leaving before the start', () => {
    shown('notStarted', correctableSample('all'));
    fireEvent.click(screen.getByText('改正姓名或证件号'));
    fireEvent.click(screen.getByText('退保'));
    expect(seen.navigations).toEqual([
      `navigateTo /packages/buy/pages/correct/correct?policyId=${policySample.policyId}`,
      `navigateTo /packages/buy/pages/cancel/cancel?policyId=${policySample.policyId}`,
    ]);
  });
  it('are correcting also on a gift that was just opened', () => {
    shown('active', correctableSample('all'));
    expect(screen.getByText('单位送的保障，领取后 10 天内可以改')).toBeInTheDocument();
  });
  it('are recording the ID number of a child insured by birth certificate', () => {
    shown('active', correctableSample('idNumber'));
    expect(screen.getByText('用出生证明保的孩子，上了户口就可以填')).toBeInTheDocument();
    fireEvent.click(screen.getByText('补填孩子的身份证号'));
    expect(seen.navigations).toEqual([
      `navigateTo /packages/buy/pages/correct/correct?policyId=${policySample.policyId}`,
    ]);
  });
  it('are only leaving during the year, and none afterwards', () => {
    const { unmount } = shown('active');
    expect(screen.queryByText('改正姓名或证件号')).toBeNull();
    expect(screen.getByText('退保')).toBeInTheDocument();
    unmount();
    shown('cancelled');
    expect(screen.queryByText('退保')).toBeNull();
  });
});
