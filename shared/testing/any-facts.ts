import fc from 'fast-check';
import type { AnsweringPolicy, CoverLeft } from '../claim/answering-policy';
import type { AssessmentFacts, BenefitFacts, FactsOf } from '../claim/assessment.schema';
import { addDays } from '../time/china-day';
import { GRADE_TABLES } from '../product/disability-standards';
import {
  ACCIDENT_DAY,
  answeringPolicy,
  CLAIMED_PERSON,
  FULL_COVERAGE,
  invoiceOf,
  medicalFacts,
} from './sample-answers';

const MILLION = 100_000_000;
const day = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((days) => addDays(ACCIDENT_DAY, days));

const anyInvoice = fc
  .tuple(fc.nat(MILLION), fc.nat(100), fc.nat(100))
  .map(([amountFen, eligible, byOthers]) => {
    const eligibleFen = Math.floor((amountFen * eligible) / 100);
    const paidByOthersFen = Math.floor((eligibleFen * byOthers) / 100);
    return invoiceOf(amountFen, paidByOthersFen, { eligibleFen, note: '只认一部分' });
  });
export const anyMedical = fc
  .tuple(fc.array(anyInvoice, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([invoices, afterSocialInsurance]) => medicalFacts(invoices, afterSocialInsurance));

/** One stay after another, never two on a day. */
export const anyAllowance: fc.Arbitrary<FactsOf<'allowance'>> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(30)), { minLength: 1, maxLength: 3 })
  .map((stays) => {
    let next = 0;
    return {
      kind: 'allowance',
      stays: stays.map(([apart, long]) => {
        const admitted = next + apart;
        next = admitted + long;
        return { admittedOn: addDays(ACCIDENT_DAY, admitted), dischargedOn: addDays(ACCIDENT_DAY, next) };
      }),
    };
  });

const anyDisability: fc.Arbitrary<FactsOf<'disability'>> = fc.record({
  kind: fc.constant('disability' as const),
  injuries: fc.uniqueArray(
    fc.record({
      code: fc.constant('7.6.1'),
      part: fc.constantFrom('左手', '右手', '左腿', '右腿'),
      grade: fc.integer({ min: 1, max: 10 }),
    }),
    { selector: ({ part }) => part, minLength: 1, maxLength: 4 },
  ),
  ratedOn: day(120, 180),
  inTreatment: fc.constant(false),
});

const anyDeath: fc.Arbitrary<FactsOf<'death'>> = fc.record({
  kind: fc.constant('death' as const),
  diedOn: day(180, 180),
  paidByOtherInsurersFen: fc.nat(MILLION),
});

export const anyIllness: fc.Arbitrary<FactsOf<'illness'>> = fc.record({
  kind: fc.constant('illness' as const),
  disease: fc.constant('肝癌'),
  diagnosedOn: day(0, 180),
});

/** Facts without a fault: each benefit once, in any order. */
export const anyFacts: fc.Arbitrary<AssessmentFacts> = fc
  .record({
    benefits: fc
      .tuple(anyMedical, anyAllowance, anyDisability, anyDeath, anyIllness)
      .chain((all) => fc.shuffledSubarray<BenefitFacts>([...all], { minLength: 1 })),
    gifts: fc.array(fc.integer({ min: 1, max: MILLION }), { maxLength: 2 }),
  })
  .map(({ benefits, gifts }) => ({
    benefits,
    refused: [{ what: '护理费', reason: '条款没有这一项', clause: '第七条' }],
    exGratia: gifts.map((amountFen) => ({ label: '路费', amountFen, reason: '家里困难' })),
  }));

/** A share of a sum that is drawn already. */
const drawnOf = (sumFen: number, percent: number): number => Math.floor((sumFen * percent) / 100);

const anyLeft: fc.Arbitrary<CoverLeft> = fc
  .record({
    sums: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: MILLION }))),
    drawn: fc.tuple(...[0, 1, 2].map(() => fc.nat(100))),
    perDay: fc.integer({ min: 1, max: 500_00 }),
    days: fc.nat(90),
    borne: fc.nat(100_00),
    ratings: fc.array(
      fc.record({
        claimId: fc.constantFrom('clm_a', 'clm_b'),
        part: fc.constantFrom('左手', '右腿'),
        grade: fc.integer({ min: 1, max: 10 }),
        partPaidFen: fc.nat(MILLION),
        isLater: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ sums: [share = 1, limit = 1, sum = 1], drawn: [a = 0, b = 0, c = 0], ...rest }) => ({
    accidentShareFen: share,
    accidentPaidFen: drawnOf(share, a),
    medicalLimitFen: limit,
    medicalPaidFen: drawnOf(limit, b),
    deductibleBorneFen: rest.borne,
    allowancePerDayFen: rest.perDay,
    allowanceDaysPaid: rest.days,
    illnessSumFen: sum,
    illnessPaidFen: drawnOf(sum, c),
    ratings: rest.ratings,
  }));

/** One to three policies that cover everything, each with its own table, terms and past. */
export const anyPolicies: fc.Arbitrary<AnsweringPolicy[]> = fc
  .array(
    fc.record({
      left: anyLeft,
      continues: fc.boolean(),
      table: fc.constantFrom('equalSteps' as const, 'steep' as const),
      deductibleFen: fc.nat(1_000_00),
      ratioAfterSocialInsurance: fc.integer({ min: 5_000, max: 10_000 }),
      waitingDays: fc.nat(5),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(({ left, continues, table, deductibleFen, ratioAfterSocialInsurance, waitingDays }, index) => {
      const { accident, medical, allowance, illness } = FULL_COVERAGE;
      const gradeRatios = [...GRADE_TABLES[table].gradeRatios];
      const coverage = {
        accident: { ...accident, disability: { ...accident.disability, gradeRatios } },
        medical: { ...medical, deductibleFen, ratioAfterSocialInsurance },
        allowance: { ...allowance, waitingDays },
        illness,
      };
      return answeringPolicy(left, { policyId: `pol_${index}`, coverage, continues });
    }),
  );

/** An adult, or a child of some age. */
export const anyPerson = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => ({ ...CLAIMED_PERSON, birthDay: addDays(ACCIDENT_DAY, -days) }));
