import { claimableKinds } from 'shared/claim/claimable-kinds';
import type { ClaimKind } from 'shared/claim/claim.schema';
import type { PolicyView } from 'shared/policy/policy-view';
import { formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import type { ClaimDraft } from './claim-draft';

type Person = PolicyView['insured'][number];

/** Where somebody stands: a policy and the position on it. */
export interface Stand {
  readonly policy: PolicyView;
  readonly personIndex: number;
  readonly person: Person;
}

/** Policies under which something can have happened: begun, even if cancelled since. */
const begunPolicies = (policies: readonly PolicyView[]): PolicyView[] =>
  policies.filter(({ state, startDay, lastDay }) => state !== 'notStarted' && startDay <= lastDay);

const standsIn = (policies: readonly PolicyView[]): Stand[] =>
  begunPolicies(policies).flatMap((policy) =>
    policy.insured.map((person, personIndex) => ({ policy, personIndex, person })),
  );

const isSame = (one: Person, other: Person): boolean =>
  one.name === other.name && one.maskedIdNumber === other.maskedIdNumber;

/** Everybody for whom a claim can be filed, each once, with the policy of the family that names them first. */
export const claimablePeople = (policies: readonly PolicyView[]): Stand[] =>
  standsIn(policies).filter(
    ({ person }, index, all) => all.findIndex((one) => isSame(one.person, person)) === index,
  );

/** The kinds of claim that a policy answers for one of its people. */
const kindsAt = ({ policy, person }: Stand): ClaimKind[] =>
  claimableKinds({
    medicalLimitFen: policy.medical?.limitFen ?? 0,
    accidentShareFen: person.accidentShareFen,
    allowancePerDayFen: person.allowancePerDayFen,
    illnessSumFen: person.illnessSumFen,
  });

/** The days a policy covers, in words. */
export const coverDays = ({ startDay, lastDay }: Pick<PolicyView, 'startDay' | 'lastDay'>): string =>
  `${formatChinaDate(startDay)}到${formatChinaDate(lastDay)}`;

const coversDay = ({ startDay, lastDay }: PolicyView, day: ChinaDay): boolean =>
  startDay <= day && day <= lastDay;

/** All places where the person of a draft stands; nothing before a choice. */
export const standsOf = (
  { policyId, personIndex }: Pick<ClaimDraft, 'policyId' | 'personIndex'>,
  policies: readonly PolicyView[],
): Stand[] => {
  const person = policies.find((policy) => policy.policyId === policyId)?.insured[personIndex];
  return person === undefined ? [] : standsIn(policies).filter((stand) => isSame(stand.person, person));
};

/** The kinds of claim that any policy answers for the person of a draft. */
export const kindsOf = (draft: ClaimDraft, policies: readonly PolicyView[]): ClaimKind[] => {
  const stands = standsOf(draft, policies);
  return [...new Set(stands.flatMap(kindsAt))];
};

/** Policies that cover the day of a draft and its kind, as far as they are known; the server judges by the minute. */
export const answeringStands = (
  draft: Pick<ClaimDraft, 'policyId' | 'personIndex' | 'kind' | 'accidentDay'>,
  policies: readonly PolicyView[],
): Stand[] =>
  standsOf(draft, policies).filter(
    (stand) =>
      (draft.accidentDay === '' || coversDay(stand.policy, draft.accidentDay)) &&
      (draft.kind === undefined || kindsAt(stand).includes(draft.kind)),
  );

/**
 * Where the person of a draft stands on a policy that answers, for the report to name: every other one is claimed with
 * it. Stays as it is while none answers.
 */
export const anchorOf = (
  draft: Pick<ClaimDraft, 'policyId' | 'personIndex' | 'kind' | 'accidentDay'>,
  policies: readonly PolicyView[],
): Pick<ClaimDraft, 'policyId' | 'personIndex'> => {
  const { policyId, personIndex } = draft;
  const answering = answeringStands(draft, policies);
  const found = answering.find((stand) => stand.policy.policyId === policyId) ?? answering[0];
  return found === undefined
    ? { policyId, personIndex }
    : { policyId: found.policy.policyId, personIndex: found.personIndex };
};

/** The policy and the person that a draft names. */
export const subjectOf = (draft: ClaimDraft, policies: readonly PolicyView[]) => {
  const policy = policies.find(({ policyId }) => policyId === draft.policyId);
  return { policy, person: policy?.insured[draft.personIndex] };
};
