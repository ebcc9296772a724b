import { act, fireEvent, render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { answers, seen } from '../../../test/components/taro';
import { Button } from '@/components/button/button';
import { emptyPurchase, orderOf } from './purchase';
import { PaymentStanding } from './payment-standing';
import { usePayment } from './use-payment';

interface Sent {
  name: string;
  input: { requestId?: string; orderId?: string };
}

const orderId = `ord_${'a'.repeat(24)}`;
const policyId = `pol_${'b'.repeat(24)}`;
const order = (state: string, more: object = {}) => ({
  orderId,
  state,
  priceFen: 100_00,
  payers: [{ kind: 'self', name: null, amountFen: 100_00 }],
  planName: '家庭意外险 100 元',
  payeeName: '示例人寿保险股份有限公司',
  createdAt: 1_780_000_000_000,
  expiresAt: 1_780_000_000_000 + 30 * 60_000,
  startDay: '2026-06-02',
  policyId: state === 'issued' ? policyId : null,
  waitsForParent: false,
  refundText: null,
  ...more,
});
const payment = {
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=x',
  signType: 'RSA',
  paySign: 's',
};
const ok = (data: unknown) => ({ result: { ok: true, data } });
const failed = (code: string) => ({
  result: { ok: false, error: { code, message: '没成', requestId: 'req-1' } },
});

/** A page with nothing on it but the payment. */
function Checkout({ onIssued }: { onIssued: (policyId: string) => void }) {
  const { standing, pay, error } = usePayment(
    () => orderOf(emptyPurchase, {}),
    async (id) => onIssued(id),
    () => undefined,
    async () => undefined,
  );
  return (
    <>
      <PaymentStanding standing={standing} />
      {error === undefined ? null : <p>{error.message}</p>}
      <Button onPress={pay}>支付</Button>
    </>
  );
}

/** Plays the cloud and the cashier; what was sent is kept. */
const open = (replies: { buyCover: unknown[]; confirmPayment: unknown[] }) => {
  const sent: Sent[] = [];
  const issued: string[] = [];
  answers.set('cloud.callFunction', (options) => {
    const { data } = options as { data: Sent };
    sent.push(data);
    const left = data.name === 'buyCover' ? replies.buyCover : replies.confirmPayment;
    return left.length > 1 ? left.shift() : left[0];
  });
  const show = () =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Checkout onIssued={(id) => issued.push(id)} />
      </QueryClientProvider>,
    );
  return { sent, issued, show, of: (name: string) => sent.filter((event) => event.name === name) };
};

const press = async () => {
  fireEvent.click(screen.getByRole('button', { name: '支付' }));
  await act(async () => undefined);
  await act(async () => undefined);
};

const cashier = (outcome: 'ok' | 'cancel' | 'fail') =>
  answers.set('requestPayment', () => {
    if (outcome === 'ok') return { errMsg: 'requestPayment:ok' };
    throw Object.assign(new Error('requestPayment'), { errMsg: `requestPayment:fail ${outcome}` });
  });

const bought = ok({ order: order('new'), payment });

describe('paying', () => {
  it('keeps one request id over a lost answer, a cancelled payment and closing the page', async () => {
    const { of, show } = open({
      buyCover: [failed('BUSY'), bought],
      confirmPayment: [ok({ order: order('new') })],
    });
    cashier('cancel');
    const page = show();
    await press();
    expect(screen.getByText('没成')).toBeInTheDocument();
    await press();
    expect(await screen.findByText('您还没有付款')).toBeInTheDocument();
    // The words stand above the signatures, where nobody looks who has just signed and pressed.
    expect(seen.calls).toContainEqual({
      name: 'pageScrollTo',
      options: expect.objectContaining({ selector: '#payment-standing' }) as unknown,
    });
    page.unmount();
    show();
    await press();
    await screen.findByText('您还没有付款');

    const ids = of('buyCover').map(({ input }) => input.requestId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it('places one order for a double tap', async () => {
    const { of, issued, show } = open({
      buyCover: [bought],
      confirmPayment: [ok({ order: order('issued') })],
    });
    cashier('ok');
    show();
    fireEvent.click(screen.getByRole('button', { name: '支付' }));
    fireEvent.click(screen.getByRole('button', { name: '支付' }));
    await act(async () => undefined);
    await act(async () => undefined);
    expect(of('buyCover')).toHaveLength(1);
    expect(issued).toEqual([policyId]);
  });

  it('asks the cloud how the order stands whatever the cashier said', async () => {
    const { of, issued, show } = open({
      buyCover: [bought],
      confirmPayment: [ok({ order: order('issued') })],
    });
    cashier('fail');
    show();
    await press();
    expect(of('confirmPayment')).toHaveLength(1);
    expect(issued).toEqual([policyId]);
  });

  it('takes a new request id once an order was issued', async () => {
    const { of, show } = open({ buyCover: [bought], confirmPayment: [ok({ order: order('issued') })] });
    cashier('ok');
    show();
    await press();
    await press();
    expect(new Set(of('buyCover').map(({ input }) => input.requestId)).size).toBe(2);
  });

  it('says that the money goes back, in the words of the cloud', async () => {
    const { issued, show } = open({
      buyCover: [bought],
      confirmPayment: [
        ok({ order: order('refunding', { refundText: '有家人已有同一保障，钱会原路退回给您。' }) }),
      ],
    });
    cashier('ok');
    show();
    await press();
    expect(await screen.findByText('有家人已有同一保障，钱会原路退回给您。')).toBeInTheDocument();
    expect(issued).toEqual([]);
  });

  it('starts a new order after one that was closed', async () => {
    const { of, show } = open({
      buyCover: [ok({ order: order('closed'), payment: null })],
      confirmPayment: [ok({ order: order('closed') })],
    });
    show();
    await press();
    expect(await screen.findByText('这笔订单过时了')).toBeInTheDocument();
    await press();
    expect(new Set(of('buyCover').map(({ input }) => input.requestId)).size).toBe(2);
  });
});
