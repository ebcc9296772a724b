import { act, fireEvent, screen } from '@testing-library/react';
import type { ClaimView } from 'shared/claim/claim-view';
import { approvedSample, claimSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { ownFiles, route, seen } from '../../../../../test/components/taro';
import { readStored, writeStored } from '@/lib/storage/storage';
import ProgressPage from './progress';

const show = (change: Partial<ClaimView>, today = TODAY) => {
  const { calls } = cloudAnswers({ getMyClaim: () => ({ today, claim: { ...claimSample, ...change } }) });
  return { ...renderPage(<ProgressPage />), calls };
};

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const page = (name: string) =>
  `navigateTo /packages/claim/pages/${name}/${name}?claimId=${claimSample.claimId}`;

beforeEach(() => {
  route.params = { claimId: claimSample.claimId };
});

describe('the progress of a claim', () => {
  it('comes in one call', async () => {
    const { calls } = show({});
    await screen.findByText('6月12日');
    expect(calls.map(({ name }) => name)).toEqual(['getMyClaim']);
  });

  it('says the promised day as one sentence, with the time left as a bar', async () => {
    show({});
    expect(await screen.findByRole('img', { name: '最晚 6月12日（周五）前给您答复' })).toBeInTheDocument();
    expect(screen.getByText('6月12日')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '还有 4 个工作日，6月12日（周五）前' })).toBeInTheDocument();
    expect(screen.queryByText(/暂定的日子/)).toBeNull();
  });

  it('says plainly that a day is provisional', async () => {
    show({ promise: { day: '2027-01-06', provisional: true } });
    expect(await screen.findByText(/暂定的日子/)).toBeInTheDocument();
    expect(screen.getByText('最晚 2027年')).toBeInTheDocument();
    expect(screen.getByText('1月6日')).toBeInTheDocument();
  });

  it('owns up when the day has passed, with the number to call', async () => {
    const words = '比说好的6月12日（周五）晚了 3 天，主管在催办';
    show({ clock: { share: 1, words, state: 'overdue' } }, '2026-06-15');
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('是我们晚了。您也可以打 95519 催办。')).toBeInTheDocument();
  });

  it('stands still while papers are awaited: the reason, no day, and one way on', async () => {
    const words = '暂停中：等您补材料。今天补齐的话，最晚6月16日（周二）答复';
    show({
      state: 'papersAsked',
      clock: { share: 0.5, words, state: 'paused' },
      missingPapers: [{ paper: 'invoice', called: '医院发票', photos: 0 }],
      timeline: [
        {
          state: 'papersAsked',
          text: '等您补材料',
          status: 'paused',
          at: 1_780_000_000_000,
          note: '还缺：医院发票。',
        },
      ],
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByText('6月12日')).toBeNull();
    await press('补材料');
    expect(seen.navigations).toEqual([page('more-papers')]);
  });

  it('deletes photos that were never sent once the claim takes none any more', async () => {
    const draft = 'draft:more-papers:' + claimSample.claimId;
    const path = 'wxfile://usr/unsent-a.jpg';
    ownFiles.set(path, 'a.jpg');
    writeStored(draft, { photos: [{ path, fileId: '', of: '医院发票' }] });
    const first = show({ actions: ['sendPapers'] });
    await screen.findByText('6月12日');
    expect(ownFiles.size).toBe(1);
    expect(readStored(draft)).toBeDefined();
    first.unmount();
    show({ actions: [] });
    await screen.findByText('6月12日');
    expect([ownFiles.size, readStored(draft)]).toEqual([0, undefined]);
  });

  it('can be taken back only while that is allowed', async () => {
    const first = show({});
    await screen.findByText('6月12日');
    await press('不想报了，撤回');
    expect(seen.navigations).toEqual([page('withdraw')]);
    first.unmount();
    show({ actions: [] });
    await screen.findByText('6月12日');
    expect(screen.queryByRole('button', { name: /撤回/ })).toBeNull();
  });

  it.each([
    ['a decision', approvedSample, '看账单', 'statement'],
    [
      'a payment that came back',
      { ...approvedSample, state: 'paymentFailed', actions: ['correctAccount'] },
      '换一张卡',
      'new-account',
    ],
    ['a paid claim', { ...approvedSample, state: 'paid', actions: ['rate', 'reopen'] }, '评一评', 'rate'],
    [
      'a refusal',
      {
        ...claimSample,
        state: 'refused',
        clock: null,
        refusal: '不在保障里。',
        actions: ['object', 'rate', 'reopen'],
      },
      '为什么没赔',
      'refusal',
    ],
    ['money on its way', { ...approvedSample, state: 'paying', actions: [] }, '看账单', 'statement'],
  ] as const)('leads on from %s by one button', async (_, claim, words, name) => {
    show(claim as ClaimView);
    await press(words);
    expect(seen.navigations).toEqual([page(name)]);
  });

  it('shows the money instead of the day once it is decided', async () => {
    show(approvedSample);
    expect(await screen.findByText('2,304.45')).toBeInTheDocument();
    expect(screen.queryByText('6月12日')).toBeNull();
  });

  it('shows the call number and a way on when the claim cannot be had', async () => {
    cloudAnswers({ getMyClaim: () => refusal('CLAIM_NOT_FOUND', '没有找到这件理赔。') });
    renderPage(<ProgressPage />);
    expect(await screen.findByText('没有找到这件理赔。')).toBeInTheDocument();
    expect(screen.getByText('求助时报这个编号：call-1')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument();
  });
});
