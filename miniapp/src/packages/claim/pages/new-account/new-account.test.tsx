import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ClaimView } from 'shared/claim/claim-view';
import { approvedSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import NewAccountPage from './new-account';

const payout = (payee: number, state: 'paid' | 'failed'): ClaimView['payouts'][number] => ({
  purpose: 'claim',
  isCurrent: true,
  payee,
  amountFen: 115_222,
  state,
  failureReason: state === 'failed' ? '账户已销户' : null,
  settledAt: null,
});
const [first] = approvedSample.payees;
const second = {
  relation: 'heir' as const,
  holder: '李秀英',
  maskedNumber: '**** 9',
  bank: '农行',
  weight: 1,
};
const claim: ClaimView = {
  ...approvedSample,
  state: 'paymentFailed',
  payees: [...(first === undefined ? [] : [first]), second],
  payouts: [payout(0, 'paid'), payout(1, 'failed')],
  actions: ['correctAccount'],
};

beforeEach(() => {
  route.params = { claimId: claim.claimId };
});

it('says why the bank returned it, wants a right number, and mends the account of that payee alone', async () => {
  const cloud = cloudAnswers({
    getMyClaim: () => ({ today: TODAY, claim }),
    correctAccount: () => ({ claim }),
  });
  renderPage(<NewAccountPage />);
  expect(await screen.findByText(/银行说：账户已销户。/)).toBeInTheDocument();
  expect(screen.getByText('还要是李秀英本人的卡，赔款一分不少。')).toBeInTheDocument();
  const submit = () => fireEvent.click(screen.getByRole('button', { name: '用这张卡收款' }));
  submit();
  expect(await screen.findByText('银行卡号不对，请写 12 到 19 位数字。')).toBeInTheDocument();
  fireEvent.change(screen.getByRole('textbox', { name: '银行卡号或存折号' }), {
    target: { value: '6222021402007654321' },
  });
  fireEvent.click(screen.getByRole('button', { name: '工商银行' }));
  submit();
  await waitFor(() => expect(seen.toasts).toEqual(['换好了，重新打款']));
  expect(cloud.calls.filter(({ name }) => name === 'correctAccount')).toMatchObject([
    { input: { payee: 1, number: '6222021402007654321', bank: '工商银行' } },
  ]);
});
