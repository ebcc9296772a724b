import type { CaseView } from '../../../shared/claim/case-view';
import type { Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS } from '../../../shared/claim/claim-state';
import { deskActionsOf } from '../../../shared/claim/desk-actions';
import { personOf } from '../../../shared/claim/draw';
import { maskAccount, maskIdNumber } from '../../../shared/identity/masking';
import { isCoveredAt } from '../../../shared/policy/cover-period';
import { listedAt } from '../../../shared/policy/listed-at';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { ageOn, chinaDayOf } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import type { Workshop } from '../../_core/operation';
import { lastDayOf } from '../policy/policy-views';
import { planOf } from '../product/sale-plan';
import { policyOfClaim } from './adjudicate-claim';
import { colleagueAt } from './desk-step';

type Reading = Pick<Workshop, 'read' | 'ports'>;

const namesOf = async ({ read }: Reading, claim: Claim): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(claim.steps.flatMap((step) => step.by.staffId ?? []))];
  if (ids.length === 0) return new Map();
  const staff = await read.staff.find({ where: { id: { in: ids } }, limit: ids.length });
  return new Map(staff.map((one) => [one.id, one.name]));
};

const policyPart = (policy: Policy, plan: Plan, claim: Claim): CaseView['policy'] => {
  const listed = listedAt(policy, claim.accidentAt);
  const person = personOf({ insured: listed }, claim.personKey);
  return {
    policyNumber: policy.number,
    planName: plan.name,
    startDay: chinaDayOf(policy.startAt),
    lastDay: lastDayOf(policy),
    coveredAtAccident: isCoveredAt(policy, claim.accidentAt),
    insuredCount: listed.length,
    accidentShareFen: person.accidentShareFen,
    accidentPaidFen: person.accidentPaidFen,
    medicalLimitFen: policy.medicalLimitFen,
    medicalPaidFen: policy.medicalPaidFen,
  };
};

/** A case as the desk sees it, with what this caller may do now. The caller may look at it: `caseAtDesk`. */
export const caseViewOf = async (workshop: Reading, caller: Caller, claim: Claim): Promise<CaseView> => {
  const { read, ports } = workshop;
  const [policy, urls, names] = await Promise.all([
    policyOfClaim(read, claim),
    ports.files.temporaryUrls(claim.photos.map((photo) => photo.fileId)),
    namesOf(workshop, claim),
  ]);
  const plan = await planOf(workshop, policy.planId);
  const person = personOf(policy, claim.personKey);
  const { holder, number, bank } = claim.account;
  return {
    claimId: claim.id,
    claimNumber: claim.number,
    version: claim.version,
    state: claim.state,
    stateText: CLAIM_STATE_WORDS[claim.state],
    personName: claim.personName,
    consentAwaited: person.consent === null,
    maskedIdNumber: maskIdNumber(person.idNumber),
    ageAtAccident: ageOn(person.birthDay, chinaDayOf(claim.accidentAt)),
    kind: claim.kind,
    cause: claim.cause,
    accidentAt: claim.accidentAt,
    place: claim.place,
    description: claim.description,
    complexity: claim.complexity,
    promise: claim.promise,
    policy: policyPart(policy, plan, claim),
    account: { holder, maskedNumber: maskAccount(number), bank },
    photos: urls.map((url) => ({ url })),
    facts: claim.facts,
    statement: claim.statement,
    steps: claim.steps.map((step) => ({
      state: step.state,
      stateText: CLAIM_STATE_WORDS[step.state],
      at: step.at,
      role: step.by.role,
      staffName: step.by.staffId === null ? null : (names.get(step.by.staffId) ?? null),
      reason: step.reason,
    })),
    actions: deskActionsOf(claim, colleagueAt(caller, claim.regionCode)),
  };
};
