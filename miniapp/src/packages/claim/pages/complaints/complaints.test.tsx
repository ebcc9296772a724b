import { screen } from '@testing-library/react';
import type { ComplaintView } from 'shared/complaint/complaint.contracts';
import { instantAt } from 'shared/time/china-day';
import { claimSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import ComplaintsPage from './complaints';

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

describe('the complaints of a family', () => {
  const show = (complaints: ComplaintView[]) => {
    cloudAnswers({ listMyComplaints: () => ({ today: TODAY, complaints }) });
    renderPage(<ComplaintsPage />);
  };

  it('show the day by which an answer comes, and the answer once it is there', async () => {
    show([
      complaint,
      {
        ...complaint,
        complaintId: `cmp_${'b'.repeat(24)}`,
        state: 'answered',
        answer: { at: instantAt('2026-06-10', '10:00'), words: '对不起，今天已经给您打电话说明了。' },
      },
    ]);
    expect(await screen.findByText('6月23日（周二）')).toBeInTheDocument();
    expect(screen.getByText('6月10日（周三）答复您')).toBeInTheDocument();
    expect(screen.getByText('对不起，今天已经给您打电话说明了。')).toBeInTheDocument();
  });

  it('say where one may complain when there are none', async () => {
    show([]);
    expect(await screen.findByText('没有投诉')).toBeInTheDocument();
  });
});
