import type { Workshop } from '../../_core/operation';
import { continueCheck } from './continue-check';

/** Time of one run; the function has a minute. */
const RUN_MS = 35_000;

/**
 * Timer: goes on with the checks that nobody attends, the longest waiting first.
 * Guarantees: a check that fails does not hold up the others; it is tried again when its lease is over.
 */
export const checkRosters = async (workshop: Workshop): Promise<{ checked: number; failed: number }> => {
  const { read, ports } = workshop;
  const until = ports.clock.now() + RUN_MS;
  const waiting = await read.rosters.find({
    where: { nextCheckAt: { gte: 0, lt: ports.clock.now() + 1 } },
    orderBy: [['nextCheckAt', 'asc']],
    limit: 10,
  });
  let checked = 0;
  let failed = 0;
  for (const { id } of waiting) {
    const left = until - ports.clock.now();
    if (left <= 0) break;
    try {
      await continueCheck(workshop, id, left);
      checked += 1;
    } catch {
      failed += 1;
    }
  }
  return { checked, failed };
};
