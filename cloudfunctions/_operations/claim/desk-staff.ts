import type { Claim } from '../../../shared/claim/claim.schema';
import { turnOf } from '../../../shared/claim/claim-state';
import type { RaisedAlarm } from '../../../shared/claim/claim-clocks';
import { rolesHeldAt, type StaffRecord, type StaffRole } from '../../../shared/identity/role';
import { isWithin, regionChain } from '../../../shared/region/region.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import { deriveSecretId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import type { Vault } from '../../_core/vault';

/** People with a role on a county, or on what lies above it: an insurer's desk is small. */
const MOST = 500;

/** Everybody who may hold a role of the desk on a county. */
export const staffOfCounty = ({ read }: Pick<Workshop, 'read'>, countyCode: string): Promise<StaffRecord[]> =>
  read.staff.find({ where: { 'grants.regionCode': { in: regionChain(countyCode) } }, limit: MOST });

const holds = (person: StaffRecord, role: StaffRole, claim: Claim, now: EpochMs): boolean =>
  rolesHeldAt(person, now).some((held) => held.role === role && isWithin(claim.regionCode, held.regionCode));

/**
 * Who is told that a case is due: the colleague who has it in hand, or everybody whose turn it may be; once the date has
 * passed, the supervisors too. Never somebody of one of these households. Source: domain R16, R20.
 */
export const toldOf = (
  vault: Vault,
  staff: readonly StaffRecord[],
  claim: Claim,
  {
    alarm,
    at,
    households,
  }: { readonly alarm: RaisedAlarm; readonly at: EpochMs; readonly households: readonly string[] },
): StaffRecord[] => {
  const strangers = staff.filter(({ openid }) => !households.includes(deriveSecretId(vault, 'hh', openid)));
  const inRole = (role: StaffRole): StaffRecord[] =>
    strangers.filter((person) => holds(person, role, claim, at));
  const turn = alarm === 'advanceDue' ? 'handler' : turnOf(claim.state);
  const atWork = turn === null ? [] : inRole(turn);
  const own = turn === 'handler' ? atWork.filter(({ id }) => id === claim.handlerId) : [];
  const above = alarm === 'warned' ? [] : inRole('supervisor');
  return [...new Set([...(own.length > 0 ? own : atWork), ...above])];
};
