import fc from 'fast-check';
import { addDays, addYears, chinaDayOf, instantAt, MINUTE_MS, startOfChinaDay } from '../time/china-day';
import { coverPeriodFrom, periodsOverlap } from './cover-period';
import {
  newCoverOf,
  nextReminderAt,
  reminderAt,
  renewalPhase,
  renewalStart,
  renewalWindow,
  renewedCoverIn,
} from './renewal';
import { renewalTermsOf } from './renewal.config';

const TERMS = {
  opensDaysBefore: 60,
  closesDaysAfter: 30,
  remindDays: [-30, -7, -1, 0, 7, 14, 21, 28],
  remindAt: '09:00',
};
/** The first day without cover. */
const END_DAY = '2027-06-02';
const END = startOfChinaDay(END_DAY);

describe('when a policy can be renewed', () => {
  it('opens so many days before the end, at 00:00, and closes so many after it', () => {
    expect(renewalWindow(END, TERMS)).toEqual({ firstDay: '2027-04-03', lastDay: '2027-07-01' });
    const phaseAt = (day: string, time: string) => renewalPhase(END, instantAt(day, time), TERMS);
    expect(phaseAt('2027-04-02', '23:59')).toBe('early');
    expect(phaseAt('2027-04-03', '00:00')).toBe('open');
    expect(phaseAt('2027-07-01', '23:59')).toBe('open');
    expect(phaseAt('2027-07-02', '00:00')).toBe('over');
  });

  it('has terms for every county', () => {
    const { remindDays, opensDaysBefore, closesDaysAfter } = renewalTermsOf('350421');
    expect([...remindDays].sort((one, other) => one - other)).toEqual(remindDays);
    expect(remindDays.every((day) => -opensDaysBefore <= day && day < closesDaysAfter)).toBe(true);
  });

  it('reminds a month, a week and a day before the end, then every week for as long as renewing is open', () => {
    const { remindDays, closesDaysAfter } = renewalTermsOf('350421');
    const weekly = Array.from({ length: Math.ceil(closesDaysAfter / 7) }, (_, week) => week * 7);
    expect(remindDays).toEqual([-30, -7, -1, ...weekly]);
  });
});

describe('when renewed cover starts', () => {
  it('starts when the old cover ends, however early it is paid, and at 23:59 of the last day', () => {
    for (const [day, time] of [
      ['2027-04-03', '08:00'],
      ['2027-06-01', '00:00'],
      ['2027-06-01', '23:59'],
    ] as const) {
      expect(renewalStart(END, instantAt(day, time))).toEqual({ startDay: END_DAY, gapDays: 0 });
    }
  });

  it('tells the gap of who pays late: one day at 00:00 of the first day without cover', () => {
    expect(renewalStart(END, END)).toEqual({ startDay: '2027-06-03', gapDays: 1 });
    expect(renewalStart(END, instantAt('2027-06-11', '12:00'))).toEqual({
      startDay: '2027-06-12',
      gapDays: 10,
    });
  });

  it('lets a campaign date break no unbroken cover, and waits for it once there is a gap', () => {
    expect(renewalStart(END, instantAt('2027-06-01', '23:59'), '2027-07-01').gapDays).toBe(0);
    expect(renewalStart(END, instantAt('2027-05-01', '12:00'), '2027-05-15').startDay).toBe(END_DAY);
    expect(renewalStart(END, END, '2027-07-01')).toEqual({ startDay: '2027-07-01', gapDays: 29 });
    expect(renewalStart(END, END, '2027-01-01').startDay).toBe('2027-06-03');
  });

  it('chains through leap years without gap or overlap', () => {
    let period = coverPeriodFrom('2024-02-29');
    for (let year = 0; year < 5; year += 1) {
      const { startDay, gapDays } = renewalStart(period.endAt, period.endAt - MINUTE_MS);
      const next = coverPeriodFrom(startDay);
      expect([gapDays, next.startAt]).toEqual([0, period.endAt]);
      period = next;
    }
    expect(chinaDayOf(period.endAt)).toBe('2030-02-28');
  });

  it('never overlaps, is never backdated, and has no gap exactly when paid before the end', () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2024-01-01', count));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -90 * 1_440, max: 60 * 1_440 }),
        fc.option(fc.integer({ min: -90, max: 90 })),
        (firstDay, minutes, campaign) => {
          const old = coverPeriodFrom(firstDay);
          const paidAt = old.endAt + minutes * MINUTE_MS;
          const endDay = addYears(firstDay, 1);
          const campaignDay = campaign === null ? undefined : addDays(endDay, campaign);
          const { startDay, gapDays } = renewalStart(old.endAt, paidAt, campaignDay);
          const next = coverPeriodFrom(startDay);
          expect(periodsOverlap(old, next)).toBe(false);
          expect(next.startAt).toBeGreaterThan(paidAt);
          expect(gapDays === 0).toBe(paidAt < old.endAt);
          expect(addDays(endDay, gapDays)).toBe(startDay);
        },
      ),
    );
  });
});

