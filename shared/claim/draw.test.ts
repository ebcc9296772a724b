import fc from 'fast-check';
import { sumOf } from '../money/fen';
import { SAMPLE_POLICY as POLICY } from '../testing/sample-policy';
import type { Statement } from './assessment.schema';
import { coverLeftOf, drawFrom, personOf } from './draw';

const decision = (draws: Statement['draws'], totalFen: number): Statement => ({
  lines: [],
  formula: '',
  clause: '',
  totalFen,
  draws,
  leftFen: 0,
});

const at = (personKey: string, accidentAt = POLICY.endAt - 1) => ({ personKey, accidentAt });

describe('drawing from a policy', () => {
  it('draws medical money from the limit that the family shares', () => {
    const after = drawFrom(POLICY, at('per_a'), decision('medicalLimit', 230_445));
    expect(coverLeftOf(after, at('per_c'), { deductibleBorneFen: 0 })).toMatchObject({
      medicalPaidFen: 230_445,
      accidentPaidFen: 0,
    });
    expect(after.medicalLimitFen - after.medicalPaidFen).toBe(969_555);
  });
  it('draws accident money from the share of that person alone', () => {
    const after = drawFrom(POLICY, at('per_b'), decision('accidentShare', 20_000_00));
    expect(after.insured.map((one) => one.accidentPaidFen)).toEqual([0, 20_000_00, 0]);
  });
  it('refuses to draw a fen more than is left', () => {
    expect(() => drawFrom(POLICY, at('per_a'), decision('medicalLimit', 12_000_01))).toThrow(RangeError);
    expect(() => drawFrom(POLICY, at('per_c'), decision('accidentShare', 66_666_67))).toThrow(RangeError);
  });
  it('knows nobody who is not on the policy', () => {
    expect(() => personOf(POLICY, 'per_z')).toThrow('not on its policy');
  });
  it('never pays more than limit and shares over any run of decisions', () => {
    const draw = fc.record({
      key: fc.constantFrom('per_a', 'per_b', 'per_c'),
      draws: fc.constantFrom('medicalLimit' as const, 'accidentShare' as const),
      totalFen: fc.integer({ min: 0, max: 70_000_00 }),
    });
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 30 }), (all) => {
        let policy = POLICY;
        for (const { key, draws, totalFen } of all) {
          try {
            policy = drawFrom(policy, at(key), decision(draws, totalFen));
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
        expect(policy.medicalPaidFen).toBeLessThanOrEqual(policy.medicalLimitFen);
        expect(policy.insured.every((one) => one.accidentPaidFen <= one.accidentShareFen)).toBe(true);
        expect(sumOf(policy.insured.map((one) => one.accidentPaidFen))).toBeLessThanOrEqual(200_000_00);
      }),
    );
  });
});
