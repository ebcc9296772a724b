import fc from 'fast-check';
import { GRADE_TABLES } from '../product/disability-standards';
import type { PaidRating, Rating } from './answering-policy';
import { gradeFen, isSamePart, rateAccident } from './disability-rating';

const SHARE = 100_000_00;
const paysFen = (grade: number) => gradeFen(SHARE, GRADE_TABLES.equalSteps.gradeRatios, grade);

const injuries = (...all: readonly (readonly [part: string, grade: number])[]): Rating[] =>
  all.map(([part, grade]) => ({ part, grade }));

const rate = (now: readonly Rating[], before: readonly PaidRating[] = []) =>
  rateAccident(now, before, paysFen);
const worthOf = (now: readonly Rating[], before: readonly PaidRating[] = []): number =>
  rate(now, before)?.worthFen ?? 0;

/** What a decision leaves for the next accident. */
const keptOf = (
  claimId: string,
  now: readonly Rating[],
  before: readonly PaidRating[] = [],
): PaidRating[] => {
  const rating = rate(now, before);
  return (rating?.rated ?? []).map(({ decides, ...one }) => ({
    ...one,
    claimId,
    partPaidFen: decides ? (rating?.worthFen ?? 0) : 0,
    isLater: false,
  }));
};
/** Accidents one after another, each decided before the next; what each paid. */
const oneByOne = (...accidents: readonly Rating[][]): number[] => {
  let kept: PaidRating[] = [];
  return accidents.map((now, index) => {
    const paid = worthOf(now, kept);
    kept = [...kept, ...keptOf(`clm_${index}`, now, kept)];
    return paid;
  });
};
/** As an earlier accident left it: each part rated and paid for in a claim of its own. */
const before = (...all: readonly (readonly [part: string, grade: number])[]): PaidRating[] =>
  injuries(...all).flatMap((one, index) => keptOf(`clm_${index}`, [one]));

describe('several injuries of one accident', () => {
  it('count by the worst', () => {
    expect(rate(injuries(['左手', 9], ['右腿', 6], ['左眼', 8]))).toMatchObject({ grade: 6, beforeFen: 0 });
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
    expect(rate(injuries(['左手', 5]), before(['左手', 8]))).toMatchObject({
      grade: 5,
      beforeFen: 30_000_00,
    });
    expect(oneByOne(injuries(['左手', 8]), injuries(['左手', 5]))).toEqual([30_000_00, 30_000_00]);
  });
  it('takes off everything that the part was paid for, however often it got worse', () => {
    expect(oneByOne(injuries(['左手', 8]), injuries(['左手', 6]), injuries(['左手', 3]))).toEqual([
      30_000_00, 20_000_00, 30_000_00,
    ]);
  });
  it('takes off nothing for another part', () => {
    expect(rate(injuries(['右手', 5]), before(['左手', 8]))).toMatchObject({ grade: 5, beforeFen: 0 });
  });
  it('pays nothing for a part that is no worse than before', () => {
    expect(rate(injuries(['左手', 8]), before(['左手', 8]))).toBeNull();
    expect(rate(injuries(['左手', 9]), before(['左手', 8]))).toBeNull();
  });
  it('pays another part by itself where that is more than the difference', () => {
    expect(rate(injuries(['左手', 5], ['右腿', 6]), before(['左手', 8]))).toMatchObject({
      grade: 6,
      beforeFen: 0,
    });
  });
  it('keeps every part that is worse now, at its own grade, and which of them were paid for', () => {
    expect(rate(injuries(['左手', 8], ['右腿', 8], ['左眼', 10]), before(['左眼', 9]))?.rated).toEqual([
      { part: '左手', grade: 8, decides: true },
      { part: '右腿', grade: 8, decides: true },
    ]);
    expect(rate(injuries(['左手', 8], ['右腿', 6]))?.rated).toEqual([
      { part: '左手', grade: 8, decides: false },
      { part: '右腿', grade: 6, decides: true },
    ]);
  });
});

