import type { Claim } from '../claim/claim.schema';

/** Everybody at the desk who had a part in a claim: none of them answers a complaint about it. Source: domain R20, R22. */
export const staffBehind = ({
  steps,
  handlerId,
  assessorId,
  pastAssessorIds,
  approverId,
}: Pick<Claim, 'steps' | 'handlerId' | 'assessorId' | 'pastAssessorIds' | 'approverId'>): string[] => {
  const all = [handlerId, assessorId, approverId, ...pastAssessorIds, ...steps.map(({ by }) => by.staffId)];
  return [...new Set(all.filter((id) => id !== null))];
};
