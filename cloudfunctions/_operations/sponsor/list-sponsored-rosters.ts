import type { Roster } from '../../../shared/roster/roster.schema';
import { listSponsoredRosters } from '../../../shared/sponsor/transfer.contracts';
import { MONEY_STATES } from '../../../shared/sponsor/transfer';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toSponsoredRosterView } from './sponsored-roster-view';

/** Rosters shown in each state: the newest. */
const MOST = 50;

const rankOf = ({ state }: Roster): number => MONEY_STATES.findIndex((other) => other === state);

/**
 * Rosters of the caller's counties whose sponsors pay, those to do something about first, and within them the newest.
 * Reads: rosters, plans. Writes nothing.
 */
export const listSponsoredRostersOperation = operation(
  listSponsoredRosters,
  async ({ read, caller, ports }) => {
    const counties = [
      ...new Set(
        caller.roles
          .filter(({ role }) => role === 'cashier' || role === 'approver')
          .map(({ regionCode }) => countyOf(regionCode)),
      ),
    ];
    const inState = await Promise.all(
      MONEY_STATES.map((state) =>
        read.rosters.find({
          where: { countyCode: { in: counties }, state },
          orderBy: [['uploadedAt', 'desc']],
          limit: MOST,
        }),
      ),
    );
    const rosters = inState.flat().sort((one, other) => rankOf(one) - rankOf(other));
    const planIds = [...new Set(rosters.map(({ planId }) => planId))];
    const plans =
      planIds.length === 0
        ? []
        : await read.plans.find({ where: { id: { in: planIds } }, limit: planIds.length });
    return {
      today: chinaDayOf(ports.clock.now()),
      rosters: rosters.map((roster) =>
        toSponsoredRosterView(
          roster,
          plans.find(({ id }) => id === roster.planId),
          caller,
        ),
      ),
    };
  },
);
