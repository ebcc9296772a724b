import fc from 'fast-check';
import { addDays, chinaDayOf, DAY_MS, HOUR_MS, instantAt, weekdayOf, type EpochMs } from '../time/china-day';
import type { WorkingCalendar } from '../time/working-days';
import type { ClockPause } from './claim.schema';
import {
  advanceBy,
  advanceWarningOn,
  answerComplaintBy,
  dueDays,
  payBy,
  refuseInWritingBy,
  type ClockRun,
} from './clocks';
import { SERVICE_PROMISES, type ServicePromise } from './service-promise.config';

const calendar: WorkingCalendar = {
  publishedThroughYear: 2026,
  isWorkingDay: (day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5,
};
const { A, B, C } = SERVICE_PROMISES;
const LATER = instantAt('2027-06-01', '10:00');
const pause = (from: string, until: string | null): ClockPause => ({
  from: instantAt(from.slice(0, 10), from.slice(11)),
  until: until === null ? null : instantAt(until.slice(0, 10), until.slice(11)),
  reason: '等您补材料',
});
const run = (day: string, pauses: ClockPause[] = [], now = LATER): ClockRun => ({
  since: instantAt(day, '10:00'),
  pauses,
  now,
});
const clear = (service: ServicePromise, from: ClockRun) =>
  dueDays(calendar, service, { ...from, complexity: 'clear' });
const disputed = (service: ServicePromise, from: ClockRun) =>
  dueDays(calendar, service, { ...from, complexity: 'disputed' });

describe("the family's date", () => {
  it('is the third working day after the report for clear cases of promise A', () => {
    expect(clear(A, run('2026-06-08')).family.day).toBe('2026-06-11');
    expect(clear(A, run('2026-06-11')).family.day).toBe('2026-06-16');
  });
  it('counts from the China day on which a family reports at night', () => {
    const late = clear(A, { ...run('2026-06-08'), since: instantAt('2026-06-08', '23:54') });
    expect(late.family.day).toBe('2026-06-11');
  });
  it.each([
    ['A', A, '2026-06-11', '2026-06-29'],
    ['B', B, '2026-06-15', '2026-07-20'],
    ['C', C, '2026-06-17', '2026-07-20'],
  ])('follows promise %s for clear and disputed cases', (_name, service, whenClear, whenDisputed) => {
    expect(clear(service, run('2026-06-08')).promise.day).toBe(whenClear);
    expect(disputed(service, run('2026-06-08')).promise.day).toBe(whenDisputed);
  });
  it('is never later than the law allows: 30 calendar days', () => {
    const clocks = disputed(B, run('2026-06-08'));
    expect(clocks).toMatchObject({
      promise: { day: '2026-07-20', provisional: false },
      law: '2026-07-08',
      family: { day: '2026-07-08', provisional: false },
    });
  });
  it('is provisional where the calendar is not yet published, unless the law binds first', () => {
    expect(clear(A, run('2026-12-31')).family).toEqual({ day: '2027-01-05', provisional: true });
    const bound = disputed(B, run('2026-12-31'));
    expect(bound.promise.provisional).toBe(true);
    expect(bound.family).toEqual({ day: '2027-01-30', provisional: false });
  });
  it('asks for acceptance on the day of the report, or the next working day, where that was promised', () => {
    expect(clear(A, run('2026-06-08')).acceptBy).toBe('2026-06-08');
    expect(clear(A, run('2026-06-13')).acceptBy).toBe('2026-06-15');
    expect(clear(B, run('2026-06-08')).acceptBy).toBeNull();
  });
});

describe('a pause', () => {
  it('leaves out the days on which the clocks stood from morning to night, and only those', () => {
    const away = [pause('2026-06-09 15:00', '2026-06-12 09:00')];
    // Ran on the 9th and the 12th; the 10th and 11th stood.
    expect(clear(A, run('2026-06-08', away))).toMatchObject({
      family: { day: '2026-06-15' },
      law: '2026-07-10',
      paused: false,
    });
  });
  it('of part of a day changes nothing', () => {
    expect(clear(A, run('2026-06-08', [pause('2026-06-09 08:00', '2026-06-09 17:00')])).family.day).toBe(
      '2026-06-11',
    );
  });
  it('is one with another that it touches', () => {
    const touching = [
      pause('2026-06-10 12:00', '2026-06-11 00:00'),
      pause('2026-06-09 00:00', '2026-06-10 12:00'),
    ];
    expect(clear(A, run('2026-06-08', touching)).family.day).toBe('2026-06-15');
  });
  it('that is open counts as if the papers came now, and says so', () => {
    const open = [pause('2026-06-09 15:00', null)];
    const at = (day: string) => clear(A, run('2026-06-08', open, instantAt(day, '09:00')));
    expect(at('2026-06-09').paused).toBe(true);
    expect(at('2026-06-11').family.day).toBe('2026-06-12');
    expect(at('2026-06-18').family.day).toBe('2026-06-19');
  });
  it('that begins on the last day lets nothing fall due while it lasts', () => {
    const onLast = (until: string | null, now = LATER) =>
      clear(A, run('2026-06-08', [pause('2026-06-11 16:00', until)], now)).family.day;
    expect(onLast('2026-06-11 18:00')).toBe('2026-06-11');
    expect(onLast('2026-06-17 09:00')).toBe('2026-06-17');
    expect(onLast('2026-06-20 09:00')).toBe('2026-06-22');
    expect(onLast(null, instantAt('2026-06-25', '12:00'))).toBe('2026-06-25');
  });
  it('after the day has passed does not bring it back', () => {
    expect(clear(A, run('2026-06-08', [pause('2026-06-12 09:00', null)])).family.day).toBe('2026-06-11');
  });
});

describe("the law's other days", () => {
  it('count calendar days', () => {
    const at = instantAt('2026-06-08', '23:59');
    expect(payBy(at)).toBe('2026-06-18');
    expect(refuseInWritingBy(at)).toBe('2026-06-11');
    expect(answerComplaintBy(at)).toBe('2026-06-23');
  });
  it('ask for the certain part by day 60 without the days on which papers were awaited, and warn on day 55', () => {
    expect(advanceBy(run('2026-06-08'))).toBe('2026-08-07');
    expect(advanceWarningOn(run('2026-06-08'))).toBe('2026-08-02');
    const away = [pause('2026-07-01 00:00', '2026-07-11 00:00')];
    expect(advanceBy(run('2026-06-08', away))).toBe('2026-08-17');
  });
});

const START = instantAt('2026-01-01', '00:00');
const anyInstant = fc.integer({ min: 0, max: 420 * 24 }).map((hours): EpochMs => START + hours * HOUR_MS);
const anyPause: fc.Arbitrary<ClockPause> = fc
  .record({ from: anyInstant, hours: fc.integer({ min: 0, max: 60 * 24 }), open: fc.boolean() })
  .map(({ from, hours, open }) => ({
    from,
    until: open ? null : from + hours * HOUR_MS,
    reason: '等您补材料',
  }));
const anyRun = fc.record({
  since: anyInstant,
  pauses: fc.array(anyPause, { maxLength: 4 }),
  now: anyInstant,
  complexity: fc.constantFrom('clear' as const, 'disputed' as const),
});
const anyService = fc.constantFrom<ServicePromise>(A, B, C);

describe('whatever is awaited, whenever', () => {
  it("never makes the family's date later than the law's", () => {
    fc.assert(
      fc.property(anyService, anyRun, (service, one) => {
        const { family, law, promise } = dueDays(calendar, service, one);
        expect(family.day <= law && family.day <= promise.day).toBe(true);
        expect(family.day === law || family.day === promise.day).toBe(true);
        expect(family.day > chinaDayOf(one.since)).toBe(true);
      }),
    );
  });
  it('never moves a date forward by one more pause, or by a longer one', () => {
    fc.assert(
      fc.property(
        anyService,
        anyRun,
        anyPause,
        fc.integer({ min: 0, max: 240 }),
        (service, one, more, hours) => {
          const before = dueDays(calendar, service, one);
          const shorter = dueDays(calendar, service, { ...one, pauses: [...one.pauses, more] });
          const longest = { ...more, until: more.until === null ? null : more.until + hours * HOUR_MS };
          const longer = dueDays(calendar, service, { ...one, pauses: [longest, ...one.pauses] });
          for (const [early, late] of [
            [before, shorter],
            [shorter, longer],
          ] as const) {
            expect(early.family.day <= late.family.day).toBe(true);
            expect(early.law <= late.law).toBe(true);
          }
        },
      ),
    );
  });
  it('moves a date by no more days than the pauses lasted, and the days off after them', () => {
    fc.assert(
      fc.property(anyService, anyRun, (service, { pauses, ...one }) => {
        const closed = pauses.filter((each) => each.until !== null);
        const length = closed.reduce((sum, { from, until }) => sum + (until ?? from) - from, 0);
        const law = dueDays(calendar, service, { ...one, pauses: [] }).law;
        const moved = dueDays(calendar, service, { ...one, pauses: closed }).law;
        expect(moved <= addDays(law, Math.ceil(length / DAY_MS))).toBe(true);
      }),
    );
  });
  it('lets an undecided date lie in the past only when it had passed before the wait', () => {
    fc.assert(
      fc.property(anyService, anyRun, fc.integer({ min: 0, max: 90 }), (service, one, days) => {
        const unpaused = { ...one, pauses: [] };
        const askedAt = one.since + HOUR_MS;
        const waiting = { from: askedAt, until: null, reason: '等您补材料' };
        const now = askedAt + days * DAY_MS;
        const { family, paused } = dueDays(calendar, service, { ...unpaused, now, pauses: [waiting] });
        expect(paused).toBe(true);
        expect(family.day >= chinaDayOf(now)).toBe(true);
      }),
    );
  });
  it('is provisional only beyond the published year', () => {
    fc.assert(
      fc.property(anyService, anyRun, (service, one) => {
        const { family, promise } = dueDays(calendar, service, one);
        expect(promise.provisional).toBe(promise.day > '2026-12-31');
        if (family.provisional) expect(family.day > '2026-12-31').toBe(true);
      }),
    );
  });
});
