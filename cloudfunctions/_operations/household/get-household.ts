import { getHousehold } from '../../../shared/household/get-household.contract';
import { asEntered } from '../../../shared/household/member.schema';
import { operation } from '../../_core/operation';

/**
 * The family as it last bought, for its own policyholder.
 * Reads: households, regions. Writes nothing.
 */
export const getHouseholdOperation = operation(getHousehold, async ({ read, caller }) => {
  const household = await read.households.get(caller.householdId);
  if (!household) return { household: null };
  const village = await read.regions.get(household.regionCode);
  return {
    household: {
      villageName: village?.name ?? '',
      phone: household.phone,
      members: household.members.map(asEntered),
    },
  };
});
