import { type z } from '../zod';
import type { StaffRole } from '../identity/role';
import type { deskAction } from './case-view';
import type { Claim } from './claim.schema';
import type { ClaimState } from './claim-state';

export type DeskAction = z.infer<typeof deskAction>;

/** A colleague at the desk, and the roles they hold where the claim is. */
export interface Colleague {
  readonly staffId: string;
  /** The colleague's own household, by keyed hash. */
  readonly householdId: string;
  readonly roles: readonly StaffRole[];
}

const HANDLER_STEPS: Readonly<Partial<Record<ClaimState, DeskAction>>> = {
  reported: 'accept',
  accepted: 'register',
  registered: 'assess',
  returned: 'assess',
};

/** Nobody handles a claim of their own household. Source: domain R20. */
export const isOwnHousehold = (
  claim: Pick<Claim, 'householdId'>,
  colleague: Pick<Colleague, 'householdId'>,
): boolean => claim.householdId === colleague.householdId;

/** Nobody approves, returns or refuses their own assessment. Source: domain R20. */
export const isOwnAssessment = (
  claim: Pick<Claim, 'assessorId'>,
  colleague: Pick<Colleague, 'staffId'>,
): boolean => claim.assessorId === colleague.staffId;

/** The steps of the desk that a colleague may take now; a statement of zero can be returned or refused, not approved. */
export const deskActionsOf = (claim: Claim, colleague: Colleague): DeskAction[] => {
  if (isOwnHousehold(claim, colleague)) return [];
  const step = HANDLER_STEPS[claim.state];
  if (step) return colleague.roles.includes('handler') ? [step] : [];
  const mayDecide =
    claim.state === 'assessed' && colleague.roles.includes('approver') && !isOwnAssessment(claim, colleague);
  if (!mayDecide) return [];
  return (claim.statement?.totalFen ?? 0) > 0 ? ['approve', 'return', 'refuse'] : ['return', 'refuse'];
};
