import fc from 'fast-check';
import { sumOf } from '../money/fen';
import type { Policy } from '../policy/policy.schema';
import { anyAllowance, anyIllness, anyMedical } from '../testing/any-facts';
import {
  answeringPolicy,
  CLAIMED_PERSON,
  deathFacts,
  disabilityFacts,
  factsOf,
  invoiceOf,
  medicalFacts,
} from '../testing/sample-answers';
import { SAMPLE_POLICY } from '../testing/sample-policy';
import { adjudicate } from './adjudicate';
import type { BenefitFacts, StatementPart } from './assessment.schema';
import { coverLeftOf, drawFrom, personOf, releaseFrom } from './draw';

/** The sample family, with an allowance and a sum for diseases. */
const POLICY: Policy = {
  ...SAMPLE_POLICY,
  insured: SAMPLE_POLICY.insured.map((one) => ({
    ...one,
    allowancePerDayFen: 50_00,
    illnessSumFen: 50_000_00,
  })),
};
const FRESH = { deductibleBorneFen: 0 };
const at = (personKey: string, accidentAt = POLICY.endAt - 1) => ({ personKey, accidentAt });

const part = (draws: StatementPart['draws'], totalFen: number, changes: Partial<StatementPart> = {}) => ({
  policyId: POLICY.id,
  policyNumber: POLICY.number,
  planName: '',
  benefit: 'medical' as const,
  lines: [],
  formula: '',
  clause: '',
  totalFen,
  draws,
  leftFen: 0,
  deductibleFen: 0,
  days: 0,
  rated: [],
  ...changes,
});
const drawn = (personKey: string, ...parts: StatementPart[]) =>
  drawFrom(POLICY, at(personKey), 'clm_x', parts);

describe('drawing from a policy', () => {
  it('draws medical money from the limit that the family shares', () => {
    const after = drawn('per_a', part('medicalLimit', 2_304_45));
    expect(coverLeftOf(after, at('per_c'), FRESH)).toMatchObject({
      medicalPaidFen: 2_304_45,
      accidentPaidFen: 0,
    });
    expect(after.medicalLimitFen - after.medicalPaidFen).toBe(9_695_55);
  });
  it('draws accident money, days and the sum from that person alone', () => {
    const after = drawn(
      'per_b',
      part('accidentShare', 20_000_00),
      part('allowanceDays', 350_00, { days: 7 }),
      part('illnessSum', 50_000_00),
    );
    expect(after.insured.map((one) => one.accidentPaidFen)).toEqual([0, 20_000_00, 0]);
    expect(after.insured.map((one) => one.allowanceDaysPaid)).toEqual([0, 7, 0]);
    expect(after.insured.map((one) => one.illnessPaidFen)).toEqual([0, 50_000_00, 0]);
  });
  it('keeps the rated parts of the body under the claim, and tells them to the next decision', () => {
    const rated = { part: '左手', grade: 8, partPaidFen: 20_000_00 };
    const after = drawn('per_b', part('accidentShare', 20_000_00, { rated: [rated] }));
    const { accidentAt } = at('per_b');
    expect(personOf(after, 'per_b').ratings).toEqual([{ ...rated, claimId: 'clm_x', accidentAt }]);
    const told = (now: number) => coverLeftOf(after, at('per_b', now), FRESH).ratings;
    expect(told(accidentAt)).toEqual([{ ...rated, claimId: 'clm_x', isLater: false }]);
    expect(told(accidentAt - 1)).toEqual([{ ...rated, claimId: 'clm_x', isLater: true }]);
    expect(coverLeftOf(after, at('per_a'), FRESH).ratings).toEqual([]);
  });
  it('draws nothing for the parts of another policy', () => {
    expect(drawn('per_a', part('medicalLimit', 2_304_45, { policyId: 'pol_y' }))).toEqual(POLICY);
  });
  it.each([
    ['medical limit', part('medicalLimit', 12_000_01)],
    ['share', part('accidentShare', 66_666_67)],
    ['sum for diseases', part('illnessSum', 50_000_01)],
    ['days', part('allowanceDays', 0, { days: 367 })],
  ])('refuses to draw more than is left of the %s', (_what, tooMuch) => {
    expect(() => drawn('per_c', tooMuch)).toThrow(RangeError);
  });
  it('refuses two parts that only together draw too much', () => {
    expect(() => drawn('per_c', part('accidentShare', 40_000_00), part('accidentShare', 40_000_00))).toThrow(
      RangeError,
    );
  });
  it('refuses to release more than was drawn', () => {
    expect(() => releaseFrom(POLICY, at('per_a'), 'clm_x', [part('medicalLimit', 1)])).toThrow(RangeError);
    expect(() => releaseFrom(POLICY, at('per_a'), 'clm_x', [part('accidentShare', 1)])).toThrow(RangeError);
  });
  it('knows nobody who is not on the policy', () => {
    expect(() => personOf(POLICY, 'per_z')).toThrow('not on its policy');
  });
});

