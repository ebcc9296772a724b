import { getHousehold } from '../../../shared/household/get-household.contract';
import { asEntered } from '../../../shared/household/member.schema';
import { operation } from '../../_core/operation';

/**
 * The family as it last bought, for its own policyholder.
 * Reads: households, regions. Writes nothing.
 */
export const getHouseholdOperation = operation(getHousehold, async ({ read, caller }) => {
  const household = await read.households.get(caller.householdId);
  // A forgotten family has no members.
  if (!household || household.members.length === 0) return { household: null };
  const village = await read.regions.get(household.regionCode);
  return {
    household: {
      villageName: village?.name ?? '',
      phone: household.phone,
      contact: household.contact,
      members: household.members.map(asEntered),
    },
  };
});
