import { addDays, chinaDayOf, DAY_MS, startOfChinaDay, type ChinaDay, type EpochMs } from '../time/china-day';
import {
  addCountedDays,
  dueOn,
  isWorking,
  workingDayFrom,
  type DueDay,
  type WorkingCalendar,
} from '../time/working-days';
import type { Claim, ClockPause } from './claim.schema';
import type { ServicePromise } from './service-promise.config';

/** The law's limit for deciding a claim, in calendar days. Source: domain R16. */
const LAW_DECISION_DAYS = 30;
/** By then the certain part is paid in advance, in calendar days. Source: domain R16. */
const ADVANCE_DAYS = 60;
/** On this day the desk is told that an advance will be due. */
const ADVANCE_WARNING_DAYS = 55;

/** What a claim's clocks count from, and what they leave out. */
export interface ClockRun {
  /** The report; after an objection or when a case was opened again, that. */
  readonly since: EpochMs;
  readonly pauses: readonly ClockPause[];
  /** An open pause is counted as if it ended now. */
  readonly now: EpochMs;
}

/** The days by which a claim is answered. */
export interface ClaimClocks {
  /** By the insurer's promise, in working days. Source: domain R15. */
  readonly promise: DueDay;
  /** By law, in calendar days. Source: domain R16. */
  readonly law: ChinaDay;
  /** What the family is told: the earlier of the two. */
  readonly family: DueDay;
  /** Last day to accept and register; null where no such day was promised. Source: domain R15. */
  readonly acceptBy: ChinaDay | null;
  /** Papers are awaited: the days move on for as long as they are. Source: domain R17. */
  readonly paused: boolean;
}

/** Whether the clocks stand now. */
const isPaused = (pauses: readonly Pick<ClockPause, 'until'>[]): boolean =>
  pauses.some((pause) => pause.until === null);

interface Standstill {
  from: EpochMs;
  until: EpochMs;
}

/** The times for which the clocks stood, one after the other; an open one ends now. */
const standstills = ({ pauses, now }: Pick<ClockRun, 'pauses' | 'now'>): Standstill[] => {
  const merged: Standstill[] = [];
  for (const { from, until } of [...pauses].sort((one, other) => one.from - other.from)) {
    const end = until ?? now;
    const last = merged[merged.length - 1];
    if (last && from <= last.until) last.until = Math.max(last.until, end);
    else if (end > from) merged.push({ from, until: end });
  }
  return merged;
};

/**
 * Whether the clocks ran on a China day. A day on which they ran at all counts whole, the day of the notice and the day
 * on which the papers came among them: a pause never gives the desk more than its time. Source: domain R17.
 */
export const ranOn = (run: Pick<ClockRun, 'pauses' | 'now'>): ((day: ChinaDay) => boolean) => {
  const stood = standstills(run);
  return (day) => {
    const start = startOfChinaDay(day);
    return !stood.some(({ from, until }) => from <= start && start + DAY_MS <= until);
  };
};

/**
 * The day on which `days` of those that count have passed and the clocks ran. Nothing is due while they stand: a notice
 * on the last day moves it to the first day that counts on which they run again.
 */
const dayAfter = (run: ClockRun, days: number, counts: (day: ChinaDay) => boolean): ChinaDay => {
  const ran = ranOn(run);
  const counted = (day: ChinaDay): boolean => counts(day) && ran(day);
  const stood = standstills(run);
  const standsAtEndOf = (day: ChinaDay): boolean => {
    const end = startOfChinaDay(day) + DAY_MS;
    return stood.some(({ from, until }) => from < end && end <= until);
  };
  let day = addCountedDays(chinaDayOf(run.since), days, counted);
  while (standsAtEndOf(day)) day = addCountedDays(day, 1, counted);
  return day;
};

const everyDay = (): boolean => true;

/**
 * The days by which a claim is answered, without the days on which papers were awaited. The day of the report itself
 * does not count. Source: domain R15–R18.
 */
export const dueDays = (
  calendar: WorkingCalendar,
  service: ServicePromise,
  run: ClockRun & Pick<Claim, 'complexity'>,
): ClaimClocks => {
  const from = chinaDayOf(run.since);
  const days = run.complexity === 'clear' ? service.clearWorkingDays : service.disputedWorkingDays;
  const promise = dueOn(
    calendar,
    dayAfter(run, days, (day) => isWorking(calendar, day)),
  );
  const law = dayAfter(run, LAW_DECISION_DAYS, everyDay);
  return {
    promise,
    law,
    family: law < promise.day ? { day: law, provisional: false } : promise,
    acceptBy: service.acceptsSameDay ? workingDayFrom(calendar, from) : null,
    paused: isPaused(run.pauses),
  };
};

/** The last day to pay the certain part of a claim that is not decided yet. Source: domain R16. */
export const advanceBy = (run: ClockRun): ChinaDay => dayAfter(run, ADVANCE_DAYS, everyDay);

/** The day on which the desk is told that an advance will be due. */
export const advanceWarningOn = (run: ClockRun): ChinaDay => dayAfter(run, ADVANCE_WARNING_DAYS, everyDay);

const daysAfter =
  (days: number) =>
  (instant: EpochMs): ChinaDay =>
    addDays(chinaDayOf(instant), days);

/** The last day to pay after the family agreed. Source: domain R16. */
export const payBy = daysAfter(10);
/** The last day to refuse in writing, with reasons, after the decision. Source: domain R16. */
export const refuseInWritingBy = daysAfter(3);
/** The last day to answer a complaint. Source: domain R22. */
export const answerComplaintBy = daysAfter(15);