const anyPart = fc.oneof(
  fc.nat(13_000_00).map((totalFen) => part('medicalLimit', totalFen)),
  fc
    .tuple(fc.nat(70_000_00), fc.integer({ min: 1, max: 10 }))
    .map(([totalFen, grade]) =>
      part('accidentShare', totalFen, { rated: [{ part: '左手', grade, partPaidFen: totalFen }] }),
    ),
  fc.nat(51_000_00).map((totalFen) => part('illnessSum', totalFen)),
  fc.nat(300).map((days) => part('allowanceDays', days * 50_00, { days })),
);
const anyDecision = fc.record({
  key: fc.constantFrom('per_a', 'per_b', 'per_c'),
  parts: fc.array(anyPart, { maxLength: 3 }),
});

/** After decisions in order, each under a claim of its own; who would overdraw is refused. */
const afterAll = (decisions: readonly { key: string; parts: StatementPart[] }[]): Policy =>
  decisions.reduce((policy, { key, parts }, index) => {
    try {
      return drawFrom(policy, at(key), `clm_${index}`, parts);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      return policy;
    }
  }, POLICY);

describe('any run of decisions', () => {
  it('never pays more than limit, shares and sums', () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 30 }), (all) => {
        const policy = afterAll(all);
        expect(policy.medicalPaidFen).toBeLessThanOrEqual(policy.medicalLimitFen);
        expect(policy.insured.every((one) => one.accidentPaidFen <= one.accidentShareFen)).toBe(true);
        expect(policy.insured.every((one) => one.illnessPaidFen <= one.illnessSumFen)).toBe(true);
        expect(policy.insured.every((one) => one.allowanceDaysPaid <= 366)).toBe(true);
        expect(sumOf(policy.insured.map((one) => one.accidentPaidFen))).toBeLessThanOrEqual(200_000_00);
      }),
    );
  });
  it('is undone by releasing: drawn then released is the policy as it was', () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 5 }), anyDecision, (before, { key, parts }) => {
        const policy = afterAll(before);
        let after: Policy;
        try {
          after = drawFrom(policy, at(key), 'clm_new', parts);
        } catch {
          return;
        }
        expect(releaseFrom(after, at(key), 'clm_new', parts)).toEqual(policy);
      }),
    );
  });
  it('gives back what one decision drew and nothing of those that came after', () => {
    const first = [
      part('accidentShare', 20_000_00, { rated: [{ part: '左手', grade: 8, partPaidFen: 20_000_00 }] }),
    ];
    const second = [
      part('accidentShare', 30_000_00, { rated: [{ part: '右腿', grade: 7, partPaidFen: 30_000_00 }] }),
    ];
    const both = drawFrom(drawn('per_b', ...first), at('per_b'), 'clm_y', second);
    expect(releaseFrom(both, at('per_b'), 'clm_x', first)).toEqual(
      drawFrom(POLICY, at('per_b'), 'clm_y', second),
    );
  });
});

