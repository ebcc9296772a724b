import { useState } from 'react';
import type { InputOf, OutputOf } from 'shared/contract/contract';
import { buyCover } from 'shared/order/buy-cover.contract';
import { confirmPayment } from 'shared/order/confirm-payment.contract';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { requestPayment, type PaymentOutcome } from '@/lib/cloud/payment';
import { useCommand } from '@/lib/query/use-command';
import { useRequest } from '@/lib/query/use-request';
import { pause } from '@/lib/time/pause';

type Order = OutputOf<typeof confirmPayment>['order'];

/** How the purchase stands after the last press. */
export type Standing =
  | { kind: 'ready' }
  /** Nothing was paid; the order waits until `expiresAt`. */
  | { kind: 'unpaid'; why: 'cancelled' | 'failed'; order: Order }
  /** The money may have moved and the policy is not there yet. */
  | { kind: 'waiting'; orderId: string }
  /** Too late to pay; the next press places a new order. */
  | { kind: 'closed' }
  /** The money goes back. */
  | { kind: 'refund'; text: string };

/** How long to wait before each further look (ms): a policy is there within seconds, or a callback is late. */
const LOOKS_AFTER = [0, 1_200, 2_000, 3_000, 5_000] as const;

/** What an order means for the person who pressed; undefined: look again. */
const standingOf = (order: Order, outcome: PaymentOutcome): Standing | undefined => {
  switch (order.state) {
    case 'refunding':
    case 'refunded':
      return { kind: 'refund', text: order.refundText ?? '这笔钱会原路退回给您。' };
    case 'closing':
    case 'closed':
      return { kind: 'closed' };
    case 'new':
      return outcome === 'paid' ? undefined : { kind: 'unpaid', why: outcome, order };
    case 'paid':
    case 'issued':
      return undefined;
  }
};

export interface Payment {
  standing: Standing;
  /** Places the order (once, whatever is pressed) and opens the cashier. */
  pay: () => Promise<void>;
  /** Asks again how a waiting order stands. */
  look: (orderId: string) => Promise<void>;
  /** Why the order could not be placed. */
  error: CallFailed | undefined;
}

/**
 * Buys and pays. One purchase keeps one request id until it is issued or too late, so that paying again after turning
 * back pays the same order; whatever the cashier says, the cloud is asked how the order stands.
 *
 * @param intention what is bought.
 * @param onIssued the policy is there.
 */
export const usePayment = (
  intention: Omit<InputOf<typeof buyCover>, 'requestId'>,
  onIssued: (policyId: string) => Promise<void>,
): Payment => {
  const [standing, setStanding] = useState<Standing>({ kind: 'ready' });
  const place = useCommand(buyCover, { kept: 'untilForgotten' });
  const confirm = useRequest(confirmPayment);

  const settle = async (orderId: string, outcome: PaymentOutcome): Promise<void> => {
    for (const delay of LOOKS_AFTER) {
      if (delay > 0) await pause(delay);
      const looked = await confirm.run({ orderId });
      if (!looked.ok) continue;
      const { order } = looked.data;
      if (order.state === 'issued' && order.policyId !== null) {
        place.forget();
        await onIssued(order.policyId);
        return;
      }
      const stands = standingOf(order, outcome);
      if (stands === undefined) continue;
      if (stands.kind === 'closed' || stands.kind === 'refund') place.forget();
      setStanding(stands);
      return;
    }
    setStanding({ kind: 'waiting', orderId });
  };

  const pay = async (): Promise<void> => {
    setStanding({ kind: 'ready' });
    const placed = await place.run(intention);
    if (!placed.ok) return;
    const { order, payment } = placed.data;
    await settle(order.orderId, payment === null ? 'paid' : await requestPayment(payment));
  };

  return { standing, pay, look: (orderId) => settle(orderId, 'paid'), error: place.error };
};
