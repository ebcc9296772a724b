import { type z } from '../zod';
import type { StaffRole } from '../identity/role';
import type { deskAction } from './case-view';
import { isAdvanced, type Claim } from './claim.schema';
import { mayMove, UNDECIDED_STATES, type ClaimMover, type ClaimState } from './claim-state';

export type DeskAction = z.infer<typeof deskAction>;

/** A colleague at the desk, and the roles they hold where the claim is. */
export interface Colleague {
  readonly staffId: string;
  /** The colleague's own household, by keyed hash. */
  readonly householdId: string;
  readonly roles: readonly StaffRole[];
}

/** Whether a claim, or a policy that pays it, is of the colleague's own household: nobody handles such a claim. Source: domain R20. */
export const isOwnHousehold = (
  record: Pick<Claim, 'householdId'>,
  colleague: Pick<Colleague, 'householdId'>,
): boolean => record.householdId === colleague.householdId;

/**
 * Nobody approves, returns or refuses their own assessment; nor, after an objection, the review of what they assessed
 * before. Source: domain R20, R22.
 */
export const isOwnAssessment = (
  { assessorId, objection, steps }: Pick<Claim, 'assessorId' | 'objection' | 'steps'>,
  { staffId }: Pick<Colleague, 'staffId'>,
): boolean =>
  assessorId === staffId ||
  (objection !== null && steps.some(({ state, by }) => state === 'assessed' && by.staffId === staffId));

/** Whoever decided what the family objected to does not review it. Source: domain R22. */
export const isOwnReview = (
  { objection, pastAssessorIds }: Pick<Claim, 'objection' | 'pastAssessorIds'>,
  { staffId }: Pick<Colleague, 'staffId'>,
): boolean => objection !== null && pastAssessorIds.includes(staffId);

/** Whoever handles, assessed, decided what the family objected to, or asked does not vote. Source: domain R20, R22. */
export const isPartial = (
  {
    handlerId,
    assessorId,
    pastAssessorIds,
    panel,
  }: Pick<Claim, 'handlerId' | 'assessorId' | 'pastAssessorIds' | 'panel'>,
  { staffId }: Pick<Colleague, 'staffId'>,
): boolean => [handlerId, assessorId, panel?.openedBy, ...pastAssessorIds].includes(staffId);

interface Rule {
  readonly action: DeskAction;
  readonly role: StaffRole;
  readonly when: (claim: Claim, colleague: Colleague) => boolean;
}

const goesTo =
  (to: ClaimState, by: ClaimMover) =>
  ({ state }: Claim): boolean =>
    mayMove(state, to, by);

const isOpen = ({ state }: Claim): boolean => UNDECIDED_STATES.includes(state);
const awaitsVotes = ({ panel }: Claim): boolean => panel !== null && panel.outcome === null;

/** Every step of the desk, who takes it and when; in the order in which they are offered. */
const RULES: readonly Rule[] = [
  { action: 'accept', role: 'handler', when: ({ state }) => state === 'reported' },
  {
    action: 'register',
    role: 'handler',
    when: ({ state }) => state === 'accepted',
  },
  {
    action: 'resume',
    role: 'handler',
    when: ({ state }) => state === 'papersAsked' || state === 'investigating',
  },
  {
    action: 'assess',
    role: 'handler',
    when: (claim, colleague) => mayMove(claim.state, 'assessed', 'handler') && !isOwnReview(claim, colleague),
  },
  {
    action: 'askPapers',
    role: 'handler',
    when: (claim) =>
      mayMove(claim.state, 'papersAsked', 'handler') &&
      (claim.notices.length === 0 || claim.noticeAllowed !== null),
  },
  { action: 'investigate', role: 'handler', when: goesTo('investigating', 'handler') },
  {
    action: 'proposeAdvance',
    role: 'handler',
    when: (claim) => isOpen(claim) && claim.state !== 'reported' && !isAdvanced(claim),
  },
  {
    action: 'approve',
    role: 'approver',
    when: (claim, colleague) =>
      claim.state === 'assessed' &&
      !isOwnAssessment(claim, colleague) &&
      !awaitsVotes(claim) &&
      (claim.statement?.totalFen ?? 0) > 0,
  },
  {
    action: 'return',
    role: 'approver',
    when: (claim, colleague) => claim.state === 'assessed' && !isOwnAssessment(claim, colleague),
  },
  {
    action: 'refuse',
    role: 'approver',
    when: (claim, colleague) =>
      claim.state === 'assessed' && !isOwnAssessment(claim, colleague) && !awaitsVotes(claim),
  },
  {
    action: 'approveAdvance',
    role: 'approver',
    when: (claim, colleague) =>
      isOpen(claim) &&
      !isOwnAssessment(claim, colleague) &&
      claim.advance !== null &&
      claim.advance.approvedBy === null &&
      claim.advance.proposedBy !== colleague.staffId,
  },
  { action: 'markGreen', role: 'handler', when: isOpen },
  { action: 'openPanel', role: 'handler', when: (claim) => isOpen(claim) && claim.panel === null },
  { action: 'openPanel', role: 'approver', when: (claim) => isOpen(claim) && claim.panel === null },
  {
    action: 'vote',
    role: 'panelist',
    when: (claim, colleague) =>
      awaitsVotes(claim) &&
      !isPartial(claim, colleague) &&
      !(claim.panel?.votes.some(({ staffId }) => staffId === colleague.staffId) ?? true),
  },
  { action: 'agree', role: 'supervisor', when: goesTo('agreed', 'supervisor') },
  {
    action: 'allowNotice',
    role: 'supervisor',
    when: (claim) => isOpen(claim) && claim.notices.length > 0 && claim.noticeAllowed === null,
  },
  { action: 'reopen', role: 'supervisor', when: goesTo('reopened', 'supervisor') },
];

/** The steps of the desk that a colleague may take now. Source: domain R20. */
export const deskActionsOf = (claim: Claim, colleague: Colleague): DeskAction[] => {
  if (isOwnHousehold(claim, colleague)) return [];
  const actions = RULES.filter(
    ({ role, when }) => colleague.roles.includes(role) && when(claim, colleague),
  ).map(({ action }) => action);
  return [...new Set(actions)];
};
