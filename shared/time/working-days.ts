import { addDays, weekdayOf, type ChinaDay } from './china-day';

/** The State Council calendar, given as data: the days that differ from Monday-to-Friday, and how far it is published. */
export interface WorkingCalendar {
  /** Last year for which the calendar is published. */
  readonly publishedThroughYear: number;
  /** Working status of a day in a published year. */
  readonly isWorkingDay: (day: ChinaDay) => boolean;
}

/** A due day; provisional when it lies in a year whose calendar is not yet published. */
export interface DueDay {
  readonly day: ChinaDay;
  readonly provisional: boolean;
}

const yearOf = (day: ChinaDay): number => Number(day.slice(0, 4));

/** Whether people work on a day; in an unpublished year from Monday to Friday. Source: domain R18. */
export const isWorking = (calendar: WorkingCalendar, day: ChinaDay): boolean => {
  if (yearOf(day) <= calendar.publishedThroughYear) return calendar.isWorkingDay(day);
  const weekday = weekdayOf(day);
  return weekday >= 1 && weekday <= 5;
};

/** The day on which `count` of those days that count have passed after `from`, which itself does not count. */
export const addCountedDays = (
  from: ChinaDay,
  count: number,
  counts: (day: ChinaDay) => boolean,
): ChinaDay => {
  let day = from;
  for (let passed = 0; passed < count;) {
    day = addDays(day, 1);
    if (counts(day)) passed += 1;
  }
  return day;
};

/** A day as one that is due; provisional in an unpublished year. Source: domain R18. */
export const dueOn = (calendar: WorkingCalendar, day: ChinaDay): DueDay => ({
  day,
  provisional: yearOf(day) > calendar.publishedThroughYear,
});

/**
 * The day on which `count` working days after `from` have passed (the day itself does not count).
 * In an unpublished year Monday to Friday count and the day is provisional: it can only be earlier than the true one.
 * Source: domain R15, R18.
 */
export const addWorkingDays = (calendar: WorkingCalendar, from: ChinaDay, count: number): DueDay =>
  dueOn(
    calendar,
    addCountedDays(from, count, (day) => isWorking(calendar, day)),
  );

/** The last working day before a day. */
export const workingDayBefore = (calendar: WorkingCalendar, day: ChinaDay): ChinaDay => {
  const before = addDays(day, -1);
  return isWorking(calendar, before) ? before : workingDayBefore(calendar, before);
};

/** The day itself when people work on it, else the next one on which they do. */
export const workingDayFrom = (calendar: WorkingCalendar, day: ChinaDay): ChinaDay =>
  isWorking(calendar, day) ? day : workingDayFrom(calendar, addDays(day, 1));
