import type { HomeOrder } from '../../../shared/household/get-home.contract';
import { hasTimeLeft, ownShareFen } from '../../../shared/order/attempts';
import type { Order, OrderState } from '../../../shared/order/order.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { EpochMs } from '../../../shared/time/china-day';

/** States of orders that may be shown. */
export const WAITING_STATES: readonly OrderState[] = ['new', 'paid', 'refunding'];

/** An order and what its family sees that it waits for. */
interface Waiting {
  readonly order: Order;
  readonly waitsFor: HomeOrder['waitsFor'];
}

const waitsFor = (order: Order): Waiting['waitsFor'] => {
  if (order.state !== 'new') return 'settling';
  if (order.waitsForParent) return 'parent';
  return ownShareFen(order) > 0 ? 'payment' : 'settling';
};

/**
 * The order that a family is led back to: money under way before all others, else the newest that can still be paid. One
 * that was left for another purchase, which is a policy by now, is let run out in silence.
 */
export const waitingOrderOf = (
  orders: readonly Order[],
  policies: readonly Pick<Policy, 'issuedAt'>[],
  now: EpochMs,
): Waiting | undefined => {
  const waiting = orders
    .filter(
      (order) =>
        order.state !== 'new' ||
        (hasTimeLeft(order, now) && policies.every(({ issuedAt }) => issuedAt <= order.createdAt)),
    )
    .sort((one, other) => other.createdAt - one.createdAt)
    .map((order) => ({ order, waitsFor: waitsFor(order) }));
  return waiting.find((one) => one.waitsFor === 'settling') ?? waiting[0];
};
