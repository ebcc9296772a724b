import { whoAmI } from '../../../shared/identity/who-am-i.contract';
import { rolesHeldAt } from '../../../shared/identity/role';
import { operation } from '../../_core/operation';

/**
 * The caller's roles, and the message templates the app may ask permission for.
 * Reads: staff, regions. Writes nothing.
 */
export const whoAmIOperation = operation(whoAmI, async ({ caller, read, ports }) => {
  const staff = await read.staff.get(caller.staffId);
  const roles = staff ? rolesHeldAt(staff, ports.clock.now()) : [];
  const codes = roles.map((held) => held.regionCode);
  const regions =
    codes.length > 0 ? await read.regions.find({ where: { id: { in: codes } }, limit: 20 }) : [];
  const nameOf = (code: string): string => regions.find((region) => region.id === code)?.name ?? '';
  const {
    policyIssued = '',
    claimProgress = '',
    payoutNotice = '',
    renewalDue = '',
  } = ports.messages.templateIds;
  return {
    staffName: staff?.name ?? null,
    roles: roles.map(({ role, regionCode }) => ({ role, regionCode, regionName: nameOf(regionCode) })),
    templates: { policyIssued, claimProgress, payoutNotice, renewalDue },
  };
});
