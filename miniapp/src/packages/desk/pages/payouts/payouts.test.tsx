import { fireEvent, screen, within } from '@testing-library/react';
import PayoutsPage from './payouts';
import type { PayoutView } from 'shared/payout/payout.contracts';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';
import { answers, seen } from '../../../../../test/components/taro';

const payoutId = `pay_${'a'.repeat(24)}`;
const payoutOf = (part: Partial<PayoutView>): PayoutView => ({
  payoutId,
  claimId: `clm_${'b'.repeat(24)}`,
  claimNumber: '3504210001',
  amountFen: 230_445,
  account: { holder: '王建国', number: '6222021402001234567', bank: '农商银行' },
  state: 'ready',
  bankReference: null,
  failureReason: null,
  createdAt: 1_780_000_000_000,
  settledAt: null,
  ...part,
});

const openPayouts = async (payout: PayoutView) => {
  const { calls } = cloudAnswers({
    listPayouts: () => ({ payouts: [payout] }),
    sendPayout: () => ({ payout: payoutOf({ state: 'sent' }) }),
    recordPayoutResult: () => ({ payout: payoutOf({ state: 'paid' }) }),
  });
  renderPage(<PayoutsPage />);
  await settle();
  return calls;
};
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the cashier', () => {
  it('moves no money before the amount and the full account were confirmed', async () => {
    const calls = await openPayouts(payoutOf({}));
    answers.set('showModal', () => ({ confirm: false, cancel: true }));
    await press('交银行打款');
    const asked = seen.calls.find(({ name }) => name === 'showModal')?.options;
    expect(JSON.stringify(asked)).toContain('2,304.45');
    expect(JSON.stringify(asked)).toContain('6222021402001234567');
    expect(calls.map(({ name }) => name)).not.toContain('sendPayout');

    answers.set('showModal', () => ({ confirm: true, cancel: false }));
    await press('交银行打款');
    expect(calls.filter(({ name }) => name === 'sendPayout')).toHaveLength(1);
  });

  it('copies the bare digits that the bank form wants', async () => {
    await openPayouts(payoutOf({}));
    expect(screen.getByText('6222 0214 0200 1234 567')).toBeVisible();
    await press('复制卡号');
    expect(seen.calls).toContainEqual({ name: 'setClipboardData', options: { data: '6222021402001234567' } });
  });

  it('enters a payment only with the bank reference', async () => {
    const calls = await openPayouts(payoutOf({ state: 'sent' }));
    await press(/^已交银行/, 'tab');
    await press('登记到账');
    const sheet = within(screen.getByRole('dialog', { name: '登记到账' }));
    fireEvent.change(sheet.getByRole('textbox', { name: '银行流水号' }), { target: { value: '123' } });
    await press('确认已到账');
    fireEvent.change(sheet.getByRole('textbox', { name: '银行流水号' }), { target: { value: '……——' } });
    expect(sheet.getByText('请照银行回单写流水号，有数字或字母。')).toBeVisible();
    await press('确认已到账');
    expect(calls.map(({ name }) => name)).not.toContain('recordPayoutResult');
    fireEvent.change(sheet.getByRole('textbox', { name: '银行流水号' }), { target: { value: ' ICBC0001 ' } });
    await press('确认已到账');
    const entered = calls.find(({ name }) => name === 'recordPayoutResult')?.input;
    expect(entered).toMatchObject({ payoutId, result: { outcome: 'paid', bankReference: 'ICBC0001' } });
  });

  it('enters a returned transfer with the reason that the family reads, and offers to send it again', async () => {
    const calls = await openPayouts(payoutOf({ state: 'sent' }));
    await press(/^已交银行/, 'tab');
    await press('银行退回');
    await press('卡号不存在，银行退回。');
    await press('确认被退回');
    const entered = calls.find(({ name }) => name === 'recordPayoutResult')?.input;
    expect(entered).toMatchObject({ result: { outcome: 'failed', reason: '卡号不存在，银行退回。' } });
  });

  it('keeps a returned transfer among those to send, with the bank reason', async () => {
    await openPayouts(payoutOf({ state: 'failed', failureReason: '卡号不存在，银行退回。' }));
    expect(screen.getByText('卡号不存在，银行退回。')).toBeVisible();
    expect(screen.getByRole('button', { name: '再交银行打款' })).toBeVisible();
  });
});
