import fc from 'fast-check';
import {
  addDays,
  addYears,
  ageOn,
  chinaDayOf,
  DAY_MS,
  daysBetween,
  endOfMonth,
  formatChinaDay,
  formatChinaTime,
  instantAt,
  isChinaDay,
  monthOf,
  startOfChinaDay,
  startOfMonth,
  weekdayOf,
} from './china-day';

const instant = fc.integer({ min: 946_684_800_000, max: 4_102_444_799_999 });
const day = instant.map(chinaDayOf);

describe('a China day', () => {
  it('begins at 16:00 UTC of the day before', () => {
    expect(startOfChinaDay('2026-06-12')).toBe(Date.UTC(2026, 5, 11, 16));
    expect(chinaDayOf(Date.UTC(2026, 5, 11, 15, 59, 59, 999))).toBe('2026-06-11');
    expect(chinaDayOf(Date.UTC(2026, 5, 11, 16))).toBe('2026-06-12');
  });
  it('holds each of its instants, and is 24 hours long on every day of the year', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const start = startOfChinaDay(chinaDayOf(at));
        expect(start).toBeLessThanOrEqual(at);
        expect(at - start).toBeLessThan(DAY_MS);
        expect(startOfChinaDay(addDays(chinaDayOf(at), 1)) - start).toBe(DAY_MS);
      }),
    );
  });
  it('moves by days and comes back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });
  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2025-02-29', '2026-6-1', '20260601', ''])(
    'is not %p',
    (text) => {
      expect(isChinaDay(text)).toBe(false);
    },
  );
  it('is 2024-02-29 in a leap year', () => {
    expect(isChinaDay('2024-02-29')).toBe(true);
  });
});

describe('years, ages, months', () => {
  it('puts 29 February on 28 February in a common year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2026-06-12', 1)).toBe('2027-06-12');
  });
  it('counts completed years on the birthday, not before', () => {
    expect(ageOn('1960-06-12', '2026-06-11')).toBe(65);
    expect(ageOn('1960-06-12', '2026-06-12')).toBe(66);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
  it('bounds a month by the first instants of two months, also over the year', () => {
    expect(startOfMonth('2026-12')).toBe(startOfChinaDay('2026-12-01'));
    expect(endOfMonth('2026-12')).toBe(startOfChinaDay('2027-01-01'));
    expect(monthOf(chinaDayOf(endOfMonth('2026-02') - 1))).toBe('2026-02');
  });
});

describe('words', () => {
  it('names the weekday, and the year only when it is another one', () => {
    expect(weekdayOf('2026-06-12')).toBe(5);
    expect(formatChinaDay('2026-06-12', '2026-01-01')).toBe('6月12日（周五）');
    expect(formatChinaDay('2027-01-01', '2026-12-31')).toBe('2027年1月1日（周五）');
  });
  it('prints and reads China time', () => {
    const at = instantAt('2026-06-12', '09:05');
    expect(at).toBe(Date.UTC(2026, 5, 12, 1, 5));
    expect(formatChinaTime(at)).toBe('2026年6月12日 09:05');
    expect(instantAt('2026-06-12', '23:59') + 60_000).toBe(startOfChinaDay('2026-06-13'));
  });
});
