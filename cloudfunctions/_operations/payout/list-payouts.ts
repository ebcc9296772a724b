import { listPayouts } from '../../../shared/payout/payout.contracts';
import type { Payout } from '../../../shared/payout/payout.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { toPayoutView } from './payout-views';

/** Payments still to be done are shown whole; of the settled ones the newest. */
const MOST_OPEN = 500;
const MOST_SETTLED = 100;

/** What the cashier does first: entering results, sending again, sending. */
const OPEN_STATES = ['sent', 'failed', 'ready'] as const satisfies readonly Payout['state'][];

const toDoFirst = (one: Payout, other: Payout): number =>
  OPEN_STATES.findIndex((state) => state === one.state) -
    OPEN_STATES.findIndex((state) => state === other.state) || one.createdAt - other.createdAt;

/**
 * Payments of the cashier's counties: those to do first, oldest first, then the settled ones, newest first.
 * Reads: payouts. Writes nothing.
 */
export const listPayoutsOperation = operation(listPayouts, async ({ read, caller }) => {
  const counties = [
    ...new Set(
      caller.roles.filter((held) => held.role === 'cashier').map((held) => countyOf(held.regionCode)),
    ),
  ];
  const where = { countyCode: { in: counties } };
  const [open, settled] = await Promise.all([
    read.payouts.find({
      where: { ...where, state: { in: [...OPEN_STATES] } },
      orderBy: [['createdAt', 'asc']],
      limit: MOST_OPEN,
    }),
    read.payouts.find({
      where: { ...where, state: 'paid' },
      orderBy: [['createdAt', 'desc']],
      limit: MOST_SETTLED,
    }),
  ]);
  const mine = (payout: Payout): boolean => holdsRoleOn(caller, payout.regionCode, 'cashier');
  return { payouts: [...open.sort(toDoFirst), ...settled].filter(mine).map(toPayoutView) };
});
