import { useState } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import { confirmPayment } from 'shared/order/confirm-payment.contract';
import type { PaymentParams } from 'shared/order/order-view';
import { requestPayment, type PaymentOutcome } from '@/lib/cloud/payment';
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

export interface Settlement {
  standing: Standing;
  /** Shows the cashier, then finds out what became of the order. Null: there is nothing to pay any more. */
  settle: (orderId: string, payment: PaymentParams | null) => Promise<void>;
  /** Asks again how an order stands after its payment. */
  look: (orderId: string) => Promise<void>;
  /** Before the next try. */
  restart: () => void;
}

/**
 * The end of every payment, whoever pays: whatever the cashier says, the cloud is asked how the order stands.
 *
 * @param onIssued the policy is there.
 * @param onOver the order can never be paid again.
 */
export const useSettlement = (
  onIssued: (policyId: string) => Promise<void>,
  onOver: () => void = () => undefined,
): Settlement => {
  const [standing, setStanding] = useState<Standing>({ kind: 'ready' });
  const confirm = useRequest(confirmPayment);

  const find = async (orderId: string, outcome: PaymentOutcome): Promise<void> => {
    for (const delay of LOOKS_AFTER) {
      if (delay > 0) await pause(delay);
      const looked = await confirm.run({ orderId });
      if (!looked.ok) continue;
      const { order } = looked.data;
      if (order.state === 'issued' && order.policyId !== null) {
        onOver();
        await onIssued(order.policyId);
        return;
      }
      const stands = standingOf(order, outcome);
      if (stands === undefined) continue;
      if (stands.kind === 'closed' || stands.kind === 'refund') onOver();
      setStanding(stands);
      return;
    }
    setStanding({ kind: 'waiting', orderId });
  };

  return {
    standing,
    settle: async (orderId, payment) =>
      find(orderId, payment === null ? 'paid' : await requestPayment(payment)),
    look: (orderId) => find(orderId, 'paid'),
    restart: () => setStanding({ kind: 'ready' }),
  };
};