describe('parts that were paid for together, one grade better', () => {
  const both = injuries(['左手', 8], ['右腿', 8]);
  it('take off what they had together, not what one of them alone would have had', () => {
    expect(oneByOne(both, injuries(['左手', 5]))).toEqual([40_000_00, 20_000_00]);
  });
  it('take it off once when both are worse now', () => {
    expect(oneByOne(both, injuries(['左手', 5], ['右腿', 5]))).toEqual([40_000_00, 30_000_00]);
  });
  it('pay nothing more when one of them comes to the grade that both were paid at, never below zero', () => {
    expect(oneByOne(both, injuries(['左手', 7]))).toEqual([40_000_00, 0]);
  });
  it('are all of those that share the worst, also where there are three', () => {
    const three = [...both, ...injuries(['左眼', 8])];
    for (const part of ['左手', '右腿', '左眼']) {
      expect(oneByOne(three, injuries([part, 5]))).toEqual([40_000_00, 20_000_00]);
    }
  });
  it('take off both payments where each was paid for by itself before, unless one alone has more left', () => {
    expect(
      oneByOne(injuries(['左手', 8]), injuries(['右腿', 8]), injuries(['左手', 5], ['右腿', 5])),
    ).toEqual([30_000_00, 30_000_00, 30_000_00]);
  });
});

describe('a part that was hurt before but not paid for', () => {
  it('takes off nothing when it is worse now, because nothing was paid for it', () => {
    expect(oneByOne(injuries(['右腿', 5], ['左手', 8]), injuries(['左手', 6]))).toEqual([
      60_000_00, 50_000_00,
    ]);
  });
  it('brings nothing as long as it is no worse', () => {
    expect(oneByOne(injuries(['右腿', 5], ['左手', 8]), injuries(['左手', 8]))).toEqual([60_000_00, 0]);
  });
});

describe('an accident that is decided after a later one', () => {
  const late = (ratings: readonly PaidRating[]) => ratings.map((one) => ({ ...one, isLater: true }));
  it('adds what both would have paid in their order', () => {
    const later = late(keptOf('clm_b', injuries(['左手', 5])));
    expect(worthOf(injuries(['左手', 8]), later)).toBe(0);
  });
  it('pays the same when it is decided again: what it paid was left out of the later payment', () => {
    const later = late(keptOf('clm_b', injuries(['左手', 5]), before(['左手', 8])));
    expect(worthOf(injuries(['左手', 8]), later)).toBe(30_000_00);
  });
  it('never pays for a part more than its worst grade over both, when it is found to be worse', () => {
    const later = late(keptOf('clm_b', injuries(['左手', 5]), before(['左手', 8])));
    expect(worthOf(injuries(['左手', 5]), later)).toBe(30_000_00);
  });
});

/** What an accident before left. */
const kept = (ratings: readonly Rating[]) => keptOf('clm_a', ratings);

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
      fc.property(anyInjuries, anyInjuries, fc.nat(4), (now, first, which) => {
        const before = kept(first);
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
      fc.property(anyInjuries, anyInjuries, (now, first) => {
        const before = kept(first);
        expect(worthOf([...now].reverse(), before)).toBe(worthOf(now, before));
      }),
    );
  });
  it('never pay less than nothing, never more than the share', () => {
    fc.assert(
      fc.property(anyInjuries, anyInjuries, (now, first) => {
        const before = kept(first);
        expect(worthOf(now, before)).toBeGreaterThanOrEqual(0);
        expect(worthOf(now, before)).toBeLessThanOrEqual(SHARE);
      }),
    );
  });
  it('are paid once: the same injuries again bring nothing', () => {
    fc.assert(
      fc.property(anyInjuries, anyInjuries, (first, now) => {
        const [, paid, again] = oneByOne(first, now, now);
        expect(again).toBeLessThanOrEqual(paid ?? 0);
        expect(again).toBe(0);
      }),
    );
  });
});
