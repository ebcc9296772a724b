import fc from 'fast-check';
import { addDays, chinaDayOf, DAY_MS, instantAt, weekdayOf, type EpochMs } from '../time/china-day';
import type { WorkingCalendar } from '../time/working-days';
import type { Claim } from './claim.schema';
import type { ClaimState } from './claim-state';
import { closesAt, queueKeyOf, withAlarmOf, withClocks, type Timed } from './claim-clocks';

const calendar: WorkingCalendar = {
  publishedThroughYear: 2026,
  isWorkingDay: (day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5,
};
const REPORTED = instantAt('2026-06-08', '10:00');
const at = (day: string, time = '10:00'): EpochMs => instantAt(day, time);

/** A claim that went through these states, each at its instant; the last one holds. */
const after = (states: readonly (readonly [ClaimState, EpochMs])[], changes: Partial<Timed> = {}): Timed => {
  const steps = [['reported', REPORTED] as const, ...states].map(([state, when]) => ({
    state,
    at: when,
    by: { role: 'handler' as const, staffId: 'stf_x' },
    reason: null,
  }));
  return {
    id: 'clm_x',
    countyCode: '350421',
    state: steps[steps.length - 1]?.state ?? 'reported',
    steps,
    complexity: 'clear',
    promise: { day: '2026-06-11', provisional: false },
    clockFrom: REPORTED,
    pauses: [],
    greenChannel: null,
    alarm: 'none',
    advance: null,
    reportedAt: REPORTED,
    ...changes,
  };
};
const registered = (changes: Partial<Timed> = {}): Timed => after([['registered', REPORTED + 1]], changes);
const clocked = (claim: Timed, now: EpochMs) => withClocks(claim, calendar, now);
const lookOf = (claim: Timed, now: EpochMs) => withAlarmOf(claim, calendar, now);

describe('where a claim stands', () => {
  it('is dated, queued and looked at from the report on', () => {
    expect(clocked(after([]), REPORTED)).toMatchObject({
      promise: { day: '2026-06-11', provisional: false },
      alarm: 'none',
      // Not registered on the day of the report: told in the morning after.
      nextLookAt: at('2026-06-09', '08:00'),
      turn: 'handler',
      queueKey: `1|2026-06-11|${String(REPORTED)}|clm_x`,
    });
  });
  it('is looked at one working day before its date once it is registered', () => {
    expect(clocked(registered(), REPORTED + 2).nextLookAt).toBe(at('2026-06-10', '08:00'));
    const disputed = registered({ complexity: 'disputed' });
    expect(clocked(disputed, REPORTED + 2)).toMatchObject({
      promise: { day: '2026-06-29' },
      nextLookAt: at('2026-06-26', '08:00'),
    });
  });
  it("is nobody's turn while papers are awaited, and its family is reminded, then called", () => {
    const pauses = [{ from: REPORTED + 2, until: null, reason: '等您补材料' }];
    const asked = after([['papersAsked', REPORTED + 2]], { pauses });
    expect(clocked(asked, at('2026-06-20'))).toMatchObject({
      promise: { day: '2026-06-24' },
      // Three days after it was asked the family is reminded, ten days after it is called.
      nextLookAt: at('2026-06-11', '08:00'),
      alarm: 'none',
      turn: null,
      queueKey: null,
    });
  });
  it('counts anew from an objection and from an opening again', () => {
    for (const state of ['objected', 'reopened'] as const) {
      const again = after([[state, at('2026-07-06')]], { clockFrom: at('2026-07-06'), alarm: 'escalated' });
      expect(clocked(again, at('2026-07-06'))).toMatchObject({
        promise: { day: '2026-07-09' },
        alarm: 'none',
        turn: 'handler',
      });
    }
  });
  it("keeps the family's date once it was decided; a family that is silent is reminded, then called", () => {
    const approved = after([['approved', at('2026-06-10')]]);
    expect(lookOf(approved, at('2026-06-13'))).toMatchObject({
      raised: 'warned',
      claim: { nextLookAt: at('2026-06-20', '08:00') },
    });
    expect(lookOf({ ...approved, alarm: 'warned' }, at('2026-06-20'))).toMatchObject({
      raised: 'escalated',
      claim: { nextLookAt: null },
    });
    expect(clocked(approved, at('2026-06-20'))).toMatchObject({
      promise: { day: '2026-06-11' },
      alarm: 'none',
      nextLookAt: at('2026-06-13', '08:00'),
      turn: null,
    });
  });
  it.each(['agreed', 'paying', 'paymentFailed'] as const)(
    'is due at the cashier ten days after the agreement while %s',
    (state) => {
      const later = state === 'agreed' ? [] : [[state, at('2026-06-12')] as const];
      const agreed = after([['agreed', at('2026-06-10')], ...later]);
      const there = clocked(agreed, at('2026-06-12'));
      expect(there).toMatchObject({ turn: 'cashier', nextLookAt: at('2026-06-19', '08:00') });
      expect(there.queueKey).toContain('1|2026-06-20|');
      expect(lookOf(agreed, at('2026-06-21')).raised).toBe('escalated');
      expect(lookOf(agreed, at('2026-10-21')).claim).toMatchObject({
        alarm: 'escalated',
        nextLookAt: null,
      });
    },
  );
  it.each(['paid', 'refused'] as const)('is closed 30 days after it was %s', (state) => {
    const settled = after([[state, at('2026-06-12')]], { alarm: 'warned' });
    expect(closesAt(settled)).toBe(at('2026-07-12'));
    expect(clocked(settled, at('2026-06-12'))).toMatchObject({
      alarm: 'none',
      nextLookAt: at('2026-07-12'),
      turn: null,
    });
  });
  it.each(['closed', 'withdrawn'] as const)('is over when %s', (state) => {
    const over = after([[state, at('2026-06-12')]]);
    expect(clocked(over, at('2026-06-12'))).toMatchObject({ nextLookAt: null, queueKey: null });
  });
});

describe('the alarm', () => {
  it('rises from warned to escalated to the advance, each at its time', () => {
    let claim = registered();
    const told: unknown[] = [];
    for (let day = '2026-06-08'; day < '2026-08-20'; day = addDays(day, 1)) {
      const looked = lookOf(claim, at(day));
      if (looked.raised) told.push([day, looked.raised]);
      claim = looked.claim;
    }
    expect(told).toEqual([
      ['2026-06-10', 'warned'],
      ['2026-06-12', 'escalated'],
      ['2026-08-02', 'advanceDue'],
    ]);
    expect(lookOf(claim, at('2026-08-20')).claim.nextLookAt).toBeNull();
  });
  it('skips what a late look would say too late', () => {
    const { claim, raised } = lookOf(registered(), at('2026-06-20'));
    expect(raised).toBe('escalated');
    expect(claim.nextLookAt).toBe(at('2026-08-02', '08:00'));
  });
  it('is not raised for an advance that was paid, and is for one that only was proposed', () => {
    const advance = { approvedAt: null } as unknown as NonNullable<Claim['advance']>;
    const late = { alarm: 'escalated' as const };
    expect(lookOf(registered({ ...late, advance }), at('2026-08-03')).raised).toBe('advanceDue');
    const paid = { ...advance, approvedAt: at('2026-07-20') };
    expect(lookOf(registered({ ...late, advance: paid }), at('2026-08-03'))).toMatchObject({
      raised: undefined,
      claim: { nextLookAt: null },
    });
  });
  it('tells of a report that nobody registered, and falls when it is registered', () => {
    const waiting = lookOf(after([]), at('2026-06-09'));
    expect(waiting.raised).toBe('warned');
    const now = { ...registered(), alarm: waiting.claim.alarm };
    expect(clocked(now, at('2026-06-09'))).toMatchObject({
      alarm: 'none',
      nextLookAt: at('2026-06-10', '08:00'),
    });
  });
  it('is raised by the clock alone: a step at the desk leaves what was not told yet to the next look', () => {
    const late = clocked(registered(), at('2026-06-12'));
    expect(late.alarm).toBe('none');
    expect(late.nextLookAt).toBeLessThanOrEqual(at('2026-06-12'));
  });
});

const anyGreen = fc.constantFrom(null, { reason: '特困家庭', staffId: null });
const anyClaim = fc
  .record({
    green: anyGreen,
    due: fc.nat(400),
    reported: fc.nat(800),
    id: fc.nat(0xffff).map((number) => number.toString(16).padStart(4, '0')),
  })
  .map(({ green, due, reported, id }) =>
    after([], {
      id: `clm_${id}`,
      greenChannel: green,
      promise: { day: chinaDayOf(REPORTED + due * DAY_MS), provisional: false },
      reportedAt: REPORTED + reported * 3_600_000,
    }),
  );

describe('the place in the queue', () => {
  it('puts the green channel first, then what is due first, then what was reported first', () => {
    fc.assert(
      fc.property(anyClaim, anyClaim, (one, other) => {
        const before = (first: Timed, second: Timed): boolean => {
          if ((first.greenChannel === null) !== (second.greenChannel === null))
            return first.greenChannel !== null;
          if (first.promise.day !== second.promise.day) return first.promise.day < second.promise.day;
          if (first.reportedAt !== second.reportedAt) return first.reportedAt < second.reportedAt;
          return first.id < second.id;
        };
        expect(queueKeyOf(one) < queueKeyOf(other)).toBe(before(one, other));
      }),
    );
  });
});
