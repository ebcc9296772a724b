import { fireEvent, screen, within } from '@testing-library/react';
import type { SponsoredRosterView } from 'shared/sponsor/transfer.contracts';
import TransfersPage from './transfers';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';

const rosterId = `ros_${'a'.repeat(24)}`;
const rosterOf = (part: Partial<SponsoredRosterView> = {}): SponsoredRosterView => ({
  rosterId,
  sponsor: { kind: 'government', name: '明溪县财政局' },
  planName: '家庭意外险 100',
  fileName: '2026年应保尽保名单.xlsx',
  uploadedAt: 1_780_000_000_000,
  state: 'accepted',
  households: 3529,
  people: 11_000,
  isFullGift: true,
  dueFen: 352_900_00,
  transfer: null,
  issued: 0,
  pledged: 0,
  skipped: 0,
  money: { pledgedFen: 0, usedFen: 0, returnedFen: 0, restFen: 0 },
  ...part,
});
const TRANSFER: NonNullable<SponsoredRosterView['transfer']> = {
  amountFen: 352_900_00,
  reference: '202611220001',
  receivedDay: '2026-06-01',
  recordedBy: '郑洁',
  recordedAt: 1_780_000_000_000,
  isOwn: false,
  confirmedBy: null,
  confirmedAt: null,
};

const openTransfers = async (...rosters: SponsoredRosterView[]) => {
  const { calls } = cloudAnswers({
    listSponsoredRosters: () => ({ today: '2026-06-03', rosters }),
    recordTransfer: ({ reference }) =>
      reference === '0000'
        ? refusal('TRANSFER_USED', '这个银行流水号已经用在另一份名单上，请核对流水。')
        : { roster: rosterOf({ transfer: TRANSFER }) },
    confirmTransfer: () => ({ roster: rosterOf({ state: 'funded', transfer: TRANSFER }) }),
    listSkipped: () => ({
      households: [{ number: 'H2', row: 5, holderName: '赵*山', reason: '已有单位替这户出钱' }],
      hasMore: true,
    }),
    steerIssuing: () => ({ roster: rosterOf({ state: 'issuing', transfer: TRANSFER }) }),
  });
  renderPage(<TransfersPage />);
  await settle();
  return calls;
};
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('sponsors` transfers at the desk', () => {
  it('fills nothing in before the cashier has read the statement', async () => {
    const calls = await openTransfers(rosterOf());
    await press('登记到账');
    expect(screen.getByRole('textbox', { name: '到账金额' })).toHaveValue('');
    await press('登记，等同事确认');
    expect(calls.map(({ name }) => name)).not.toContain('recordTransfer');
  });

  it('names by how much an amount differs, and what is no amount', async () => {
    await openTransfers(rosterOf());
    await press('登记到账');
    type('到账金额', '３５２９');
    expect(screen.getByText('比名单少 349,371.00 元，不能登记。')).toBeVisible();
    type('到账金额', '353000.00');
    expect(screen.getByText('比名单多 100.00 元，多的算单位的余款。')).toBeVisible();
    type('到账金额', '12.345');
    expect(screen.getByText(/金额写成数字/)).toBeVisible();
  });

  it('lets a colleague confirm exactly what is shown', async () => {
    const calls = await openTransfers(rosterOf({ transfer: TRANSFER }));
    await press('对照流水确认');
    const sheet = within(screen.getByRole('dialog', { name: '确认到账' }));
    expect(sheet.getByText('202611220001')).toBeVisible();
    await press('和流水一致，确认');
    expect(calls.find(({ name }) => name === 'confirmTransfer')?.input).toMatchObject({
      rosterId,
      amountFen: 352_900_00,
      reference: '202611220001',
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers no confirmation to who entered it', async () => {
    await openTransfers(rosterOf({ transfer: { ...TRANSFER, isOwn: true } }));
    expect(screen.queryByRole('button', { name: '对照流水确认' })).toBeNull();
    expect(screen.getByText('请另一位同事对照银行流水确认。')).toBeVisible();
  });

  it('shows how far issuing is, halts it, and what is left for the sponsor', async () => {
    const calls = await openTransfers(
      rosterOf({
        state: 'issuing',
        transfer: { ...TRANSFER, confirmedBy: '吴刚', confirmedAt: 1_780_000_000_000 },
        issued: 500,
        skipped: 29,
        money: { pledgedFen: 300_000_00, usedFen: 50_000_00, returnedFen: 0, restFen: 2900_00 },
      }),
    );
    expect(screen.getByText('529 / 3529 户：出单 500 户，没办 29 户')).toBeVisible();
    expect(screen.getByText('余款（要退给单位）')).toBeVisible();
    await press('看没办的户');
    expect(screen.getByText('名单第 5 行，户编号 H2：已有单位替这户出钱')).toBeVisible();
    await press('知道了');
    await press('先停下');
    expect(calls.find(({ name }) => name === 'steerIssuing')?.input).toMatchObject({ to: 'paused' });
  });
});
