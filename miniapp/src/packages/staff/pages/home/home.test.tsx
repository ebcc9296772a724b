import { act, fireEvent, screen } from '@testing-library/react';
import StaffHomePage from './home';
import { textOf } from 'shared/errors/catalogue';
import { EMPTY_TALLY } from 'shared/report/figures';
import type { ReferralView } from 'shared/referral/referral-view';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';

const linkOf = (code: string, createdAt: number, revoked = false): ReferralView => ({
  code,
  villageCode: '350421200201',
  villageName: '坪埠村',
  campaign: '2026 年度参保',
  path: `/pages/home/home?ref=${code}`,
  shareTitle: `坪埠村参保入口 ${code}`,
  createdAt,
  revoked,
});
const old = linkOf('ABCDEFGH23', 1_780_000_000_000);
const fresh = linkOf('ZYXWVUTS98', 1_780_000_100_000);

const openHome = async (referrals: ReferralView[], createReferral: Operation) => {
  const { calls } = cloudAnswers({
    getStaffHome: () => ({
      today: '2026-06-05',
      month: '2026-06',
      staffName: '陈桂花',
      role: 'specialist',
      region: {
        regionCode: '350421200201',
        name: '坪埠村',
        level: 'village',
        tally: { ...EMPTY_TALLY, households: 1, insured: 3, premiumFen: 10_000 },
      },
      year: { ...EMPTY_TALLY, households: 4, insured: 12, premiumFen: 40_000 },
      referrals,
    }),
    createReferral,
  });
  renderPage(<StaffHomePage />);
  await settle();
  return calls;
};

const made = (calls: { name: string; input: Record<string, unknown> }[]) =>
  calls.filter(({ name }) => name === 'createReferral').map(({ input }) => input);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the village link', () => {
  it('shows the village as one sentence with neither names nor a target', async () => {
    await openHome([old], () => ({ referral: fresh }));
    expect(screen.getByText('坪埠村今年已有 4 户参保，保费 400 元；其中本月 1 户、100 元。')).toBeVisible();
  });

  it('makes one link for one wish, however often the button is pressed', async () => {
    const calls = await openHome([], () => ({ referral: fresh }));
    const button = screen.getByRole('button', { name: '做一个链接' });
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    await settle();
    expect(made(calls)).toHaveLength(1);
    expect(screen.getByRole('button', { name: '分享到群' })).toBeVisible();
    expect(screen.getByText(fresh.shareTitle)).toBeVisible();
  });

  it('keeps the request id when the answer was lost, so that a retry makes no second link', async () => {
    let losses = 1;
    const calls = await openHome([], () => {
      losses -= 1;
      return losses >= 0 ? refusal('TIMEOUT', textOf('TIMEOUT')) : { referral: fresh };
    });
    fireEvent.click(screen.getByRole('button', { name: '做一个链接' }));
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent(textOf('TIMEOUT'));
    fireEvent.click(screen.getByRole('button', { name: '做一个链接' }));
    await settle();
    const ids = made(calls).map((input) => input.requestId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('shares the newest link that still counts', async () => {
    await openHome([old, linkOf('QQQQWWWW22', 1_790_000_000_000, true), fresh], () => ({ referral: fresh }));
    expect(screen.getByText(fresh.shareTitle)).toBeVisible();
    expect(screen.queryByText(old.shareTitle)).toBeNull();
  });
});
