import fc from 'fast-check';
import { dueDays } from '../../shared/claim/clocks';
import { SERVICE_PROMISES } from '../../shared/claim/service-promise.config';
import { addDays, instantAt, weekdayOf } from '../../shared/time/china-day';
import { createWorkingCalendar } from './working-calendar';

const calendar = createWorkingCalendar();
const { A, B } = SERVICE_PROMISES;
const promised = (day: string, time = '10:00', service: typeof A | typeof B = A) =>
  dueDays(calendar, service, {
    since: instantAt(day, time),
    complexity: 'clear',
    pauses: [],
    now: instantAt(day, time),
  });

describe('promises over the holidays of the State Council', () => {
  it('skip the Spring Festival of 2026 and count the Saturday worked before it', () => {
    // Off from 15 to 23 February; Saturday the 14th and Saturday the 28th are worked.
    expect(promised('2026-02-13').family).toEqual({ day: '2026-02-25', provisional: false });
    expect(promised('2026-02-16').family.day).toBe('2026-02-26');
    expect(promised('2026-02-25', '09:00').family.day).toBe('2026-02-28');
  });
  it('accept on the first working day after the festival what came during it', () => {
    expect(promised('2026-02-16').acceptBy).toBe('2026-02-24');
    expect(promised('2026-02-14').acceptBy).toBe('2026-02-14');
  });
  it('skip the National Day week of 2025 and count the Saturday worked after it', () => {
    expect(promised('2025-09-30', '10:00').family.day).toBe('2025-10-11');
  });
  it('are provisional exactly when they fall into a year that is not published', () => {
    const firstOpenDay = `${String(calendar.publishedThroughYear + 1)}-01-01`;
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 100 }), (days) => {
        const { promise } = promised(addDays(firstOpenDay, days), '10:00', B);
        expect(promise.provisional).toBe(promise.day >= firstOpenDay);
        if (promise.provisional) expect([1, 2, 3, 4, 5]).toContain(weekdayOf(promise.day));
        else expect(calendar.isWorkingDay(promise.day)).toBe(true);
      }),
    );
  });
});
