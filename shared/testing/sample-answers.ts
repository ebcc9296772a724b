import type { AnsweringPolicy, CoverLeft } from '../claim/answering-policy';
import type { AssessmentFacts, BenefitFacts, FactsOf, InvoiceLine } from '../claim/assessment.schema';
import { GRADE_TABLES } from '../product/disability-standards';
import type { Coverages } from '../product/plan.schema';
import { instantAt } from '../time/china-day';

/** Everything that a plan may cover; the accident and medical figures are those of the county notice. */
export const FULL_COVERAGE = {
  accident: {
    kind: 'accident',
    sumFen: 200_000_00,
    disability: {
      standard: 'JR/T 0083-2013',
      version: '2013',
      gradeRatios: [...GRADE_TABLES.equalSteps.gradeRatios],
    },
    clause: '第三条',
  },
  medical: {
    kind: 'medical',
    limitFen: 12_000_00,
    deductibleFen: 100_00,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '第四条',
  },
  allowance: { kind: 'allowance', perDayFen: 50_00, waitingDays: 3, maxDays: 90, clause: '第五条' },
  illness: {
    kind: 'illness',
    sumFen: 50_000_00,
    waitingDays: 90,
    diseasesDocumentId: 'doc_x',
    clause: '第六条',
  },
} satisfies Coverages;

/** Of nothing drawn yet, for one person who has the whole accident sum. */
const FULL_LEFT: CoverLeft = {
  accidentShareFen: 200_000_00,
  accidentPaidFen: 0,
  medicalLimitFen: 12_000_00,
  medicalPaidFen: 0,
  deductibleBorneFen: 0,
  allowancePerDayFen: 50_00,
  allowanceDaysPaid: 0,
  illnessSumFen: 50_000_00,
  illnessPaidFen: 0,
  ratings: [],
};

/** The day of the accident in tests of rules, ten days after the start of cover; an adult. */
export const ACCIDENT_DAY = '2026-06-12';
export const CLAIMED_PERSON = { birthDay: '1979-03-15', accidentAt: instantAt(ACCIDENT_DAY, '09:30') };

/** A policy that answers with everything. */
export const answeringPolicy = (
  left: Partial<CoverLeft> = {},
  changes: Partial<AnsweringPolicy> = {},
): AnsweringPolicy => ({
  policyId: 'pol_x',
  policyNumber: '35042126000000000002',
  planName: '家庭意外 100',
  coverage: FULL_COVERAGE,
  left: { ...FULL_LEFT, ...left },
  startAt: instantAt('2026-06-02', '00:00'),
  continues: false,
  ...changes,
});

/** Facts with nothing refused and nothing beyond the clauses. */
export const factsOf = (...benefits: BenefitFacts[]): AssessmentFacts => ({
  benefits,
  refused: [],
  exGratia: [],
});

/** An invoice that is recognised in full. */
export const invoiceOf = (
  amountFen: number,
  paidByOthersFen = 0,
  changes: Partial<InvoiceLine> = {},
): InvoiceLine => ({
  label: '住院发票',
  number: '',
  day: null,
  amountFen,
  eligibleFen: amountFen,
  paidByOthersFen,
  note: '',
  ...changes,
});

export const medicalFacts = (invoices: InvoiceLine[], afterSocialInsurance = true): FactsOf<'medical'> => ({
  kind: 'medical',
  invoices,
  afterSocialInsurance,
});

/** Injuries as part and grade, rated on day 100. */
export const disabilityFacts = (
  injuries: readonly (readonly [part: string, grade: number])[],
  changes: Partial<FactsOf<'disability'>> = {},
): FactsOf<'disability'> => ({
  kind: 'disability',
  injuries: injuries.map(([part, grade]) => ({ code: '7.6.1', part, grade })),
  ratedOn: '2026-09-20',
  inTreatment: false,
  ...changes,
});

export const deathFacts = (diedOn = '2026-06-20', paidByOtherInsurersFen = 0): FactsOf<'death'> => ({
  kind: 'death',
  diedOn,
  paidByOtherInsurersFen,
});

/** Stays as days of admission and discharge. */
export const allowanceFacts = (
  ...stays: (readonly [admittedOn: string, dischargedOn: string])[]
): FactsOf<'allowance'> => ({
  kind: 'allowance',
  stays: stays.map(([admittedOn, dischargedOn]) => ({ admittedOn, dischargedOn })),
});

export const illnessFacts = (diagnosedOn: string): FactsOf<'illness'> => ({
  kind: 'illness',
  disease: '肝癌',
  diagnosedOn,
});
