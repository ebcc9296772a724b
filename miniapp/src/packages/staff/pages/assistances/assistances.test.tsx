import { act, fireEvent, screen, within } from '@testing-library/react';
import type { OpenedAssistance } from 'shared/assistance/assistance.contracts';
import { instantAt } from 'shared/time/china-day';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { seen } from '../../../../../test/components/taro';
import AssistancesPage from './assistances';

const idOf = (letter: string) => `ast_${letter.repeat(24)}`;
const one = (letter: string, maskedName: string, changes: Partial<OpenedAssistance>): OpenedAssistance => ({
  assistanceId: idOf(letter),
  maskedName,
  openedAt: instantAt('2026-06-05', '09:00'),
  expiresAt: instantAt('2026-06-12', '09:00'),
  standing: 'waiting',
  link: `${idOf(letter)}-${letter.repeat(24)}`,
  claim: null,
  ...changes,
});
const rows = [
  one('a', '王*国', {}),
  one('b', '陈*华', {
    standing: 'confirmed',
    link: null,
    claim: { claimNumber: '350421260001', stateText: '等家里补材料' },
  }),
  one('c', '张*强', { standing: 'declined', link: null }),
  one('d', '李*英', { standing: 'expired', link: null }),
];

const openPage = async (assistances: OpenedAssistance[], withdrawAssistance: Operation = () => null) => {
  const { calls } = cloudAnswers({
    listAssistances: () => ({ today: '2026-06-08', assistances }),
    withdrawAssistance,
  });
  renderPage(<AssistancesPage />);
  await screen.findByRole('button', { name: '帮一家人报案' });
  return calls;
};
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};

describe('what a specialist filled in', () => {
  it('shows what waits first, and of what was sent its number and how far it is', async () => {
    await openPage(rows);
    expect(await screen.findByText('6月5日（周五）填的，6月12日（周五）到期')).toBeInTheDocument();
    expect(screen.getByText('案号 350421260001')).toBeInTheDocument();
    for (const word of ['等家里补材料', '家里不用', '过期了'])
      expect(screen.getByText(word)).toBeInTheDocument();
  });

  it('opens nothing of what was sent: only what waits can be pressed', async () => {
    await openPage(rows);
    await screen.findByText(/案号 3504/);
    const pressable = screen.getAllByRole('button').map((button) => button.textContent);
    expect(pressable).toEqual([expect.stringContaining('王*国'), '帮一家人报案']);
  });

  it('sends the link once more, or takes it back', async () => {
    const calls = await openPage(rows, () => ({
      assistance: one('a', '王*国', { standing: 'withdrawn', link: null }),
    }));
    await press(/王\*国/);
    const sheet = within(screen.getByRole('dialog', { name: '王*国的报案' }));
    expect(sheet.getByRole('button', { name: '再发一次' })).toBeInTheDocument();
    await act(async () => fireEvent.click(sheet.getByRole('button', { name: '收回' })));
    expect(calls.filter(({ name }) => name === 'withdrawAssistance')).toMatchObject([
      { input: { assistanceId: idOf('a') } },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(seen.toasts).toEqual(['收回了']);
  });

  it('says so when the family was faster, and keeps the sheet', async () => {
    const words = '这份报案已经发出去了，请在“理赔”里看进度。';
    await openPage(rows, () => refusal('ASSISTANCE_CONFIRMED', words));
    await press(/王\*国/);
    await press('收回');
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('says what will appear when there is nothing', async () => {
    await openPage([]);
    expect(await screen.findByText('还没有帮谁填过')).toBeInTheDocument();
    await press('帮一家人报案');
    expect(seen.navigations).toEqual(['navigateTo /packages/staff/pages/assist/assist']);
  });
});
