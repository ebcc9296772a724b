import { isBillDue } from '../../../shared/order/bill.schema';
import { addDays, chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import { PaymentRefused, PaymentUnavailable } from '../../_core/ports/payment';
import { reconcileDay } from './reconcile-day';

/** A day is compared until nothing is left, but no longer than this. */
const DAYS_BACK = 31;
/** These are compared even when nothing was left: our books may have changed since. */
const ALWAYS_BACK = 3;
/** Days in one run: it ends within the function's time. */
const MOST_DAYS = 8;

/** The days to compare now: the last ones first, then those never compared or compared longest ago. */
const daysToCompare = async ({ read }: Workshop, now: number): Promise<ChinaDay[]> => {
  const today = chinaDayOf(now);
  const stored = await read.billDays.find({
    where: { day: { gte: addDays(today, -DAYS_BACK) } },
    orderBy: [['day', 'asc']],
    limit: DAYS_BACK + 1,
  });
  const days = Array.from({ length: DAYS_BACK }, (_, at) => addDays(today, -1 - at));
  const comparedAt = (day: ChinaDay): number => stored.find((one) => one.day === day)?.comparedAt ?? 0;
  const isSettled = (day: ChinaDay): boolean => stored.some((one) => one.day === day && one.settled);
  const older = days.slice(ALWAYS_BACK).filter((day) => !isSettled(day));
  older.sort((one, other) => comparedAt(one) - comparedAt(other));
  return [...days.slice(0, ALWAYS_BACK), ...older].filter((day) => isBillDue(day, now)).slice(0, MOST_DAYS);
};

/**
 * The timer's turn: compares the last days' bills with our books. Runs at any time, any number of times; before half past
 * ten it leaves yesterday alone. A day whose bill could not be fetched is tried at the next turn.
 */
export const reconcileBills = async (workshop: Workshop) => {
  const result = { days: 0, open: 0, asked: 0, failed: 0 };
  for (const day of await daysToCompare(workshop, workshop.ports.clock.now())) {
    try {
      const reconciled = await reconcileDay(workshop, day);
      if (reconciled === undefined) continue;
      result.days += 1;
      result.open += reconciled.open;
      result.asked += reconciled.asked;
      result.failed += reconciled.failed;
    } catch (thrown) {
      if (!(thrown instanceof PaymentUnavailable || thrown instanceof PaymentRefused)) throw thrown;
      result.failed += 1;
    }
  }
  return result;
};
