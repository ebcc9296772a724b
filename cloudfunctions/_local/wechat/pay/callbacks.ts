import { type RuleAt } from '../../faults/fault-rules';
import { type StateStore, type StateWriter, type WechatSurroundings } from '../../wechat-side';
import { newEventId, rfc3339 } from './numbers';
import { type DueWork } from './schedule';
import { type Signatures } from './signatures';

/**
 * Callbacks to the merchant, repeated until answered with 2xx.
 * Source: WeChat Pay API v3, "支付成功回调通知": 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h after the one before.
 */
const S = 1000;
const M = 60 * S;
const H = 60 * M;
const GAPS_MS: readonly number[] = [
  15 * S,
  15 * S,
  30 * S,
  3 * M,
  10 * M,
  20 * M,
  30 * M,
  30 * M,
  30 * M,
  60 * M,
  3 * H,
  3 * H,
  3 * H,
  6 * H,
  6 * H,
];
/** Transfers have a schedule of their own. Source: "商家转账回调通知": 15s × 10, 300s × 10, 1800s × 44. */
const TRANSFER_GAPS_MS: readonly number[] = [
  ...Array.from({ length: 10 }, () => 15 * S),
  ...Array.from({ length: 10 }, () => 5 * M),
  ...Array.from({ length: 44 }, () => 30 * M),
];
/** How late a callback comes that the fault plan delays: after a timer has surely asked by itself. */
const LATE_MS = 10 * M;

export interface CallbackEvent {
  readonly eventType: string;
  readonly summary: string;
  /** `transaction`, `refund` or `mch_payment`. */
  readonly originalType: string;
  readonly content: unknown;
  readonly url: string;
  /** The merchant's number of the order or transfer, for the list of callbacks. */
  readonly outTradeNo: string;
}

interface Callback extends CallbackEvent {
  readonly id: string;
  readonly createdAt: number;
  readonly copies: number;
  /** Deliveries tried; the copies of one delivery count once. */
  readonly attempts: number;
  readonly nextAt: number;
  /** Waits for the next callback to be delivered first, until `nextAt` at the latest. */
  readonly isBehindNext?: boolean;
  readonly end?: 'delivered' | 'lost' | 'givenUp';
  readonly lastStatus?: number;
}

const pendingKey = (id: string): string => `callback/pending/${id}`;
const endedKey = (id: string): string => `callback/ended/${id}`;

const delayOf = (fault: RuleAt<'callback'> | undefined): number => {
  if (fault?.do !== 'delayCallback' && fault?.do !== 'reorderCallback') return 0;
  return fault.delayMs ?? LATE_MS;
};

export interface Callbacks extends DueWork {
  /** Queues a callback inside the transaction that makes it true. */
  queue(writer: StateWriter, event: CallbackEvent, now: number): void;
  /** Without their content: that is for the merchant alone. */
  list(): Omit<Callback, 'content'>[];
}

export const createCallbacks = (
  store: StateStore,
  signatures: Signatures,
  surroundings: Pick<WechatSurroundings, 'clock' | 'notify' | 'faults' | 'log'>,
): Callbacks => {
  const pending = (): Callback[] => store.range<Callback>('callback/pending/').map(({ value }) => value);

  const send = async (callback: Callback): Promise<number> => {
    const body = JSON.stringify({
      id: callback.id,
      create_time: rfc3339(callback.createdAt),
      resource_type: 'encrypt-resource',
      event_type: callback.eventType,
      summary: callback.summary,
      resource: signatures.encrypted(callback.originalType, callback.originalType, callback.content),
    });
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'Mozilla/4.0',
      ...signatures.signedHeaders(body, surroundings.clock.now()),
    };
    try {
      return (await surroundings.notify(callback.url, { headers, body })).status;
    } catch {
      return 0;
    }
  };

  const finish = (callback: Callback): Promise<void> =>
    store.transaction((writer) => {
      writer.delete(pendingKey(callback.id));
      writer.put(endedKey(callback.id), callback);
    });

  /** Lets those go that waited for this one. */
  const release = (after: Callback): Promise<void> =>
    store.transaction((writer) => {
      for (const { isBehindNext, ...waiting } of pending()) {
        if (isBehindNext !== true || waiting.id === after.id) continue;
        writer.put(pendingKey(waiting.id), { ...waiting, nextAt: surroundings.clock.now() });
      }
    });

  const deliver = async ({ isBehindNext: _waited, ...callback }: Callback): Promise<void> => {
    const statuses = await Promise.all(Array.from({ length: callback.copies }, () => send(callback)));
    const accepted = statuses.find((status) => status >= 200 && status < 300);
    const attempts = callback.attempts + 1;
    const lastStatus = accepted ?? statuses[0] ?? 0;
    await release(callback);
    if (accepted !== undefined) return finish({ ...callback, attempts, lastStatus, end: 'delivered' });

    surroundings.log(`wechat: callback ${callback.eventType} answered ${lastStatus}, delivery ${attempts}`);
    const gaps = callback.originalType === 'mch_payment' ? TRANSFER_GAPS_MS : GAPS_MS;
    const gap = gaps[attempts - 1];
    if (gap === undefined) return finish({ ...callback, attempts, lastStatus, end: 'givenUp' });
    await store.put(pendingKey(callback.id), {
      ...callback,
      attempts,
      lastStatus,
      nextAt: callback.nextAt + gap,
    });
  };

  return {
    queue(writer, event, now) {
      const fault = surroundings.faults.next('callback', { names: [event.eventType] });
      const id = newEventId(now);
      const callback: Callback = {
        ...event,
        id,
        createdAt: now,
        copies: fault?.do === 'doubleCallback' ? (fault.copies ?? 2) : 1,
        attempts: 0,
        nextAt: now + delayOf(fault),
        ...(fault?.do === 'reorderCallback' ? { isBehindNext: true } : {}),
      };
      if (fault?.do === 'loseCallback') writer.put(endedKey(id), { ...callback, end: 'lost' });
      else writer.put(pendingKey(id), callback);
    },

    nextAt: () =>
      pending().reduce<number | undefined>(
        (soonest, { nextAt }) => Math.min(soonest ?? nextAt, nextAt),
        undefined,
      ),
    async runDue(now) {
      await Promise.all(
        pending()
          .filter(({ nextAt }) => nextAt <= now)
          .map(deliver),
      );
    },

    list: () =>
      ['callback/pending/', 'callback/ended/']
        .flatMap((prefix) => store.range<Callback>(prefix))
        .map(({ value: { content: _content, ...rest } }) => rest)
        .sort((a, b) => b.createdAt - a.createdAt),
  };
};
