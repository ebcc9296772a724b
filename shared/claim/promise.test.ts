import { startOfChinaDay, weekdayOf } from '../time/china-day';
import type { WorkingCalendar } from '../time/working-days';
import { promisedDay, SERVICE_PROMISES } from './promise';

const calendar: WorkingCalendar = {
  publishedThroughYear: 2026,
  isWorkingDay: (day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5,
};
const reported = (day: string, hours = 10): number => startOfChinaDay(day) + hours * 3_600_000;

describe('the promised day', () => {
  it('is the third working day after the report for clear cases of promise A', () => {
    expect(promisedDay(calendar, SERVICE_PROMISES.A, reported('2026-06-08'), 'clear').day).toBe('2026-06-11');
    expect(promisedDay(calendar, SERVICE_PROMISES.A, reported('2026-06-11'), 'clear').day).toBe('2026-06-16');
  });
  it('counts from the China day on which a family reports at night', () => {
    const late = promisedDay(calendar, SERVICE_PROMISES.A, reported('2026-06-08', 23.9), 'clear');
    expect(late.day).toBe('2026-06-11');
  });
  it('is later for disputed cases', () => {
    expect(promisedDay(calendar, SERVICE_PROMISES.A, reported('2026-06-08'), 'disputed').day).toBe(
      '2026-06-29',
    );
  });
  it('is never later than the law allows: 30 calendar days', () => {
    expect(promisedDay(calendar, SERVICE_PROMISES.B, reported('2026-06-08'), 'disputed')).toEqual({
      day: '2026-07-08',
      provisional: false,
    });
  });
  it('is provisional where the calendar is not yet published', () => {
    expect(promisedDay(calendar, SERVICE_PROMISES.A, reported('2026-12-31'), 'clear')).toEqual({
      day: '2027-01-05',
      provisional: true,
    });
  });
});
