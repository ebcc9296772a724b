import fc from 'fast-check';
import { addDays, daysBetween, type ChinaDay } from '../time/china-day';
import { commonDays, daysOf, overlap, type DayRange, type Stay } from './hospital-stays';

const FIRST = '2026-02-20';
const stay = (from: number, long: number): Stay => ({
  admittedOn: addDays(FIRST, from),
  dischargedOn: addDays(FIRST, from + long),
});
const anyStays = fc
  .array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 5 })
  .map((all) => all.map(([from, long]) => stay(from, long)));

/** Each day by itself, counted the plain way. */
const eachDay = (stays: readonly Stay[]): Set<ChinaDay> =>
  new Set(
    stays.flatMap((one) => Array.from({ length: daysOf(one) }, (_, index) => addDays(one.admittedOn, index))),
  );
const spread = (ranges: readonly DayRange[]): ChinaDay[] =>
  ranges.flatMap(({ first, last }) =>
    Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index)),
  );

describe('days in hospital that two cases claim', () => {
  it('are those on which one goes on while the other does, without the day of discharge', () => {
    expect(commonDays([stay(0, 5)], [stay(3, 9)])).toEqual([{ first: '2026-02-23', last: '2026-02-24' }]);
    expect(commonDays([stay(0, 5)], [stay(5, 3)])).toEqual([]);
    expect(commonDays([stay(8, 0)], [stay(8, 0)])).toEqual([{ first: '2026-02-28', last: '2026-02-28' }]);
  });

  it('are one range where they follow each other', () => {
    expect(commonDays([stay(0, 3), stay(3, 3)], [stay(0, 10)])).toEqual([
      { first: '2026-02-20', last: '2026-02-25' },
    ]);
  });

  it('are exactly the days in both, each once, in order, whichever is asked first', () => {
    fc.assert(
      fc.property(anyStays, anyStays, (some, others) => {
        const theirs = eachDay(others);
        const expected = [...eachDay(some)].filter((day) => theirs.has(day)).sort();
        expect(spread(commonDays(some, others))).toEqual(expected);
        expect(commonDays(others, some)).toEqual(commonDays(some, others));
        expect(expected.length > 0).toBe(some.some((one) => others.some((other) => overlap(one, other))));
      }),
    );
  });

  it('are ranges with a day between each two', () => {
    fc.assert(
      fc.property(anyStays, anyStays, (some, others) => {
        const ranges = commonDays(some, others);
        ranges
          .slice(1)
          .forEach(({ first }, index) =>
            expect(daysBetween(ranges[index]?.last ?? '', first)).toBeGreaterThan(1),
          );
      }),
    );
  });
});
