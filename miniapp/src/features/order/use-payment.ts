import type { InputOf } from 'shared/contract/contract';
import { buyCover } from 'shared/order/buy-cover.contract';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useCommand } from '@/lib/query/use-command';
import { useSettlement, type Standing } from './use-settlement';

export interface Payment {
  standing: Standing;
  /** Places the order (once, whatever is pressed) and opens the cashier. */
  pay: () => Promise<void>;
  /** Places the same order without opening the cashier, for somebody else to pay; answers its id. */
  place: () => Promise<string | undefined>;
  /** Asks again how a waiting order stands. */
  look: (orderId: string) => Promise<void>;
  /** Why the order could not be placed. */
  error: CallFailed | undefined;
}

/**
 * Buys and pays. One purchase keeps one request id until it is issued or too late, so that paying again after turning
 * back pays the same order.
 *
 * @param intention what is bought, asked for at the press that buys it.
 * @param onIssued the policy is there.
 * @param onPlaced the order exists, paid or not.
 * @param onParentAwaited the order waits for a parent: nothing can be paid yet.
 */
export const usePayment = (
  intention: () => Omit<InputOf<typeof buyCover>, 'requestId'>,
  onIssued: (policyId: string) => Promise<void>,
  onPlaced: (orderId: string) => void,
  onParentAwaited: (orderId: string) => Promise<void>,
): Payment => {
  const command = useCommand(buyCover, { kept: 'untilForgotten' });
  const { standing, settle, look, restart } = useSettlement(onIssued, command.forget);

  const placed = async () => {
    restart();
    const answer = await command.run(intention());
    if (!answer.ok) return undefined;
    onPlaced(answer.data.order.orderId);
    return answer.data;
  };

  return {
    standing,
    pay: async () => {
      const answer = await placed();
      if (answer === undefined) return;
      const { orderId, state, waitsForParent } = answer.order;
      if (state === 'new' && waitsForParent) await onParentAwaited(orderId);
      else await settle(orderId, answer.payment);
    },
    place: async () => (await placed())?.order.orderId,
    look,
    error: command.error,
  };
};
