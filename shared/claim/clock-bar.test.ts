import fc from 'fast-check';
import { DAY_MS, instantAt, weekdayOf } from '../time/china-day';
import type { WorkingCalendar } from '../time/working-days';
import type { ClockPause } from './claim.schema';
import { SAMPLE_CLAIM } from '../testing/sample-claim';
import { claimState, UNDECIDED_STATES } from './claim-state';
import { clockBar, clockBarOf, clockBarOfClaim, type ClockBar } from './clock-bar';
import { dueDays, type ClockRun } from './clocks';
import { SERVICE_PROMISES, type ServicePromise } from './service-promise.config';

const calendar: WorkingCalendar = {
  publishedThroughYear: 2026,
  isWorkingDay: (day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5,
};
const { A, B } = SERVICE_PROMISES;
const WAITING: ClockPause = { from: instantAt('2026-06-09', '15:00'), until: null, reason: '等您补材料' };

const barFor = (
  run: ClockRun,
  service: ServicePromise = A,
  complexity: 'clear' | 'disputed' = 'clear',
): ClockBar => clockBarOf(calendar, dueDays(calendar, service, { ...run, complexity }), run);

const runAt = (day: string, pauses: ClockPause[] = []): ClockRun => ({
  since: instantAt('2026-06-08', '10:00'),
  pauses,
  now: instantAt(day, '12:00'),
});

describe('the bar', () => {
  it('fills by working days and says how many are left', () => {
    expect(barFor(runAt('2026-06-08'))).toEqual({
      share: 0,
      state: 'running',
      words: '还有 3 个工作日，6月11日（周四）前',
    });
    expect(barFor(runAt('2026-06-10'))).toMatchObject({
      share: 2 / 3,
      words: '还有 1 个工作日，6月11日（周四）前',
    });
    expect(barFor(runAt('2026-06-11'))).toMatchObject({ share: 1, words: '今天就要答复，6月11日（周四）前' });
  });
  it('does not move over a weekend', () => {
    const from = { ...runAt('2026-06-12'), since: instantAt('2026-06-11', '10:00') };
    const later = { ...from, now: instantAt('2026-06-14', '12:00') };
    expect(barFor(later)).toEqual(barFor(from));
    expect(barFor(from)).toMatchObject({ share: 1 / 3, words: '还有 2 个工作日，6月16日（周二）前' });
  });
  it("counts calendar days where the law's day comes first", () => {
    expect(barFor(runAt('2026-06-23'), B, 'disputed')).toEqual({
      share: 0.5,
      state: 'running',
      words: '还有 15 个自然日，7月8日（周三）前',
    });
  });
  it('says that a day of an unpublished year may still change', () => {
    const run = {
      since: instantAt('2026-12-31', '10:00'),
      pauses: [],
      now: instantAt('2026-12-31', '11:00'),
    };
    expect(barFor(run).words).toBe('还有 3 个工作日，2027年1月5日（周二）（暂定）前');
  });
  it('stands while papers are awaited, says for what, and which day would be theirs', () => {
    const first = barFor(runAt('2026-06-10', [WAITING]));
    expect(first).toMatchObject({
      state: 'paused',
      words: '暂停中：等您补材料。今天补齐的话，最晚6月11日（周四）答复',
    });
    const later = barFor(runAt('2026-06-24', [WAITING]));
    expect(later).toMatchObject({ share: first.share, state: 'paused' });
    expect(later.words).toContain('6月25日（周四）');
  });
  it('is full and says how late it is when the day has passed', () => {
    expect(barFor(runAt('2026-06-13'))).toEqual({
      share: 1,
      state: 'overdue',
      words: '比说好的6月11日（周四）晚了 2 天，主管在催办',
    });
    const askedTooLate = { ...WAITING, from: instantAt('2026-06-12', '09:00') };
    expect(barFor(runAt('2026-06-13', [askedTooLate]))).toMatchObject({
      share: 1,
      words: '暂停中：等您补材料。一补齐就答复',
    });
  });
  it('never goes back while nothing is awaited, and is always a bar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 10 }),
        fc.constantFrom<ServicePromise>(A, B),
        (start, days, more, service) => {
          const since = instantAt('2026-01-01', '09:00') + start * DAY_MS;
          const at = (now: number) => clockBar.parse(barFor({ since, pauses: [], now }, service, 'disputed'));
          expect(at(since + (days + more) * DAY_MS).share).toBeGreaterThanOrEqual(
            at(since + days * DAY_MS).share,
          );
        },
      ),
    );
  });
  it.each(claimState.options)('of a claim is there while it is being decided: %s', (state) => {
    const bar = clockBarOfClaim({ ...SAMPLE_CLAIM, state }, calendar, SAMPLE_CLAIM.clockFrom);
    expect(bar !== null).toBe(UNDECIDED_STATES.includes(state));
  });
});
