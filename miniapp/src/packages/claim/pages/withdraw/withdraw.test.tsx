import { fireEvent, screen, waitFor } from '@testing-library/react';
import { claimSample } from 'shared/testing/sample-claims';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { answers, route, seen } from '../../../../../test/components/taro';
import WithdrawPage from './withdraw';

const press = (role: string, name: string) => fireEvent.click(screen.getByRole(role, { name }));
beforeEach(() => {
  route.params = { claimId: claimSample.claimId };
});

describe('taking a claim back', () => {
  it('asks for a reason first and sends nothing without one', async () => {
    const cloud = cloudAnswers({});
    renderPage(<WithdrawPage />);
    press('button', '撤回理赔');
    expect(await screen.findByText('请选一个原因。')).toBeInTheDocument();
    expect(cloud.calls).toEqual([]);
  });

  it('wants words where another reason is chosen, before it asks anything', async () => {
    const cloud = cloudAnswers({});
    renderPage(<WithdrawPage />);
    press('radio', '其他原因');
    fireEvent.change(screen.getByRole('textbox', { name: '写几个字' }), { target: { value: '……' } });
    press('button', '撤回理赔');
    expect(await screen.findByText('请用文字写清楚，不要只写数字、标点或表情。')).toBeInTheDocument();
    expect(seen.calls.map(({ name }) => name)).not.toContain('showModal');
    expect(cloud.calls).toEqual([]);
  });

  it('sends nothing when the person thinks again', async () => {
    const cloud = cloudAnswers({});
    answers.set('showModal', () => ({ confirm: false }));
    renderPage(<WithdrawPage />);
    press('radio', '填错了，要重新报');
    press('button', '撤回理赔');
    await waitFor(() => expect(seen.calls.map(({ name }) => name)).toContain('showModal'));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: '撤回理赔' })).toHaveAttribute('aria-disabled', 'false'),
    );
    expect(cloud.calls).toEqual([]);
  });

  it('sends the reason after the question and goes back to the progress', async () => {
    const cloud = cloudAnswers({ withdrawClaim: () => ({ claim: claimSample }) });
    answers.set('showModal', () => ({ confirm: true }));
    renderPage(<WithdrawPage />);
    press('radio', '其他原因');
    fireEvent.change(screen.getByRole('textbox', { name: '写几个字' }), {
      target: { value: '对方已经赔了' },
    });
    press('button', '撤回理赔');
    await waitFor(() =>
      expect(seen.navigations).toEqual([
        `redirectTo /packages/claim/pages/progress/progress?claimId=${claimSample.claimId}`,
      ]),
    );
    expect(cloud.calls[0]).toMatchObject({
      name: 'withdrawClaim',
      input: { claimId: claimSample.claimId, reason: '对方已经赔了' },
    });
  });

  it('says why it was not possible, with the call number', async () => {
    cloudAnswers({ withdrawClaim: () => refusal('CLAIM_STATE_WRONG', '这件理赔现在不能这样办。') });
    answers.set('showModal', () => ({ confirm: true }));
    renderPage(<WithdrawPage />);
    press('radio', '别人已经赔了');
    press('button', '撤回理赔');
    expect(await screen.findByText('没有撤回成功')).toBeInTheDocument();
    expect(screen.getByText(/call-1/)).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });
});
