import { claimableKinds } from 'shared/claim/claimable-kinds';
import type { ClaimKind } from 'shared/claim/claim.schema';
import { lawfulHoldersAmong } from 'shared/claim/filing';
import type { PolicyView } from 'shared/policy/policy-view';
import { formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import type { ClaimDraft } from './claim-draft';

/** Policies under which something can have happened: begun, even if cancelled since. */
const begunPolicies = (policies: readonly PolicyView[]): PolicyView[] =>
  policies.filter(({ state, startDay, lastDay }) => state !== 'notStarted' && startDay <= lastDay);

/** The kinds of claim that a policy answers for one of its people; for anybody when nobody is named. */
export const kindsOf = (
  { insured, medical }: Pick<PolicyView, 'insured' | 'medical'>,
  person?: PolicyView['insured'][number],
): ClaimKind[] =>
  claimableKinds({
    medicalLimitFen: medical?.limitFen ?? 0,
    accidentShareFen: person?.accidentShareFen ?? Math.max(0, ...insured.map((one) => one.accidentShareFen)),
  });

/** Policies for which a claim can be filed here. */
export const claimablePolicies = (policies: readonly PolicyView[]): PolicyView[] =>
  begunPolicies(policies).filter((policy) => kindsOf(policy).length > 0);

/** Policies in force whose claims are told by phone: they cover diseases. */
export const policiesByPhone = (policies: readonly PolicyView[]): PolicyView[] =>
  begunPolicies(policies).filter((policy) => kindsOf(policy).length === 0);

/** The days a policy covers, in words. */
export const coverDays = ({ startDay, lastDay }: Pick<PolicyView, 'startDay' | 'lastDay'>): string =>
  `${formatChinaDate(startDay)}到${formatChinaDate(lastDay)}`;

/** Whether a day lies in a policy's cover; the server judges by the minute. */
export const coversDay = (
  { startDay, lastDay }: Pick<PolicyView, 'startDay' | 'lastDay'>,
  day: ChinaDay,
): boolean => startDay <= day && day <= lastDay;

/** The policy and the person that a draft names. */
export const subjectOf = (draft: ClaimDraft, policies: readonly PolicyView[]) => {
  const policy = policies.find(({ policyId }) => policyId === draft.policyId);
  return { policy, person: policy?.insured[draft.personIndex] };
};

/** Who of the policy may receive this money; nobody while the draft does not say for whom and what. */
export const holdersFor = (draft: ClaimDraft, policies: readonly PolicyView[]): string[] => {
  const { policy } = subjectOf(draft, policies);
  if (policy === undefined || draft.kind === undefined) return [];
  return lawfulHoldersAmong(policy.insured, draft.personIndex, draft.kind);
};
