import { ADULT_AGE_YEARS } from '../../../shared/household/household.schema';
import { maskIdNumber } from '../../../shared/identity/masking';
import { correctableOn } from '../../../shared/policy/correction';
import { accidentLeftOf } from '../../../shared/policy/listed-at';
import type { PolicyView } from '../../../shared/policy/policy-view';
import type { Policy } from '../../../shared/policy/policy.schema';
import { renewalPhase, renewalWindow } from '../../../shared/policy/renewal';
import { renewalTermsOf } from '../../../shared/policy/renewal.config';
import type { Plan } from '../../../shared/product/plan.schema';
import { sumOf } from '../../../shared/money/fen';
import { countyOf } from '../../../shared/region/region.schema';
import { ageOn, chinaDayOf, type ChinaDay, type EpochMs } from '../../../shared/time/china-day';

/** Last China day on which a policy covers, inclusive. */
export const lastDayOf = (policy: Pick<Policy, 'endAt'>): string => chinaDayOf(policy.endAt - 1);

const stateAt = (policy: Policy, now: EpochMs): PolicyView['state'] => {
  if (policy.state === 'cancelled') return 'cancelled';
  if (now < policy.startAt) return 'notStarted';
  return now < policy.endAt ? 'active' : 'ended';
};

const renewableUntil = ({ state, endAt, regionCode }: Policy, now: EpochMs): ChinaDay | null => {
  const terms = renewalTermsOf(countyOf(regionCode));
  const isOpen = state === 'issued' && renewalPhase(endAt, now, terms) === 'open';
  return isOpen ? renewalWindow(endAt, terms).lastDay : null;
};

/** How each coverage pays, as far as the plan has it. */
const coverageTerms = (
  policy: Policy,
  { medical, allowance, illness }: Plan,
): Pick<PolicyView, 'medical' | 'allowance' | 'illness'> => ({
  medical: medical && {
    limitFen: policy.medicalLimitFen,
    leftFen: policy.medicalLimitFen - policy.medicalPaidFen,
    deductibleFen: medical.deductibleFen,
    ratioAfterSocialInsurance: medical.ratioAfterSocialInsurance,
    ratioWithoutSocialInsurance: medical.ratioWithoutSocialInsurance,
  },
  allowance: allowance && { waitingDays: allowance.waitingDays, maxDays: allowance.maxDays },
  illness: illness && {
    waitingDays: illness.waitingDays,
    diseasesDocumentId: illness.diseasesDocumentId,
  },
});

/** A policy as its household sees it. */
export const toPolicyView = (policy: Policy, plan: Plan, now: EpochMs): PolicyView => ({
  policyId: policy.id,
  policyNumber: policy.number,
  planName: plan.name,
  productName: plan.productName,
  filingNumber: plan.filingNumber,
  isSample: plan.isSample,
  insurer: plan.insurer,
  copies: policy.copies,
  premiumFen: policy.premiumFen,
  issuedAt: policy.issuedAt,
  startDay: chinaDayOf(policy.startAt),
  lastDay: lastDayOf(policy),
  state: stateAt(policy, now),
  renewableUntil: renewableUntil(policy, now),
  correctable: correctableOn(policy, now).some((what) => what !== 'nothing'),
  cancellation: policy.cancellation && {
    day: chinaDayOf(policy.cancellation.at),
    refundFen: policy.cancellation.refundFen,
  },
  insured: policy.insured.map((person, index) => ({
    name: person.name,
    maskedIdNumber: maskIdNumber(person.idNumber),
    relation: person.relation,
    correctable: correctableOn(policy, now)[index] ?? 'nothing',
    isAdult: ageOn(person.birthDay, chinaDayOf(now)) >= ADULT_AGE_YEARS,
    accidentShareFen: person.accidentShareFen,
    consentAwaited: person.consent === null,
    accidentLeftFen: accidentLeftOf(policy, person),
    allowancePerDayFen: person.allowancePerDayFen,
    illnessSumFen: person.illnessSumFen,
  })),
  accidentSumFen: sumOf(policy.insured.map((person) => person.accidentShareFen)),
  ...coverageTerms(policy, plan),
});
