import { listRosters } from '../../../shared/roster/roster.contracts';
import { countyOf } from '../../../shared/region/region.schema';
import { regionOfRole } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { plansOfCounty } from '../product/sale-plan';
import { toRosterView } from './roster-views';

const MOST_ROSTERS = 50;

/** The rosters of the caller's county and the plans it sells. Reads: rosters, plans. Writes nothing. */
export const listRostersOperation = operation(listRosters, async (context) => {
  const { caller, read } = context;
  const countyCode = countyOf(regionOfRole(caller, 'countyManager') ?? '');
  const [rosters, plans] = await Promise.all([
    read.rosters.find({
      where: { countyCode },
      orderBy: [['uploadedAt', 'desc']],
      limit: MOST_ROSTERS,
    }),
    plansOfCounty(context, countyCode),
  ]);
  const older = [...new Set(rosters.map(({ planId }) => planId))].filter(
    (planId) => !plans.some(({ id }) => id === planId),
  );
  const known = [
    ...plans,
    ...(older.length > 0 ? await read.plans.find({ where: { id: { in: older } }, limit: older.length }) : []),
  ];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return {
    rosters: rosters.map((roster) => toRosterView(roster, names.get(roster.planId) ?? '')),
    plans: plans.map(({ id, name, priceFen, priceUnit, isSample }) => ({
      id,
      name,
      priceFen,
      priceUnit,
      isSample,
    })),
  };
});
