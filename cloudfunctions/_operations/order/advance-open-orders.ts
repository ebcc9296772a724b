import type { OrderState } from '../../../shared/order/order.schema';
import type { Workshop } from '../../_core/operation';
import { advanceOrder } from './advance-order';

/** States in which an order still waits for something. */
const OPEN_STATES: readonly OrderState[] = ['paid', 'refunding', 'closing', 'new'];
/** Orders of one state looked at in one run: a run ends within the function's time. */
const BATCH = 30;

/** The timer's turn: moves every order that still waits, so that a lost callback or a crash delays and never loses. */
export const advanceOpenOrders = async (workshop: Workshop): Promise<{ looked: number; failed: number }> => {
  let looked = 0;
  let failed = 0;
  for (const state of OPEN_STATES) {
    const orders = await workshop.read.orders.find({
      where: { state },
      orderBy: [['expiresAt', 'asc']],
      limit: BATCH,
    });
    for (const order of orders) {
      looked += 1;
      try {
        await advanceOrder(workshop, order.id);
      } catch {
        // One order that WeChat does not answer for must not hold up the others; the next run tries again.
        failed += 1;
      }
    }
  }
  return { looked, failed };
};
