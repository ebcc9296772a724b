import { moveClaim, type Claim } from '../../../shared/claim/claim.schema';
import type { ClaimState } from '../../../shared/claim/claim-state';
import { isOwnAssessment, isOwnHousehold, type Colleague } from '../../../shared/claim/desk-actions';
import { AppError } from '../../../shared/errors/app-error';
import type { StaffRole } from '../../../shared/identity/role';
import { isWithin } from '../../../shared/region/region.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { holdsRoleOn, type Caller } from '../../_core/caller';
import { claimProgressMessage } from '../message/claim-messages';

/** The insurer's people who see whole cases. */
const DESK_ROLES = ['handler', 'approver'] as const satisfies readonly StaffRole[];

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
 * Reads the claim that a colleague wants to move and checks what every step of the desk must hold.
 * Throws CLAIM_NOT_FOUND, OWN_HOUSEHOLD, VERSION_CHANGED; for an approver also OWN_ASSESSMENT. Source: domain R20.
 */
export const caseToMove = async (
  tx: WriteStores,
  caller: Caller,
  role: 'handler' | 'approver',
  { claimId, version }: MoveRequest,
): Promise<Claim> => {
  const claim = caseAtDesk(await tx.claims.get(claimId), caller, role);
  if (isOwnHousehold(claim, caller)) throw new AppError('OWN_HOUSEHOLD');
  if (claim.version !== version) throw new AppError('VERSION_CHANGED');
  if (role === 'approver' && isOwnAssessment(claim, caller)) throw new AppError('OWN_ASSESSMENT');
  return claim;
};

/** One step of the desk. */
interface DeskStep {
  readonly to: ClaimState;
  readonly caller: Caller;
  readonly role: 'handler' | 'approver' | 'cashier';
  readonly at: EpochMs;
  readonly reason?: string;
  readonly changes?: Partial<Claim>;
}

/**
 * Moves a claim and stores all that belongs to the step: the claim, its audit row, the family's message.
 * Throws CLAIM_STATE_WRONG for a step that is not legal now.
 */
export const storeStep = async (tx: WriteStores, from: Claim, step: DeskStep): Promise<Claim> => {
  const by = { role: step.role, staffId: step.caller.staffId };
  const moved = moveClaim(from, step.to, { at: step.at, by, reason: step.reason }, step.changes);
  if (!moved) throw new AppError('CLAIM_STATE_WRONG');
  await tx.claims.put(moved);
  await appendAudit(tx, {
    action: `claim.${step.to}`,
    record: moved,
    actor: step.caller.staffId,
    at: step.at,
  });
  const message = claimProgressMessage(moved, step.at);
  if (message) await tx.messages.create(message);
  return moved;
};
