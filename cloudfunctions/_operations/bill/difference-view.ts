import type { DifferenceView } from '../../../shared/order/bill.contracts';
import type { StoredDifference } from '../../../shared/order/bill.schema';
import { DAY_MS, type EpochMs } from '../../../shared/time/china-day';

/** A difference as the cashier sees it. */
export const toDifferenceView = (
  { id, ending, ...difference }: StoredDifference,
  now: EpochMs,
): DifferenceView => ({
  ...difference,
  differenceId: id,
  ageDays: Math.max(0, Math.floor((now - difference.foundAt) / DAY_MS)),
  ending: ending && { at: ending.at, name: ending.by?.name ?? null, reason: ending.reason },
});
