import type { CaseView } from '../../../shared/claim/case-view';
import type { Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS } from '../../../shared/claim/claim-state';
import { deskActionsOf, isOwnHousehold } from '../../../shared/claim/desk-actions';
import { personOf } from '../../../shared/claim/draw';
import { maskAccount, maskIdNumber, maskName } from '../../../shared/identity/masking';
import { isCoveredAt } from '../../../shared/policy/cover-period';
import { listedAt } from '../../../shared/policy/listed-at';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { ageOn, chinaDayOf } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import type { Workshop } from '../../_core/operation';
import { lastDayOf } from '../policy/policy-views';
import { plansOf } from '../product/sale-plan';
import { policiesOfClaim } from './adjudicate-claim';
import { nameIn, namesOf, type Names } from './colleague-names';
import { colleagueAt } from './desk-step';
import { duplicateWarnings } from './duplicates';
import { deskViewer, showPapers } from './show-papers';

type Showing = Pick<Workshop, 'read' | 'write' | 'ports' | 'vault'>;

/** Everybody whom the case names. */
const colleaguesOf = (claim: Claim): (string | null)[] => [
  ...claim.steps.map(({ by }) => by.staffId),
  ...(claim.panel?.votes.map(({ staffId }) => staffId) ?? []),
  ...(claim.advance ? [claim.advance.proposedBy] : []),
  claim.assistedBy,
];

const policyPart = (policy: Policy, plan: Plan, claim: Claim): CaseView['policies'][number] => {
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
    allowancePerDayFen: person.allowancePerDayFen,
    allowanceDaysPaid: person.allowanceDaysPaid,
    illnessSumFen: person.illnessSumFen,
    illnessPaidFen: person.illnessPaidFen,
  };
};

const payeePart = (claim: Claim, payee: Claim['payees'][number]): CaseView['payees'][number] => {
  const proof = claim.papers.findIndex(({ sha256 }) => sha256 === payee.proof);
  return {
    relation: payee.relation,
    holder: payee.account.holder,
    maskedNumber: maskAccount(payee.account.number),
    bank: payee.account.bank,
    weight: payee.weight,
    proof: proof < 0 ? null : proof,
  };
};

const advancePart = ({ advance }: Claim, names: Names): CaseView['advance'] =>
  advance && {
    statement: advance.statement,
    reason: advance.reason,
    proposedAt: advance.proposedAt,
    proposedBy: nameIn(names, advance.proposedBy),
    approvedAt: advance.approvedAt,
  };

const panelPart = ({ panel }: Claim, names: Names): CaseView['panel'] =>
  panel && {
    reason: panel.reason,
    openedAt: panel.openedAt,
    votes: panel.votes.map(({ staffId, choice, reason, at }) => ({
      staffName: nameIn(names, staffId),
      choice,
      reason,
      at,
    })),
    outcome: panel.outcome,
  };

const assistedPart = ({ assistedBy, reportedAt }: Claim, names: Names): CaseView['assistedBy'] => {
  if (assistedBy === null) return null;
  const name = nameIn(names, assistedBy);
  return { maskedName: name === null ? null : maskName(name), sentAt: reportedAt };
};

const stepPart = (step: Claim['steps'][number], names: Names): CaseView['steps'][number] => ({
  state: step.state,
  stateText: CLAIM_STATE_WORDS[step.state],
  at: step.at,
  role: step.by.role,
  staffName: nameIn(names, step.by.staffId),
  reason: step.reason,
});

const noticePart = ({ papers }: Claim, notice: Claim['notices'][number]): CaseView['notices'][number] => ({
  at: notice.at,
  papers: notice.papers.map(({ called, photos }) => ({
    called,
    photos: papers.flatMap(({ sha256 }, position) => (photos.includes(sha256) ? [position] : [])),
  })),
  answeredAt: notice.answeredAt,
  allowedReason: notice.allowedBy?.reason ?? null,
});

/**
 * A case as the desk sees it, with fresh addresses of its papers and what this caller may do now. Throws CLAIM_NOT_FOUND
 * outside the caller's region.
 */
export const caseViewOf = async (workshop: Showing, caller: Caller, claim: Claim): Promise<CaseView> => {
  const { read } = workshop;
  const colleague = colleagueAt(caller, claim.regionCode);
  const [policies, shown, names, warnings] = await Promise.all([
    policiesOfClaim(read, claim),
    showPapers(workshop, claim, deskViewer(caller, claim)),
    namesOf(workshop, colleaguesOf(claim)),
    duplicateWarnings(workshop, claim, claim.facts ?? claim.advance?.facts ?? null),
  ]);
  const planOf = await plansOf({ read }, policies);
  const isOwn = [claim, ...policies].some((record) => isOwnHousehold(record, colleague));
  const persons = policies.map((policy) => personOf(policy, claim.personKey));
  const [person] = persons;
  if (!person) throw new Error('a claim without a policy');
  return {
    claimId: claim.id,
    claimNumber: claim.number,
    version: claim.version,
    state: claim.state,
    stateText: CLAIM_STATE_WORDS[claim.state],
    personName: claim.personName,
    consentAwaited: persons.some(({ consent }) => consent === null),
    maskedIdNumber: maskIdNumber(person.idNumber),
    ageAtAccident: ageOn(person.birthDay, chinaDayOf(claim.accidentAt)),
    kind: claim.kind,
    cause: claim.cause,
    accidentAt: claim.accidentAt,
    place: claim.place,
    description: claim.description,
    complexity: claim.complexity,
    promise: claim.promise,
    alarm: claim.alarm,
    greenChannel: claim.greenChannel && { reason: claim.greenChannel.reason },
    assistedBy: assistedPart(claim, names),
    policies: policies.map((policy) => policyPart(policy, planOf(policy), claim)),
    payees: claim.payees.map((payee) => payeePart(claim, payee)),
    ...shown,
    tellsLooks: colleague.roles.includes('supervisor'),
    notices: claim.notices.map((notice) => noticePart(claim, notice)),
    noticeAllowed: claim.noticeAllowed !== null,
    facts: claim.facts,
    warnings,
    statement: claim.statement,
    advance: advancePart(claim, names),
    panel: panelPart(claim, names),
    objection: claim.objection,
    orderedFen: claim.orderedFen,
    paidFen: claim.paidFen,
    steps: claim.steps.map((step) => stepPart(step, names)),
    actions: isOwn ? [] : deskActionsOf(claim, colleague),
    isOwnHousehold: isOwn,
  };
};
