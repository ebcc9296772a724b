import { getHolidaysInRange, isWorkday } from 'chinese-days';
import type { WorkingCalendar } from '../../shared/time/working-days';

const FIRST_YEAR = 2024;

const isPublished = (year: number): boolean =>
  getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;

const lastPublishedYear = (): number => {
  let year = FIRST_YEAR;
  while (isPublished(year + 1)) year += 1;
  return year;
};

/** The State Council's holiday calendar as the `chinese-days` library carries it. Source: domain R18. */
export const createWorkingCalendar = (): WorkingCalendar => ({
  publishedThroughYear: lastPublishedYear(),
  isWorkingDay: (day) => isWorkday(day),
});
