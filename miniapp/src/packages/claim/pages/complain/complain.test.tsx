import { act, fireEvent, screen } from '@testing-library/react';
import type { ComplaintView } from 'shared/complaint/complaint.contracts';
import { instantAt } from 'shared/time/china-day';
import { claimSample } from 'shared/testing/sample-claims';
import { policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import ComplainPage from './complain';

const complaint: ComplaintView = {
  complaintId: `cmp_${'a'.repeat(24)}`,
  complaintNumber: '3504212600000000000001',
  about: { kind: 'claim', id: claimSample.claimId, number: claimSample.claimNumber },
  words: '打了三次电话，没有人告诉我办到哪一步。',
  state: 'open',
  raisedAt: instantAt(TODAY, '09:00'),
  dueDay: '2026-06-23',
  answer: null,
};

const open = (complain: Operation = () => ({ complaint })) => {
  const { calls } = cloudAnswers({ complain });
  renderPage(<ComplainPage />);
  return () => calls.filter(({ name }) => name === 'complain').map(({ input }) => input);
};
const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const WORDS = '哪里不满意';
const PHONE = '打哪个电话找您（可以不填）';

beforeEach(() => {
  route.params = { claimId: claimSample.claimId };
});

describe('a family complains', () => {
  it('about a claim, in its own words; then knows the last day for an answer', async () => {
    const sent = open();
    expect(screen.getByText('最晚 15 天给您答复')).toBeInTheDocument();
    type(WORDS, complaint.words);
    await press('提交投诉');
    expect(sent()).toMatchObject([
      { about: { kind: 'claim', claimId: claimSample.claimId }, words: complaint.words, phone: null },
    ]);
    expect(await screen.findByText('收到您的投诉')).toBeInTheDocument();
    expect(screen.getByText(/最晚 2026年6月23日（周二）答复您/)).toBeInTheDocument();
    await press('我的投诉和答复');
    expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/complaints/complaints']);
  });

  it('in words: pictures alone are refused at the field and not sent', async () => {
    const sent = open();
    type(WORDS, '😀😀😀😀');
    await press('提交投诉');
    expect(await screen.findByText('请用文字写清楚，不要只写数字、标点或表情。')).toBeInTheDocument();
    expect(screen.getByLabelText(WORDS)).toHaveValue('😀😀😀😀');
    expect(sent()).toEqual([]);
  });

  it('about a policy, with a number to be called at', async () => {
    route.params = { policyId: policySample.policyId };
    const sent = open();
    type(WORDS, '保单上的名字写错了，没人改。');
    type(PHONE, '13850801234');
    await press('提交投诉');
    expect(sent()).toMatchObject([
      { about: { kind: 'policy', policyId: policySample.policyId }, phone: '13850801234' },
    ]);
  });

  it('is told what is missing at its place, and nothing is sent', async () => {
    const sent = open();
    type(PHONE, '12345');
    await press('提交投诉');
    expect(screen.getByText('请写几句，哪里不满意。')).toBeInTheDocument();
    expect(screen.getByText('手机号不对，请写 11 位手机号。')).toBeInTheDocument();
    expect(sent()).toEqual([]);
  });

  it('keeps one request id over a lost answer, and its words', async () => {
    let losses = 1;
    const sent = open(() => {
      losses -= 1;
      return losses >= 0 ? refusal('TIMEOUT', '等得太久没有回音，请再试一次。') : { complaint };
    });
    type(WORDS, complaint.words);
    await press('提交投诉');
    expect(await screen.findByText('等得太久没有回音，请再试一次。')).toBeInTheDocument();
    expect(screen.getByLabelText(WORDS)).toHaveValue(complaint.words);
    await press('提交投诉');
    const ids = sent().map((input) => input['requestId']);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('is told when the last one still waits', async () => {
    const words = '这件事的投诉正在办，请等答复。着急可以打客服电话。';
    open(() => refusal('COMPLAINT_OPEN', words));
    type(WORDS, complaint.words);
    await press('提交投诉');
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