/** A claim of one benefit of one person; each is an accident of its own unless it says otherwise. */
interface Waiting {
  readonly key: string;
  readonly accident: string;
  readonly benefit: BenefitFacts;
}

/** What is paid in all when claims are approved in this order, each worked out from what the ones before left. */
const approved = (claims: readonly Waiting[]): { totalFen: number; policy: Policy } => {
  let policy = POLICY;
  const borne = new Map<string, number>();
  const paid = claims.map(({ key, accident, benefit }, index) => {
    const deductibleBorneFen = borne.get(accident) ?? 0;
    const left = coverLeftOf(policy, at(key), { deductibleBorneFen });
    const { parts, totalFen } = adjudicate(
      [answeringPolicy(left, { policyId: policy.id, continues: true })],
      CLAIMED_PERSON,
      factsOf(benefit),
    );
    policy = drawFrom(policy, at(key), `clm_${index}`, parts);
    borne.set(accident, deductibleBorneFen + sumOf(parts.map(({ deductibleFen }) => deductibleFen)));
    return totalFen;
  });
  return { totalFen: sumOf(paid), policy };
};

const anyKey = fc.constantFrom('per_a', 'per_b', 'per_c');
/** One injury: what several of one accident bring depends on which accident came first. */
const oneInjury = fc
  .tuple(fc.constantFrom('左手', '右手', '左腿'), fc.integer({ min: 1, max: 10 }))
  .map(([name, grade]) => disabilityFacts([[name, grade]]));
const anyWaiting = fc.array(
  fc.record({
    key: anyKey,
    benefit: fc.oneof<fc.Arbitrary<BenefitFacts>[]>(
      anyMedical,
      anyAllowance,
      anyIllness,
      oneInjury,
      fc.constant(deathFacts()),
    ),
  }),
  { maxLength: 8 },
);
const apart = (claims: readonly Omit<Waiting, 'accident'>[]): Waiting[] =>
  claims.map((claim, index) => ({ ...claim, accident: `acc_${index}` }));

describe('the order in which claims are approved', () => {
  it('does not change what is paid in all, only for whom a limit that runs out is spent', () => {
    fc.assert(
      fc.property(
        anyWaiting.chain((all) =>
          fc.tuple(
            fc.constant(apart(all)),
            fc.shuffledSubarray(apart(all), { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([claims, shuffled]) => {
          expect(approved(shuffled).totalFen).toBe(approved(claims).totalFen);
        },
      ),
    );
  });
  it('changes no more than the rounding of each when bills of one accident share its deductible', () => {
    const bills = fc.array(fc.nat(2_000_00), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        bills.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([amounts, shuffled]) => {
          const totalOf = (all: number[]) =>
            approved(
              all.map((amountFen) => ({
                key: 'per_a',
                accident: 'acc_x',
                benefit: medicalFacts([invoiceOf(amountFen)]),
              })),
            ).totalFen;
          expect(Math.abs(totalOf(shuffled) - totalOf(amounts))).toBeLessThanOrEqual(amounts.length);
          const together = totalOf([sumOf(amounts)]);
          expect(Math.abs(totalOf(amounts) - together)).toBeLessThanOrEqual(amounts.length);
        },
      ),
    );
  });
  it('never lets them overdraw together', () => {
    fc.assert(
      fc.property(anyWaiting, (claims) => {
        const { policy } = approved(apart(claims));
        expect(policy.medicalPaidFen).toBeLessThanOrEqual(policy.medicalLimitFen);
        for (const one of policy.insured) {
          expect(one.accidentPaidFen).toBeLessThanOrEqual(one.accidentShareFen);
          expect(one.allowanceDaysPaid).toBeLessThanOrEqual(90);
          expect(one.illnessPaidFen).toBeLessThanOrEqual(one.illnessSumFen);
        }
      }),
    );
  });
});