describe('whose cover goes on', () => {
  const period = { policyId: 'pol_old', startAt: startOfChinaDay('2026-06-02'), endAt: END };
  const held = new Map([
    ['A', { periods: [{ ...period, policyId: 'pol_older' }, period] }],
    ['B', { periods: [period] }],
    ['C', { periods: [{ ...period, policyId: 'pol_other' }] }],
  ]);

  it('counts who was insured in that very policy, and nobody else', () => {
    const renewed = renewedCoverIn(held, 'pol_old');
    expect(renewed?.endAt).toBe(END);
    expect([...(renewed?.idNumbers ?? [])]).toEqual(['A', 'B']);
    expect(renewedCoverIn(held, 'pol_unknown')).toBeUndefined();
  });

  it('lets nobody go on after a gap', () => {
    const renewed = renewedCoverIn(held, 'pol_old');
    expect(newCoverOf(END - 1, undefined, renewed).continuing.size).toBe(2);
    expect(newCoverOf(END, undefined, renewed)).toMatchObject({ gapDays: 1, continuing: new Set() });
    expect(newCoverOf(END, '2027-07-01', undefined)).toMatchObject({ startDay: '2027-07-01', gapDays: 0 });
  });
});

describe('when a family is reminded', () => {
  it('goes from each reminder to the next, and ends', () => {
    const days: string[] = [];
    let at: number | null = nextReminderAt(END, 0, TERMS);
    while (at !== null) {
      days.push(chinaDayOf(at));
      expect(reminderAt(END, at - 1, TERMS)).not.toBe(reminderAt(END, at, TERMS));
      at = nextReminderAt(END, at, TERMS);
    }
    expect(days).toEqual([
      '2027-05-03',
      '2027-05-26',
      '2027-06-01',
      '2027-06-02',
      '2027-06-09',
      '2027-06-16',
      '2027-06-23',
      '2027-06-30',
    ]);
  });

  it('makes up for one that was missed only until the next has come, and not when it is over', () => {
    const standing = (day: string) => reminderAt(END, instantAt(day, '12:00'), TERMS);
    expect(standing('2027-05-02')).toBeUndefined();
    expect(standing('2027-05-25')).toBe(-30);
    expect(standing('2027-05-31')).toBe(-7);
    expect(standing('2027-06-01')).toBe(-1);
    expect(standing('2027-06-08')).toBe(0);
    expect(standing('2027-06-22')).toBe(14);
    expect(standing('2027-07-01')).toBe(28);
    expect(standing('2027-07-02')).toBeUndefined();
  });

  it('calls nobody to a renewal that is not open, whatever days a county names', () => {
    const short = { ...TERMS, opensDaysBefore: 7, closesDaysAfter: 14 };
    expect(chinaDayOf(nextReminderAt(END, 0, short) ?? 0)).toBe('2027-05-26');
    expect(nextReminderAt(END, instantAt('2027-06-09', '09:00'), short)).toBeNull();
    expect(reminderAt(END, instantAt('2027-05-26', '08:59'), short)).toBeUndefined();
    expect(reminderAt(END, instantAt('2027-06-15', '23:59'), short)).toBe(7);
    expect(reminderAt(END, instantAt('2027-06-16', '00:00'), short)).toBeUndefined();
  });
});
