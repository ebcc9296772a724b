import fc from 'fast-check';
import { GRADE_TABLES } from '../product/disability-standards';
import type { Rating } from './answering-policy';
import { gradeFen, isSamePart, rateAccident } from './disability-rating';

const SHARE = 100_000_00;
const paysFen = (grade: number | null) => gradeFen(SHARE, GRADE_TABLES.equalSteps.gradeRatios, grade);

const injuries = (...all: readonly (readonly [part: string, grade: number])[]): Rating[] =>
  all.map(([part, grade]) => ({ part, grade }));
const rate = (now: readonly Rating[], before: readonly Rating[] = []) => rateAccident(now, before, paysFen);
const worthOf = (now: readonly Rating[], before: readonly Rating[] = []): number => {
  const rating = rate(now, before);
  return rating ? paysFen(rating.grade) - paysFen(rating.before) : 0;
};

describe('several injuries of one accident', () => {
  it('count by the worst', () => {
    expect(rate(injuries(['左手', 9], ['右腿', 6], ['左眼', 8]))).toMatchObject({ grade: 6, before: null });
  });
  it('count one grade worse when two share the worst, and no more when three do', () => {
    expect(rate(injuries(['左手', 8], ['右腿', 8]))?.grade).toBe(7);
    expect(rate(injuries(['左手', 8], ['右腿', 8], ['左眼', 8]))?.grade).toBe(7);
    expect(rate(injuries(['左手', 6], ['右腿', 8], ['左眼', 8]))?.grade).toBe(6);
  });
  it('never count beyond grade 1', () => {
    expect(rate(injuries(['双眼', 1], ['双腿', 1]))?.grade).toBe(1);
  });
  it('count the same part and nature once, however it is written', () => {
    expect(isSamePart('左手 拇指', '左手拇指')).toBe(true);
    expect(rate(injuries(['左手 拇指', 8], ['左手拇指', 8]))?.grade).toBe(8);
  });
});

describe('a later accident', () => {
  it('pays the worse grade less what the same part was paid for before', () => {
    expect(rate(injuries(['左手', 5]), injuries(['左手', 8]))).toMatchObject({ grade: 5, before: 8 });
    expect(worthOf(injuries(['左手', 5]), injuries(['左手', 8]))).toBe(30_000_00);
  });
  it('takes off the worst of what the part was paid for, not the last', () => {
    expect(rate(injuries(['左手', 3]), injuries(['左手', 6], ['左手', 8]))?.before).toBe(6);
  });
  it('takes off nothing for another part', () => {
    expect(rate(injuries(['右手', 5]), injuries(['左手', 8]))).toMatchObject({ grade: 5, before: null });
  });
  it('pays nothing for a part that is no worse than before', () => {
    expect(rate(injuries(['左手', 8]), injuries(['左手', 8]))).toBeNull();
    expect(rate(injuries(['左手', 9]), injuries(['左手', 8]))).toBeNull();
  });
  it('pays another part by itself where that is more than the difference', () => {
    expect(rate(injuries(['左手', 5], ['右腿', 6]), injuries(['左手', 8]))).toMatchObject({
      grade: 6,
      before: null,
    });
  });
  it('keeps every part that is worse now, at its own grade', () => {
    expect(rate(injuries(['左手', 8], ['右腿', 8], ['左眼', 10]), injuries(['左眼', 9]))?.rated).toEqual(
      injuries(['左手', 8], ['右腿', 8]),
    );
  });
});

const anyInjuries = fc.uniqueArray(
  fc.record({
    part: fc.constantFrom('左手', '右手', '左腿', '右腿', '左眼'),
    grade: fc.integer({ min: 1, max: 10 }),
  }),
  { selector: ({ part }) => part, maxLength: 5 },
);

describe('whatever the injuries', () => {
  it('never pay less because there is one more, nor because one is worse', () => {
    fc.assert(
      fc.property(anyInjuries, anyInjuries, fc.nat(4), (now, before, which) => {
        const fewer = now.filter((_, position) => position !== which);
        expect(worthOf(now, before)).toBeGreaterThanOrEqual(worthOf(fewer, before));
        const better = now.map((one, position) =>
          position === which ? { ...one, grade: Math.min(10, one.grade + 1) } : one,
        );
        expect(worthOf(now, before)).toBeGreaterThanOrEqual(worthOf(better, before));
      }),
    );
  });
  it('are the same in any order', () => {
    fc.assert(
      fc.property(anyInjuries, anyInjuries, (now, before) => {
        expect(worthOf([...now].reverse(), before)).toBe(worthOf(now, before));
      }),
    );
  });
  it('never pay less than nothing, never more than the share', () => {
    fc.assert(
      fc.property(anyInjuries, anyInjuries, (now, before) => {
        expect(worthOf(now, before)).toBeGreaterThanOrEqual(0);
        expect(worthOf(now, before)).toBeLessThanOrEqual(SHARE);
      }),
    );
  });
  it('are paid once: the same injuries again bring nothing', () => {
    fc.assert(
      fc.property(anyInjuries, anyInjuries, (now, before) => {
        const rated = rate(now, before)?.rated ?? [];
        expect(rate(now, [...before, ...rated])).toBeNull();
      }),
    );
  });
});
