import fc from 'fast-check';
import type { StatementPart } from '../claim/assessment.schema';
import { coverLeftOf, drawFrom } from '../claim/draw';
import { splitEqually, sumOf } from '../money/fen';
import { SAMPLE_POLICY } from '../testing/sample-policy';
import { DAY_MS } from '../time/china-day';
import { accidentLeftOf, listedAt } from './listed-at';
import { newbornTerms } from './newborn';
import type { Policy } from './policy.schema';

const ADDED_AT = SAMPLE_POLICY.startAt + 100 * DAY_MS;
const SUM = 200_000_00;

/** The sample family with a fourth, added on day 100. */
const GROWN = ((): Policy => {
  const shares = splitEqually(SUM, 4);
  const [father] = SAMPLE_POLICY.insured;
  if (!father) throw new Error('the sample has a father');
  const child = { ...father, name: '王小宝', personKey: 'per_d', relation: 'son' as const };
  return {
    ...SAMPLE_POLICY,
    insured: [...SAMPLE_POLICY.insured, child].map((person, at) => ({
      ...person,
      accidentShareFen: shares[at] ?? 0,
    })),
    additions: [
      {
        at: ADDED_AT - DAY_MS,
        startAt: ADDED_AT,
        sharesBefore: SAMPLE_POLICY.insured.map(({ accidentShareFen }) => accidentShareFen),
      },
    ],
  };
})();

/** What a decision draws of somebody's share. */
const sharePart = (policyId: string, totalFen: number): StatementPart => ({
  policyId,
  policyNumber: '',
  planName: '',
  benefit: 'disability',
  lines: [],
  formula: '',
  clause: '',
  totalFen,
  draws: 'accidentShare',
  leftFen: 0,
  deductibleFen: 0,
  days: 0,
  rated: [],
});

const sharesAt = (instant: number) =>
  listedAt(GROWN, instant).map(({ accidentShareFen }) => accidentShareFen);

describe('who is listed at an accident', () => {
  it('is three with a third each until the child’s first day, and four with a quarter each from 00:00 of it', () => {
    expect(sharesAt(ADDED_AT - 1)).toEqual([66_666_67, 66_666_67, 66_666_66]);
    expect(sharesAt(ADDED_AT)).toEqual([50_000_00, 50_000_00, 50_000_00, 50_000_00]);
  });

  it('pays an accident of before by the share of then, however late it is reported', () => {
    const claimed = { personKey: 'per_a', accidentAt: ADDED_AT - 1 };
    expect(coverLeftOf(GROWN, claimed, { deductibleBorneFen: 0 })).toMatchObject({
      accidentShareFen: 66_666_67,
      accidentPaidFen: 0,
    });
    expect(() => coverLeftOf(GROWN, { ...claimed, personKey: 'per_d' }, { deductibleBorneFen: 0 })).toThrow();
  });

  it('never pays more than the sum of the policy, whichever accidents come before and after', () => {
    const draw = fc.record({
      personKey: fc.constantFrom('per_a', 'per_b', 'per_c', 'per_d'),
      late: fc.boolean(),
      part: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 20 }), (draws) => {
        let policy = GROWN;
        for (const { personKey, late, part } of draws) {
          if (!late && personKey === 'per_d') continue;
          const claimed = { personKey, accidentAt: late ? ADDED_AT : ADDED_AT - 1 };
          const { accidentShareFen, accidentPaidFen } = coverLeftOf(policy, claimed, {
            deductibleBorneFen: 0,
          });
          const totalFen = Math.floor(((accidentShareFen - accidentPaidFen) * part) / 10);
          if (totalFen <= 0) continue;
          policy = drawFrom(policy, claimed, 'clm_x', [sharePart(policy.id, totalFen)]);
        }
        expect(sumOf(policy.insured.map((one) => one.accidentPaidFen))).toBeLessThanOrEqual(SUM);
        expect(policy.insured.every((one) => accidentLeftOf(policy, one) >= 0)).toBe(true);
      }),
    );
  });
});

describe('adding a newborn', () => {
  it('covers from the next day, or from the policy’s first day while that is to come', () => {
    const terms = (now: number) => newbornTerms(SAMPLE_POLICY, now, { minAgeDays: 28 });
    expect(terms(ADDED_AT).startDay).toBe('2026-09-11');
    expect(terms(SAMPLE_POLICY.startAt - 5 * DAY_MS).startDay).toBe('2026-06-02');
  });

  it('counts as newborn who was too young to be on the policy from its first day', () => {
    // Born 28 days before 2 June the child could have been listed; a day later it could not.
    expect(newbornTerms(SAMPLE_POLICY, ADDED_AT, { minAgeDays: 28 }).bornFrom).toBe('2026-05-06');
  });
});
