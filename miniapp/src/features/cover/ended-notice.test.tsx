import { render, screen } from '@testing-library/react';
import { policySample } from '../../../test/components/claim-samples';
import { EndedNotice } from './ended-notice';

const show = (changes: Partial<typeof policySample>) =>
  render(<EndedNotice policy={{ ...policySample, lastDay: '2027-06-01', ...changes }} />);

describe('a policy at its end', () => {
  it('says since when nothing is covered, and until when it can be renewed', () => {
    show({ state: 'ended', renewableUntil: '2027-07-01' });
    expect(screen.getByText(/2027年6月2日 0 点起没有保障/)).toBeInTheDocument();
    expect(screen.getByText(/2027年7月1日以前还可以续/)).toBeInTheDocument();
    expect(screen.getByText('去续保')).toBeInTheDocument();
  });

  it('offers no renewal once its time is over', () => {
    show({ state: 'ended', renewableUntil: null });
    expect(screen.getByText(/续保的时间也过了/)).toBeInTheDocument();
    expect(screen.queryByText('去续保')).toBeNull();
  });

  it('leads to renewing while cover lasts, and says nothing before', () => {
    show({ state: 'active', renewableUntil: '2027-07-01' });
    expect(screen.getByText(/中间不断/)).toBeInTheDocument();
    const { container } = show({ state: 'active', renewableUntil: null });
    expect(container.innerHTML).toBe('');
  });
});
