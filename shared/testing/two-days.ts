import { addDays, chinaDayOf, monthOf, type ChinaDay } from '../time/china-day';

/** A day to come whose next day lies in the same month, so that both are counted in one figure whenever a test runs. */
export const firstOfTwoDays = (now: number): ChinaDay => {
  const tomorrow = addDays(chinaDayOf(now), 1);
  return monthOf(addDays(tomorrow, 1)) === monthOf(tomorrow) ? tomorrow : addDays(tomorrow, 1);
};
