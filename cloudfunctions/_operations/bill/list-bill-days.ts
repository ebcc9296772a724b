import { listBillDays } from '../../../shared/order/bill.contracts';
import { isBillDue } from '../../../shared/order/bill.schema';
import { addDays, chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toDifferenceView } from './difference-view';

const DAYS_SHOWN = 31;
/** Days of which the cashier is told when nobody has compared them. */
const DAYS_WATCHED = 7;
const MOST_OPEN = 500;
const MOST_CLOSED = 50;

/**
 * The last days' bills against our books, and their differences. Reads: bill days, bill differences. Writes nothing.
 */
export const listBillDaysOperation = operation(listBillDays, async ({ read, ports }) => {
  const now = ports.clock.now();
  const today = chinaDayOf(now);
  const [days, open, closed] = await Promise.all([
    read.billDays.find({
      where: { day: { gte: addDays(today, -DAYS_SHOWN) } },
      orderBy: [['day', 'desc']],
      limit: DAYS_SHOWN,
    }),
    read.billDifferences.find({
      where: { state: 'open' },
      orderBy: [['foundAt', 'asc']],
      limit: MOST_OPEN,
    }),
    read.billDifferences.find({
      where: { state: 'closed' },
      orderBy: [['foundAt', 'desc']],
      limit: MOST_CLOSED,
    }),
  ]);
  const compared = new Set(days.map(({ day }) => day));
  return {
    days: days.map(({ id: _id, settled: _settled, ...shown }) => shown),
    waiting: Array.from({ length: DAYS_WATCHED }, (_, at) => addDays(today, -1 - at)).filter(
      (day) => isBillDue(day, now) && !compared.has(day),
    ),
    differences: [...open, ...closed].map((difference) => toDifferenceView(difference, now)),
  };
});
