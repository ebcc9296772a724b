import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ClaimView } from 'shared/claim/claim-view';
import { instantAt } from 'shared/time/china-day';
import { saidOf, withoutBlanks } from 'shared/testing/said';
import { approvedSample, heirsSample, medicalPart } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { answers, route, seen } from '../../../../../test/components/taro';
import StatementPage from './statement';

const show = (
  change: Partial<ClaimView> = {},
  answerDecision: Operation = () => ({ claim: approvedSample }),
) => {
  const cloud = cloudAnswers({
    getMyClaim: () => ({ today: TODAY, claim: { ...approvedSample, ...change } }),
    answerDecision,
  });
  renderPage(<StatementPage />);
  return cloud;
};
const answered = (cloud: ReturnType<typeof show>) =>
  cloud.calls.filter(({ name }) => name === 'answerDecision').map(({ input }) => input);
const agree = async () => {
  const button = await screen.findByRole('button', { name: '同意，打款' });
  await act(async () => fireEvent.click(button));
};

beforeEach(() => {
  route.params = { claimId: approvedSample.claimId };
  answers.set('showModal', () => ({ confirm: true }));
});

describe('the statement', () => {
  it('shows every line, the total, the formula, the clause, who gets it and who decided', async () => {
    show();
    for (const words of [
      '县医院住院',
      '−1,200.00',
      '× 90%',
      '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
      '依据：第四条',
      '这次赔完，全家医疗还能赔 9,695.55 元。',
      /^农商银行 \*\*\*\*\s4567 · 您同意以后打$/,
      '周敏，2026年6月7日',
      '吴刚，2026年6月8日',
    ])
      expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it.each([
    ['approved', approvedSample],
    ['paid in part before', { ...approvedSample, advanceFen: 100_000 }],
    ['with heirs', heirsSample],
  ])('%s says everything that its sheet of paper says', async (_, claim) => {
    show(claim);
    await screen.findByText('一共赔给您');
    const page = withoutBlanks(document.body.textContent);
    expect(saidOf(claim).filter((words) => !page.includes(words))).toEqual([]);
  });

  it('keeps policies and benefits apart, marks what is ex gratia, says what is refused and why', async () => {
    const death = {
      ...medicalPart,
      benefit: 'death' as const,
      planName: '老年人意外险',
      totalFen: 3_200_000,
    };
    show({
      statement: {
        parts: [{ ...death, planName: '特困综合险', totalFen: 10_000_000 }, death],
        refused: [{ what: '护工费', reason: '条款里没有这一项', clause: '第七条' }],
        exGratia: [{ label: '丧葬补助', amountFen: 50_000, reason: '家里困难' }],
        totalFen: 13_250_000,
      },
    });
    for (const words of [
      '特困综合险',
      '老年人意外险',
      '通融',
      '条款以外多给的。家里困难',
      '护工费',
      '条款里没有这一项',
      '依据：第七条',
    ])
      expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('100,000.00')).toBeInTheDocument();
    expect(screen.getAllByText('132,500.00').length).toBeGreaterThan(0);
  });

  it('takes off what was paid before, and splits what is paid now over the payees to the fen', async () => {
    const [payee] = approvedSample.payees;
    const one = { relation: 'heir' as const, maskedNumber: '**** 1111', bank: '农业银行', weight: 1 };
    show({
      advanceFen: 100_000,
      payees: [
        { ...one, holder: payee?.holder ?? '' },
        { ...one, holder: '李秀英' },
      ],
      payouts: [
        {
          purpose: 'advance',
          isCurrent: false,
          payee: 0,
          amountFen: 100_000,
          state: 'paid',
          failureReason: null,
          settledAt: instantAt('2026-06-05', '10:00'),
        },
      ],
    });
    expect(await screen.findByText('1,304.45')).toBeInTheDocument();
    expect(screen.getByText('652.23')).toBeInTheDocument();
    expect(screen.getByText('652.22')).toBeInTheDocument();
    expect(screen.getByText('6月5日（周五）已到账')).toBeInTheDocument();
  });
});

describe('a decision of a case that was opened again', () => {
  it('says what comes now to the account, not what came by the decision before, which stands below', async () => {
    show({
      advanceFen: 200_000,
      payouts: [
        {
          purpose: 'claim',
          isCurrent: false,
          payee: 0,
          amountFen: 200_000,
          state: 'paid',
          failureReason: null,
          settledAt: instantAt('2026-06-05', '10:00'),
        },
      ],
    });
    const row = (await screen.findByText(/您同意以后打/)).closest('[class*=row]');
    expect(row).toHaveTextContent('304.45');
    expect(screen.getByText('王建国（上次打的）')).toBeInTheDocument();
    expect(screen.getByText('6月5日（周五）已到账')).toBeInTheDocument();
    expect(screen.getAllByText('2,000.00').length).toBeGreaterThan(0);
  });
});

describe('agreeing', () => {
  it('is asked once more with sum and holder, names the version on the screen, and goes back', async () => {
    const cloud = show();
    await agree();
    expect(seen.calls).toContainEqual({
      name: 'showModal',
      options: expect.objectContaining({
        content: '打 2,304.45 元到王建国的卡上。同意以后不能再提异议。',
      }) as unknown,
    });
    await waitFor(() =>
      expect(seen.navigations).toEqual([
        `redirectTo /packages/claim/pages/progress/progress?claimId=${approvedSample.claimId}`,
      ]),
    );
    expect(answered(cloud)).toMatchObject([
      { claimId: approvedSample.claimId, version: 7, answer: { kind: 'agree' } },
    ]);
  });

  it('to what was paid already says that no money comes, instead of a sum of nothing', async () => {
    show({ advanceFen: approvedSample.statement?.totalFen ?? 0 });
    await agree();
    expect(seen.calls).toContainEqual({
      name: 'showModal',
      options: expect.objectContaining({
        content: '该赔的之前都打过了，这次不再打钱。同意以后不能再提异议。',
      }) as unknown,
    });
  });

  it('sends nothing when the person wants to look again', async () => {
    answers.set('showModal', () => ({ confirm: false }));
    const cloud = show();
    await agree();
    expect(answered(cloud)).toEqual([]);
  });

  it('shows the statement anew when it has changed meanwhile', async () => {
    const cloud = show({}, () => refusal('VERSION_CHANGED', '进度有变化，请刷新后再看一遍。'));
    await agree();
    expect(await screen.findByText('进度有变化，请刷新后再看一遍。')).toBeInTheDocument();
    await waitFor(() => expect(cloud.calls.filter(({ name }) => name === 'getMyClaim')).toHaveLength(2));
    expect(seen.navigations).toEqual([]);
  });

  it('is not offered where it is not the family`s turn', async () => {
    show({ actions: [] });
    await screen.findByText('县医院住院');
    expect(screen.queryByRole('button', { name: /同意/ })).toBeNull();
  });
});
