import { fireEvent, screen, within } from '@testing-library/react';
import type { BillDayView, DifferenceView } from 'shared/order/bill.contracts';
import BillsPage from './bills';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';
import { seen } from '../../../../../test/components/taro';

const differenceId = `dif_${'a'.repeat(24)}`;
const orderId = `ord_${'b'.repeat(24)}`;
const differenceOf = (part: Partial<DifferenceView>): DifferenceView => ({
  differenceId,
  day: '2026-06-01',
  kind: 'payment',
  number: `${orderId}-1`,
  outTradeNo: `${orderId}-1`,
  transactionId: '4200000000000000000000000001',
  orderId,
  fault: 'unknownToUs',
  wechatFen: 100_00,
  oursFen: null,
  state: 'open',
  foundAt: 1_780_000_000_000,
  ageDays: 2,
  ending: null,
  ...part,
});
const none = { payments: 0, paidFen: 0, refunds: 0, refundedFen: 0 };
const dayOf = (day: string, part: Partial<BillDayView> = {}): BillDayView => ({
  day,
  bill: 'ready',
  hash: '0'.repeat(40),
  wechat: none,
  ours: none,
  underWay: 0,
  comparedAt: 1_780_000_000_000,
  ...part,
});

const openBills = async (
  differences: readonly DifferenceView[],
  days: readonly BillDayView[] = [],
  waiting: readonly string[] = [],
) => {
  const { calls } = cloudAnswers({
    listBillDays: () => ({ days, waiting, differences }),
    closeDifference: ({ reason }) =>
      reason === '随便'
        ? refusal('OWN_HOUSEHOLD', '这是您自己家的订单，请另一位同事来了结。')
        : {
            difference: differenceOf({
              state: 'closed',
              ending: { at: 1_780_000_000_000, name: '吴敏', reason: '' },
            }),
          },
  });
  renderPage(<BillsPage />);
  await settle();
  return calls;
};
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the cashier at the bills', () => {
  it('reads what happened and what to do, and copies the numbers that the merchant platform wants', async () => {
    await openBills([differenceOf({})]);
    expect(screen.getByText('账上没记收款')).toBeVisible();
    expect(screen.getByText(/免得退两次/)).toBeVisible();
    expect(screen.getByText('没有这笔')).toBeVisible();
    await press('复制微信支付单号');
    expect(seen.calls).toContainEqual({
      name: 'setClipboardData',
      options: { data: '4200000000000000000000000001' },
    });
  });

  it('is told to use the merchant platform for a refund that cannot arrive, by its own number', async () => {
    await openBills([
      differenceOf({ kind: 'refund', number: `${orderId}-1-r1`, fault: 'stuck', oursFen: 100_00 }),
    ]);
    expect(screen.getByText('退不回去')).toBeVisible();
    expect(screen.getByText(/处理异常退款/)).toBeVisible();
    expect(screen.getByText(`${orderId}-1-r1`)).toBeVisible();
  });

  it('never takes money of another business for a family', async () => {
    await openBills([differenceOf({ orderId: null, outTradeNo: 'tea-1', number: 'tea-1' })]);
    expect(screen.getByText('不是我们的单')).toBeVisible();
  });

  it('closes a difference only with a reason, and hears why it may not', async () => {
    const calls = await openBills([differenceOf({})]);
    await press('写明并了结');
    const sheet = within(screen.getByRole('dialog', { name: '了结这笔差异' }));
    await press('确认了结');
    expect(calls.map(({ name }) => name)).not.toContain('closeDifference');
    const reason = sheet.getByRole('textbox', { name: '怎么弄清楚的' });
    fireEvent.change(reason, { target: { value: '随便' } });
    await press('确认了结');
    expect(sheet.getByText(/请另一位同事/)).toBeVisible();
    await press('已在商户平台处理好。');
    await press('确认了结');
    expect(calls.filter(({ name }) => name === 'closeDifference').pop()?.input).toMatchObject({
      differenceId,
      reason: '已在商户平台处理好。',
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows days whose figures add up, and what a day is made of', async () => {
    await openBills(
      [],
      [
        dayOf('2026-06-02', {
          wechat: { payments: 3, paidFen: 300_00, refunds: 1, refundedFen: 100_00 },
          ours: { payments: 2, paidFen: 200_00, refunds: 1, refundedFen: 100_00 },
        }),
        dayOf('2026-06-01', {
          wechat: { payments: 1, paidFen: 50_00, refunds: 0, refundedFen: 0 },
          ours: { payments: 1, paidFen: 50_00, refunds: 0, refundedFen: 0 },
        }),
      ],
    );
    const lines = within(screen.getByRole('table', { name: '每天的账' }));
    const total = lines.getByText('合计').closest('[role="row"]');
    expect(total).toHaveTextContent('250.00');
    expect(total).toHaveTextContent('100.00');
    expect(screen.getByText('两边都对得上')).toBeVisible();
    await press(/6月2日/);
    const sheet = within(screen.getByRole('dialog', { name: /6月2日/ }));
    expect(sheet.getByText('收款（微信 3 笔，账上 2 笔）')).toBeVisible();
    expect(sheet.getAllByText('−100.00')).toHaveLength(2);
  });

  it('says which bills are still to come', async () => {
    await openBills([], [], ['2026-06-03']);
    expect(screen.getByText(/6月3日/)).toBeVisible();
  });

  it('keeps what was cleared up, by whom and why', async () => {
    const ending = { at: 1_780_000_000_000, name: '吴敏', reason: '别的业务的钱，和暖家保无关。' };
    await openBills([differenceOf({ state: 'closed', ending })]);
    expect(screen.getByText(/吴敏：别的业务的钱/)).toBeVisible();
  });
});
