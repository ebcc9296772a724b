import { nextLookAt } from '../../../shared/order/attempts';
import type { Order, PaymentAttempt } from '../../../shared/order/order.schema';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';

/** Who acts when an order moves by itself. */
export const MOVED_BY_ITSELF = 'advance-order';

/** One change of an order, for the record. */
export interface OrderChange {
  readonly action: string;
  /** A household's id, or MOVED_BY_ITSELF. */
  readonly actor: string;
  readonly at: number;
}

/** Stores an order that exists, with its audit row and the time of the timer's next look; answers it as stored. */
export const storeOrder = async (tx: WriteStores, order: Order, change: OrderChange): Promise<Order> => {
  const stored = { ...order, nextLookAt: nextLookAt(order, change.at) };
  await tx.orders.put(stored);
  await appendAudit(tx, { ...change, record: stored });
  return stored;
};

/** The attempts of an order with one of them changed. */
export const withAttempt = (order: Order, changed: PaymentAttempt): PaymentAttempt[] =>
  order.attempts.map((attempt) => (attempt.number === changed.number ? changed : attempt));
