const DAY_MS = 86_400_000;

/** Calendar fields of a date whose UTC fields are the local ones. */

/** 1 for the first of January. */
export function dayOfYear(local: Date): number {
  const first = new Date(local);
  first.setUTCMonth(0, 1);
  return Math.floor(local.getTime() / DAY_MS) - Math.floor(first.getTime() / DAY_MS) + 1;
}

/** Weeks begin on Sundays; days before the year's first Sunday are in week 0. */
export function week(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

/** Monday is 1, Sunday 7. */
export function isoDayOfWeek(local: Date): number {
  return local.getUTCDay() || 7;
}

/** The year that the ISO week belongs to: the one of its Thursday. */
export function isoWeekYear(local: Date): number {
  return thursdayOf(local).getUTCFullYear();
}

export function isoWeek(local: Date): number {
  return Math.floor((dayOfYear(thursdayOf(local)) - 1) / 7) + 1;
}

function thursdayOf(local: Date): Date {
  return new Date(local.getTime() + (4 - isoDayOfWeek(local)) * DAY_MS);
}

/** The Monday of an ISO week, as a day counted from the fourth of January, which is always in week 1. */
export function isoWeekStart(fourthOfJanuary: number, weekNumber: number): number {
  const date = new Date(fourthOfJanuary);
  return fourthOfJanuary + ((weekNumber - 1) * 7 + 1 - isoDayOfWeek(date)) * DAY_MS;
}
