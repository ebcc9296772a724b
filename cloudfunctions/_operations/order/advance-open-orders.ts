import { nextLookAt } from '../../../shared/order/attempts';
import type { Workshop } from '../../_core/operation';
import { advanceOrder } from './advance-order';

/** Orders looked at in one run: a run ends within the function's time. */
const BATCH = 100;

/** Puts the next look off, so that an order that WeChat does not answer for never holds up the others. */
const lookAgainLater = (workshop: Workshop, orderId: string, now: number): Promise<void> =>
  workshop.write(async (tx) => {
    const order = await tx.orders.get(orderId);
    if (!order || order.nextLookAt === null || order.nextLookAt > now) return;
    await tx.orders.put({ ...order, nextLookAt: nextLookAt(order, now) });
  });

/** The timer's turn: moves every order whose look is due, so that a lost callback or a crash delays and never loses. */
export const advanceOpenOrders = async (workshop: Workshop): Promise<{ looked: number; failed: number }> => {
  const now = workshop.ports.clock.now();
  const orders = await workshop.read.orders.find({
    where: { nextLookAt: { lt: now + 1 } },
    orderBy: [['nextLookAt', 'asc']],
    limit: BATCH,
  });
  let failed = 0;
  for (const order of orders) {
    let isStillDue = true;
    try {
      const moved = await advanceOrder(workshop, order.id);
      isStillDue = moved !== undefined && moved.nextLookAt !== null && moved.nextLookAt <= now;
    } catch {
      // The others come first; this one is looked at again later.
      failed += 1;
    }
    if (isStillDue) await lookAgainLater(workshop, order.id, now);
  }
  return { looked: orders.length, failed };
};
