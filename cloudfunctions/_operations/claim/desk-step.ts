import type { Claim } from '../../../shared/claim/claim.schema';
import type { ClaimMover, ClaimState } from '../../../shared/claim/claim-state';
import { isOwnAssessment, isOwnHousehold, type Colleague } from '../../../shared/claim/desk-actions';
import { AppError } from '../../../shared/errors/app-error';
import type { StaffRole } from '../../../shared/identity/role';
import { isWithin } from '../../../shared/region/region.schema';
import type { WriteStores } from '../../_stores/stores';
import { holdsRoleOn, type Caller } from '../../_core/caller';
import type { Moment } from './move-and-store';
import { changeAndStore, moveAndStore } from './move-and-store';

/** The insurer's people who see whole cases. */
export const DESK_ROLES = [
  'handler',
  'approver',
  'supervisor',
  'panelist',
] as const satisfies readonly StaffRole[];
type DeskRole = (typeof DESK_ROLES)[number];

/** The caller as a colleague where a claim lies: roles held elsewhere do not count. */
export const colleagueAt = (caller: Caller, regionCode: string): Colleague => ({
  staffId: caller.staffId,
  householdId: caller.householdId,
  roles: caller.roles.filter((held) => isWithin(regionCode, held.regionCode)).map((held) => held.role),
});

/** A claim that the caller may look at. Throws CLAIM_NOT_FOUND, also for one outside the caller's region. */
export const caseAtDesk = (claim: Claim | undefined, caller: Caller, ...roles: StaffRole[]): Claim => {
  const wanted = roles.length > 0 ? roles : DESK_ROLES;
  if (!claim || !holdsRoleOn(caller, claim.regionCode, ...wanted)) throw new AppError('CLAIM_NOT_FOUND');
  return claim;
};

/** Which claim is to be moved, and the version the decision was taken on. */
interface MoveRequest {
  readonly claimId: string;
  readonly version: number;
}

/**
 * Throws OWN_HOUSEHOLD for a claim of the caller's own household, and for one that a policy of it pays: husband and wife
 * may report under each other's. Source: domain R20.
 */
export const refuseOwnHousehold = async (
  tx: Pick<WriteStores, 'policies'>,
  claim: Claim,
  caller: Caller,
): Promise<void> => {
  if (isOwnHousehold(claim, caller)) throw new AppError('OWN_HOUSEHOLD');
  for (const id of claim.policyIds) {
    const policy = await tx.policies.get(id);
    if (policy && isOwnHousehold(policy, caller)) throw new AppError('OWN_HOUSEHOLD');
  }
};

/**
 * Reads the claim that a colleague wants to move and checks what every step of the desk must hold.
 * Any of several roles will do. Throws CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED; for an approver's step also
 * OWN_ASSESSMENT. Source: domain R20.
 */
export const caseToMove = async (
  tx: WriteStores,
  caller: Caller,
  role: DeskRole | readonly DeskRole[],
  { claimId, version }: MoveRequest,
): Promise<Claim> => {
  const claim = caseAtDesk(await tx.claims.get(claimId), caller, ...[role].flat());
  await refuseOwnHousehold(tx, claim, caller);
  if (claim.version !== version) throw new AppError('VERSION_CHANGED');
  if (role === 'approver' && isOwnAssessment(claim, caller)) throw new AppError('OWN_ASSESSMENT');
  return claim;
};

/** One step of the desk. */
interface DeskStep {
  readonly to: ClaimState;
  readonly caller: Caller;
  readonly role: Extract<ClaimMover, StaffRole>;
  readonly moment: Moment;
  readonly reason?: string;
  readonly changes?: Partial<Claim>;
}

/** Moves a claim as a colleague: the claim, its audit row, the family's message. Throws CLAIM_STATE_WRONG. */
export const storeStep = (tx: WriteStores, from: Claim, step: DeskStep): Promise<Claim> =>
  moveAndStore(tx, from, {
    to: step.to,
    by: { role: step.role, staffId: step.caller.staffId },
    actor: step.caller.staffId,
    moment: step.moment,
    reason: step.reason,
    changes: step.changes,
  });

/** Changes a claim that stays in its state, as a colleague: a new version and an audit row. */
export const storeChange = (
  tx: WriteStores,
  from: Claim,
  {
    action,
    caller,
    moment,
    changes,
  }: Pick<DeskStep, 'caller' | 'moment'> & { action: string; changes: Partial<Claim> },
): Promise<Claim> => changeAndStore(tx, from, { action, actor: caller.staffId, moment, changes });
