import { createWechatPay } from '../../../_adapters/wechat-pay';
import { wechatPaySettings } from '../../../_adapters/wechat-pay-settings';
import { type PaymentPort } from '../../../_core/ports/payment';
import { type FaultRules } from '../../faults/fault-rules';
import { generateKeys, type PayKeys } from '../keys';
import { startWechatBench, type WechatBench } from '../test-bench';

const PAYER = 'oPayer';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let bench: WechatBench;
let pay: PaymentPort;
let deliveries: { at: number; id: string; outTradeNo: string }[];
let status: number;

let keys: PayKeys;
beforeAll(async () => {
  keys = await generateKeys();
});
beforeEach(async () => {
  bench = await startWechatBench({ keys });
  jest.spyOn(Date, 'now').mockImplementation(bench.now);
  pay = createWechatPay(wechatPaySettings(bench.env), bench.now);
  deliveries = [];
  status = 500;
  bench.receive = async (_url, { headers, body }) => {
    const { eventId, outTradeNo } = await pay.readCallback(headers, body);
    deliveries.push({ at: bench.now(), id: eventId, outTradeNo });
    return status;
  };
});
afterEach(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

const buy = async (outTradeNo = 'ord_callback_1'): Promise<void> => {
  const { prepayId } = await pay.open({
    outTradeNo,
    description: '家庭意外险',
    totalFen: 10_000,
    payerOpenid: PAYER,
    expiresAt: bench.now() + 30 * MINUTE,
  });
  await bench.post(`/_local/cashier/${prepayId}`, { result: 'pay' }, PAYER);
};
const settled = async () => {
  const { body } = await bench.get('/_local/wechat/callbacks?settle=1');
  return body as { callbacks: { end?: string; attempts: number; lastStatus?: number }[] };
};

describe('the callback of a payment', () => {
  it('answers the payer without waiting for the merchant', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAnswered = false;
    bench.receive = async () => {
      await held;
      isAnswered = true;
      return 204;
    };
    await buy();
    expect(isAnswered).toBe(false);
    release();
    expect((await settled()).callbacks).toEqual([expect.objectContaining({ end: 'delivered' })]);
    expect(isAnswered).toBe(true);
  });

  it('is repeated by the schedule, with the same event, until it is answered with 2xx', async () => {
    await buy();
    await settled();
    expect(deliveries).toHaveLength(1);
    await bench.advance(14 * SECOND);
    expect(deliveries).toHaveLength(1);
    await bench.advance(1 * SECOND);
    expect(deliveries).toHaveLength(2);
    await bench.advance(15 * SECOND);
    expect(deliveries).toHaveLength(3);
    status = 200;
    await bench.advance(30 * SECOND);
    expect(deliveries).toHaveLength(4);
    await bench.advance(24 * 60 * MINUTE);
    expect(deliveries).toHaveLength(4);
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(1);
    expect((await settled()).callbacks).toEqual([
      expect.objectContaining({ end: 'delivered', attempts: 4, lastStatus: 200 }),
    ]);
  });

  it('is given up after sixteen deliveries', async () => {
    await buy();
    await settled();
    await bench.advance(48 * 60 * MINUTE);
    expect(deliveries).toHaveLength(16);
    expect((await settled()).callbacks).toEqual([expect.objectContaining({ end: 'givenUp', attempts: 16 })]);
  });

  it('survives a restart between two deliveries', async () => {
    await buy();
    await settled();
    await bench.restart();
    status = 204;
    await bench.advance(15 * SECOND);
    expect(deliveries).toHaveLength(2);
    expect(await pay.query('ord_callback_1')).toMatchObject({ state: 'paid' });
  });

  it('goes on when the merchant cannot be reached at all', async () => {
    bench.receive = async () => {
      throw new Error('connection refused');
    };
    await buy();
    expect((await settled()).callbacks).toEqual([expect.objectContaining({ attempts: 1, lastStatus: 0 })]);
  });
});

describe('a callback that the fault plan spoils', () => {
  const plan = (...rules: FaultRules['rules']): void => bench.faults.set({ rules });
  const always = { chance: 1 };

  it.each([
    ['lost', { do: 'loseCallback', ...always }, 0],
    ['doubled', { do: 'doubleCallback', ...always }, 2],
    ['tripled', { do: 'doubleCallback', copies: 3, ...always }, 3],
  ] as const)('is %s for good', async (_name, rule, count) => {
    status = 204;
    plan(rule);
    await buy();
    await settled();
    await bench.advance(48 * 60 * MINUTE);
    expect(deliveries).toHaveLength(count);
    expect(await pay.query('ord_callback_1')).toMatchObject({ state: 'paid' });
  });

  it('is late', async () => {
    status = 204;
    plan({ do: 'delayCallback', delayMs: 3 * MINUTE, ...always });
    await buy();
    await settled();
    await bench.advance(3 * MINUTE - SECOND);
    expect(deliveries).toHaveLength(0);
    await bench.advance(SECOND);
    expect(deliveries).toHaveLength(1);
  });

  it('is overtaken by the next, and comes alone when there is none', async () => {
    status = 204;
    plan({ do: 'reorderCallback', nth: 1 }, { do: 'reorderCallback', nth: 3 });
    await buy('ord_overtaken');
    await settled();
    expect(deliveries).toHaveLength(0);
    await buy('ord_overtaking');
    await settled();
    expect(deliveries.map(({ outTradeNo }) => outTradeNo)).toEqual(['ord_overtaking', 'ord_overtaken']);
    await buy('ord_alone');
    await settled();
    expect(deliveries).toHaveLength(2);
    await bench.advance(10 * MINUTE);
    expect(deliveries).toHaveLength(3);
  });

  it('stays lost over a restart; the plan itself ends', async () => {
    status = 204;
    plan({ do: 'loseCallback', nth: 1 });
    await buy('ord_lost');
    await bench.restart();
    await buy('ord_next');
    await settled();
    expect(deliveries.map(({ outTradeNo }) => outTradeNo)).toEqual(['ord_next']);
  });
});

it('the list of callbacks never shows what is inside', async () => {
  await buy();
  expect(JSON.stringify(await settled())).not.toContain(PAYER);
});
