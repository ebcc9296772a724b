import { act, fireEvent, screen, within } from '@testing-library/react';
import type { DeskComplaint } from 'shared/complaint/complaint.contracts';
import { instantAt } from 'shared/time/china-day';
import { claimSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { seen } from '../../../../../test/components/taro';
import ComplaintsPage from './complaints';

const complaint: DeskComplaint = {
  complaintId: `cmp_${'a'.repeat(24)}`,
  complaintNumber: '3504212600000000000001',
  about: { kind: 'claim', id: claimSample.claimId, number: claimSample.claimNumber },
  maskedName: '王*国',
  words: '打了三次电话，没有人告诉我办到哪一步。',
  phone: '13850801234',
  state: 'open',
  raisedAt: instantAt('2026-05-20', '09:00'),
  dueDay: '2026-06-04',
  alarm: 'escalated',
  answer: null,
  notMine: null,
};
const other: DeskComplaint = {
  ...complaint,
  complaintId: `cmp_${'b'.repeat(24)}`,
  maskedName: '张*强',
  phone: null,
  dueDay: '2026-06-10',
  alarm: 'warned',
  notMine: 'ownWork',
};

const open = (answerComplaint: Operation = () => ({ complaint: { ...complaint, notMine: 'answered' } })) => {
  const { calls } = cloudAnswers({
    listComplaints: ({ state }) => ({
      today: TODAY,
      complaints:
        state === 'open'
          ? [complaint, other]
          : [
              {
                ...complaint,
                state: 'answered',
                notMine: 'answered',
                answer: {
                  at: instantAt('2026-06-08', '10:00'),
                  words: '已经打电话说明了。',
                  staffName: '黄梅',
                },
              },
            ],
      next: null,
    }),
    answerComplaint,
  });
  renderPage(<ComplaintsPage />);
  return calls;
};
const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const write = (value: string) =>
  fireEvent.change(screen.getByLabelText('答复，家属看得到'), { target: { value } });

describe('complaints at the desk', () => {
  it('say by when, and own up to a day that has passed', async () => {
    open();
    expect(await screen.findByText('过期 4 天')).toBeInTheDocument();
    expect(screen.getByText('还有 2 天')).toBeInTheDocument();
    expect(screen.getAllByText(complaint.words)).toHaveLength(2);
  });

  it('lead to the case, and to the phone that the family left', async () => {
    open();
    await press('打给家属 13850801234');
    expect(seen.calls).toContainEqual({ name: 'makePhoneCall', options: { phoneNumber: '13850801234' } });
    const [first] = await screen.findAllByRole('button', { name: `理赔 ${claimSample.claimNumber}` });
    await act(async () => fireEvent.click(first as HTMLElement));
    expect(seen.navigations).toEqual([
      `navigateTo /packages/desk/pages/case/case?claimId=${claimSample.claimId}`,
    ]);
  });

  it('are answered in words of one`s own; a beginning alone is no answer', async () => {
    const calls = open();
    await press('写答复');
    const sheet = within(screen.getByRole('dialog', { name: '答复王*国家' }));
    const send = sheet.getByRole('button', { name: /发给家属/ });
    await act(async () => fireEvent.click(sheet.getByRole('button', { name: /^我们核实了经过/ })));
    expect(send).toHaveAttribute('aria-disabled', 'true');
    write('我们核实了经过，情况是：昨天换了经办人，今天下午给您打电话。');
    await act(async () => fireEvent.click(send));
    expect(calls.filter(({ name }) => name === 'answerComplaint')).toMatchObject([
      {
        input: { complaintId: complaint.complaintId, words: expect.stringContaining('换了经办人') as string },
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(seen.toasts).toEqual(['发给家属了']);
  });

  it('keep the words when a colleague was faster', async () => {
    const words = '这件投诉已经答复过了，请刷新看看。';
    open(() => refusal('COMPLAINT_ANSWERED', words));
    await press('写答复');
    write('今天下午给您打电话说明。');
    await press('发给家属');
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByLabelText('答复，家属看得到')).toHaveValue('今天下午给您打电话说明。');
  });

  it('are not answered by who had a part in it', async () => {
    open();
    expect(await screen.findByText('您经手过这件案子，由另一位主管答复。')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: '写答复' })).toHaveLength(1);
  });

  it('stay to be read once answered, with who did', async () => {
    open();
    await act(async () => fireEvent.click(await screen.findByRole('tab', { name: '已答复' })));
    expect(await screen.findByText('答复（黄梅，6月8日（周一））')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '写答复' })).toBeNull();
  });

  it('come page by page, and from the first again once one was answered', async () => {
    const place = `2026-06-04|1780000000000|${complaint.complaintId}`;
    const { calls } = cloudAnswers({
      listComplaints: ({ after }) => ({
        today: TODAY,
        complaints: after === place ? [{ ...other, notMine: null }] : [complaint],
        next: after === place ? null : place,
      }),
      answerComplaint: () => ({ complaint: { ...other, notMine: 'answered' } }),
    });
    renderPage(<ComplaintsPage />);
    await press('看后面的投诉');
    expect(screen.getAllByText(complaint.words)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: '看后面的投诉' })).toBeNull();
    const [, second] = screen.getAllByRole('button', { name: '写答复' });
    await act(async () => fireEvent.click(second as HTMLElement));
    write('今天就给您打电话说明。');
    await press('发给家属');
    expect(await screen.findByRole('button', { name: '看后面的投诉' })).toBeInTheDocument();
    expect(screen.getAllByText(complaint.words)).toHaveLength(1);
    expect(calls.filter(({ name }) => name === 'answerComplaint')).toHaveLength(1);
  });
});
