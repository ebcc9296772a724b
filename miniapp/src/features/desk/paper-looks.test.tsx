import { fireEvent, screen } from '@testing-library/react';
import { instantAt } from 'shared/time/china-day';
import { cloudAnswers, refusal, renderPage } from '../../../test/components/cloud';
import { PaperLooks } from './paper-looks';

const claimId = `clm_${'a'.repeat(24)}`;
const look = (time: string, part: object = {}) => ({
  at: instantAt('2026-06-05', time),
  role: 'handler',
  staffName: '周敏',
  papers: [0, 1],
  voice: false,
  ...part,
});

describe('who looked at the papers', () => {
  it('is asked for when wanted, then further back', async () => {
    const next = instantAt('2026-06-05', '09:00');
    const { calls } = cloudAnswers({
      listPaperViews: ({ before }) =>
        before === null
          ? { views: [look('09:30', { voice: true })], next }
          : { views: [look('08:00', { role: 'member', staffName: null })], next: null },
    });
    renderPage(<PaperLooks claimId={claimId} />);
    expect(calls).toEqual([]);
    fireEvent.click(screen.getByText('看记录'));
    expect(await screen.findByText('周敏（理赔经办人）')).toBeInTheDocument();
    expect(screen.getByText('看了 2 张照片、录音')).toBeInTheDocument();
    fireEvent.click(screen.getByText('看更早的'));
    expect(await screen.findByText('投保家庭')).toBeInTheDocument();
    expect(screen.getByText('周敏（理赔经办人）')).toBeInTheDocument();
    expect(screen.queryByText('看更早的')).toBeNull();
    expect(calls.map(({ input }) => input['before'])).toEqual([null, next]);
  });

  it('says why it cannot be had', async () => {
    cloudAnswers({ listPaperViews: () => refusal('CLAIM_NOT_FOUND', '没有找到这件理赔。') });
    renderPage(<PaperLooks claimId={claimId} />);
    fireEvent.click(screen.getByText('看记录'));
    expect(await screen.findByText('没有找到这件理赔。')).toBeInTheDocument();
  });
});
