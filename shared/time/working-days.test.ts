import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf, type ChinaDay } from './china-day';
import { addWorkingDays, type WorkingCalendar } from './working-days';

/** Mid-Autumn and National Day 2026, as the State Council arranges such weeks: days off, and working weekend days. */
const OFF = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
const WORKED_WEEKENDS = ['2026-09-20', '2026-10-10'];
const calendar: WorkingCalendar = {
  publishedThroughYear: 2026,
  isWorkingDay: (day) =>
    WORKED_WEEKENDS.includes(day) || (!OFF.includes(day) && weekdayOf(day) >= 1 && weekdayOf(day) <= 5),
};

describe('addWorkingDays', () => {
  it('does not count the day itself', () => {
    expect(addWorkingDays(calendar, '2026-06-08', 3)).toEqual({ day: '2026-06-11', provisional: false });
  });
  it('skips a weekend, whatever day of it one starts on', () => {
    for (const from of ['2026-06-12', '2026-06-13', '2026-06-14']) {
      expect(addWorkingDays(calendar, from, 1).day).toBe('2026-06-15');
    }
  });
  it('skips the holiday week and counts the worked Saturday after it', () => {
    expect(addWorkingDays(calendar, '2026-09-30', 3).day).toBe('2026-10-10');
    expect(addWorkingDays(calendar, '2026-09-18', 1).day).toBe('2026-09-20');
  });
  it('counts Monday to Friday in a year not yet published, and says that the day is provisional', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
  });
  it('lands on a working day with exactly that many working days passed', () => {
    const starts = fc.integer({ min: 0, max: 300 }).map((days): ChinaDay => addDays('2026-01-01', days));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const { day } = addWorkingDays(calendar, from, count);
        const days = Array.from({ length: daysBetween(from, day) }, (_, index) => addDays(from, index + 1));
        expect(days.filter((one) => calendar.isWorkingDay(one))).toHaveLength(count);
        expect(calendar.isWorkingDay(day)).toBe(true);
      }),
    );
  });
});
