import { act, fireEvent, screen } from '@testing-library/react';
import type { AssistanceView } from 'shared/assistance/assistance.contracts';
import { instantAt } from 'shared/time/china-day';
import { claimSample } from 'shared/testing/sample-claims';
import { EMPTY_CLAIM_DRAFT, readClaimDraft, writeClaimDraft } from '@/features/claim/claim-draft';
import { sendReport } from '@/features/claim/outbox';
import { policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { answers, route, seen } from '../../../../../test/components/taro';
import AssistedPage from './assisted';

const assistance: AssistanceView = {
  assistanceId: `ast_${'a'.repeat(24)}`,
  standing: 'waiting',
  helper: { name: '陈桂花', phone: '13860700001' },
  policyId: policySample.policyId,
  planName: policySample.planName,
  personIndex: 0,
  personName: '王建国',
  report: {
    kind: 'medical',
    cause: 'farmWork',
    accidentDay: '2026-06-07',
    accidentTime: '08:00',
    place: '村口的稻田',
    description: '割稻子时割伤左手。',
  },
  expiresAt: instantAt('2026-06-15', '09:00'),
  claimId: null,
};
const link = `${assistance.assistanceId}-${'b'.repeat(24)}`;

const open = (changes: Partial<AssistanceView> = {}, others: Record<string, Operation> = {}) => {
  route.params = { link };
  const { calls } = cloudAnswers({
    getAssistance: () => ({ today: TODAY, assistance: { ...assistance, ...changes } }),
    ...others,
  });
  renderPage(<AssistedPage />);
  return calls;
};
const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const says = (confirm: boolean) => answers.set('showModal', () => ({ confirm, cancel: !confirm }));
const FILING = 'navigateTo /packages/claim/pages/who/who';

describe('what a specialist filled in, on the family`s phone', () => {
  it('is read through, and goes on in the four steps with everything filled in', async () => {
    open();
    expect(await screen.findByText('还没有报案，等您自己发出')).toBeInTheDocument();
    for (const words of ['王建国', '村口的稻田', '割稻子时割伤左手。', '干活受伤', '6月7日（周日） 08:00'])
      expect(screen.getByText(words)).toBeInTheDocument();
    await press('对的，接着填');
    expect(seen.navigations).toEqual([FILING]);
    expect(readClaimDraft()).toEqual({
      ...EMPTY_CLAIM_DRAFT,
      ...assistance.report,
      assistanceId: assistance.assistanceId,
      policyId: assistance.policyId,
      personIndex: 0,
    });
  });

  it('never takes the place of a report on the phone without asking', async () => {
    const begun = { ...EMPTY_CLAIM_DRAFT, policyId: policySample.policyId, personIndex: 1, place: '家里' };
    writeClaimDraft(begun);
    says(false);
    open();
    await press('对的，接着填');
    expect(seen.navigations).toEqual([]);
    expect(readClaimDraft()).toEqual(begun);
    says(true);
    await press('对的，接着填');
    expect(readClaimDraft()?.place).toBe('村口的稻田');
  });

  it('keeps what the family has changed in it since', async () => {
    writeClaimDraft({
      ...EMPTY_CLAIM_DRAFT,
      ...assistance.report,
      assistanceId: assistance.assistanceId,
      policyId: assistance.policyId,
      personIndex: 0,
      place: '后山的稻田',
    });
    open();
    await press('对的，接着填');
    expect(seen.navigations).toEqual([FILING]);
    expect(readClaimDraft()?.place).toBe('后山的稻田');
  });

  it('is declined after a question, by the link', async () => {
    says(true);
    const calls = open(
      {},
      { declineAssistance: () => ({ assistance: { ...assistance, standing: 'declined' } }) },
    );
    await press('不用');
    expect(calls.filter(({ name }) => name === 'declineAssistance')).toMatchObject([{ input: { link } }]);
  });

  it.each([
    ['declined', '您说过不用'],
    ['withdrawn', '专员收回了'],
    ['expired', '过期了，没有报案'],
  ] as const)('cannot be sent once it is %s; the family may file by itself', async (standing, words) => {
    open({ standing });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '对的，接着填' })).toBeNull();
    await press('自己报案');
    expect(seen.navigations).toEqual([FILING]);
  });

  it('leads to its claim once it was sent', async () => {
    open({ standing: 'confirmed', claimId: claimSample.claimId });
    await press('看进度');
    expect(seen.navigations).toEqual([
      `navigateTo /packages/claim/pages/progress/progress?claimId=${claimSample.claimId}`,
    ]);
  });

  it('is not there for anybody else, in clear words', async () => {
    const words = '没有找到这份报案。请用家里买保险的那个微信打开，或请专员重新发一次。';
    open({}, { getAssistance: () => refusal('ASSISTANCE_NOT_FOUND', words) });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByText('帮您填的')).toBeNull();
  });
});

describe('the report that comes from it', () => {
  const ready = {
    ...EMPTY_CLAIM_DRAFT,
    ...assistance.report,
    assistanceId: assistance.assistanceId,
    policyId: assistance.policyId,
    personIndex: 0,
    photos: [{ path: 'a.jpg', fileId: 'cloud://x/claims-inbox/a.jpg' }],
  };

  it('names what it comes from; when that has ended meanwhile it stays, and goes as the family`s own', async () => {
    writeClaimDraft(ready);
    const { calls } = cloudAnswers({
      fileClaim: (input) =>
        input['assistanceId'] === null
          ? { claim: claimSample }
          : refusal('ASSISTANCE_OVER', '这份代填的报案已经结束，不能再用了。'),
    });
    expect(await sendReport()).toMatchObject({ kind: 'refused', error: { code: 'ASSISTANCE_OVER' } });
    expect(readClaimDraft()).toEqual({ ...ready, assistanceId: undefined });
    expect(await sendReport()).toMatchObject({ kind: 'arrived' });
    const filed = calls.filter(({ name }) => name === 'fileClaim').map(({ input }) => input['assistanceId']);
    expect(filed).toEqual([assistance.assistanceId, null]);
  });

  it('keeps what it comes from when something is to be mended', async () => {
    writeClaimDraft(ready);
    cloudAnswers({
      fileClaim: () =>
        refusal('ACCOUNT_INVALID', '银行卡号不对', [
          { path: 'payees.0.number', code: 'ACCOUNT_INVALID', message: '银行卡号不对' },
        ]),
    });
    expect(await sendReport()).toMatchObject({ kind: 'faulty' });
    expect(readClaimDraft()?.assistanceId).toBe(assistance.assistanceId);
  });
});
