import { act, fireEvent, screen } from '@testing-library/react';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import CheckPage from './check';

const open = (policy: object | null, scene: string) => {
  route.params = { scene };
  const cloud = cloudAnswers({
    checkCertificate: () => ({ standing: policy === null ? 'unknown' : 'genuine', policy }),
  });
  renderPage(<CheckPage />);
  return cloud;
};

describe('whoever scans a certificate', () => {
  it('is led home from a code that is not ours, whatever stands in it', async () => {
    const { calls } = open(null, '%E0%A4%A');
    const home = await screen.findByRole('button', { name: '去首页' });
    await act(async () => fireEvent.click(home));
    expect(screen.getByText('查不到这份保单')).toBeInTheDocument();
    expect(seen.navigations).toEqual(['switchTab /pages/home/home']);
    expect(calls).toMatchObject([{ input: { code: '' } }]);
  });

  it('sees of a genuine one the masked name alone, and can call the insurer', async () => {
    const policy = {
      policyNumber: '350421260000000000001',
      planName: '家庭意外险 100 元',
      productName: '家庭意外伤害保险',
      isSample: false,
      insurerName: '示例人寿保险股份有限公司',
      hotline: '95519',
      startDay: '2026-12-01',
      lastDay: '2027-11-30',
      cancelledOn: null,
      maskedHolderName: '王*国',
    };
    open(policy, 'a'.repeat(32));
    expect(await screen.findByText('王*国')).toBeInTheDocument();
    const call = screen.getByRole('button', { name: '打客服电话 95519' });
    await act(async () => fireEvent.click(call));
    expect(seen.calls).toContainEqual({
      name: 'makePhoneCall',
      options: expect.objectContaining({ phoneNumber: '95519' }) as unknown,
    });
  });
});
