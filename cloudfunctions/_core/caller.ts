import type { HeldRole, StaffRole } from '../../shared/identity/role';
import { isWithin } from '../../shared/region/region.schema';

/** Who calls, as the platform proved it; never from the event. */
export interface Caller {
  readonly openid: string;
  /** The caller's own household, by keyed hash of the openid; it need not exist. */
  readonly householdId: string;
  /** Staff id by keyed hash of the openid; it need not exist. */
  readonly staffId: string;
  /** Name and roles of a staff member; read only for operations that are not open to everybody. */
  readonly staffName: string | undefined;
  readonly roles: readonly HeldRole[];
}

/** The first region on which the caller holds a role. */
export const regionOfRole = (caller: Caller, ...roles: readonly StaffRole[]): string | undefined =>
  caller.roles.find((held) => roles.includes(held.role))?.regionCode;

/** Whether the caller holds one of the roles on a region that contains the code. */
export const holdsRoleOn = (caller: Caller, code: string, ...roles: readonly StaffRole[]): boolean =>
  caller.roles.some((held) => roles.includes(held.role) && isWithin(code, held.regionCode));
