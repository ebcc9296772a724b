import { fireEvent, screen, waitFor } from '@testing-library/react';
import { approvedSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import ObjectPage from './object';

const open = () => {
  const cloud = cloudAnswers({
    getMyClaim: () => ({ today: TODAY, claim: approvedSample }),
    answerDecision: () => ({ claim: approvedSample }),
  });
  renderPage(<ObjectPage />);
  return cloud;
};
const submit = async () => fireEvent.click(await screen.findByRole('button', { name: '提出异议' }));
const sent = (cloud: ReturnType<typeof open>) => cloud.calls.filter(({ name }) => name === 'answerDecision');

beforeEach(() => {
  route.params = { claimId: approvedSample.claimId };
});

describe('objecting', () => {
  it('says that it counts once and that somebody else reviews', async () => {
    open();
    expect(await screen.findByText(/异议只能提一次。会换一位同事从头复核/)).toBeInTheDocument();
  });

  it('wants a reason', async () => {
    const cloud = open();
    await submit();
    expect(await screen.findByText('请写明原因。')).toBeInTheDocument();
    expect(sent(cloud)).toEqual([]);
  });

  it('wants words, at the field, and keeps what was typed', async () => {
    const cloud = open();
    const field = await screen.findByRole('textbox', { name: '哪里不对' });
    fireEvent.change(field, { target: { value: '😀😀' } });
    await submit();
    expect(await screen.findByText('请用文字写清楚，不要只写数字、标点或表情。')).toBeInTheDocument();
    expect(field).toHaveValue('😀😀');
    expect(sent(cloud)).toEqual([]);
  });

  it('sends the reason with the version that was on the screen', async () => {
    const cloud = open();
    fireEvent.click(await screen.findByRole('button', { name: '有几张发票没有算进去' }));
    await submit();
    await waitFor(() => expect(seen.toasts).toEqual(['收到了，换一位同事复核']));
    expect(sent(cloud)).toMatchObject([
      { input: { version: 7, answer: { kind: 'object', reason: '有几张发票没有算进去' } } },
    ]);
  });
});
