import {
  addDays,
  addYears,
  chinaDayOf,
  startOfChinaDay,
  type ChinaDay,
  type EpochMs,
} from '../time/china-day';

/** A half-open interval [startAt, endAt) of epoch ms; cover begins and ends at 00:00 China time. */
export interface CoverPeriod {
  readonly startAt: EpochMs;
  readonly endAt: EpochMs;
}

/**
 * The first day of cover for money confirmed at an instant: the next China day, or the campaign's fixed day when that
 * is later. Never backdated. Source: domain R4.
 */
export const coverStartDay = (paidAt: EpochMs, campaignStartDay?: ChinaDay): ChinaDay => {
  const nextDay = addDays(chinaDayOf(paidAt), 1);
  return campaignStartDay !== undefined && campaignStartDay > nextDay ? campaignStartDay : nextDay;
};

/** One year from a day at 00:00. Source: domain R4. */
export const coverPeriodFrom = (startDay: ChinaDay): CoverPeriod => ({
  startAt: startOfChinaDay(startDay),
  endAt: startOfChinaDay(addYears(startDay, 1)),
});

/** Whether an instant lies in the period: 23:59 before the first day does not, 00:00 does. Source: domain R14. */
export const isCoveredAt = (period: CoverPeriod, instant: EpochMs): boolean =>
  period.startAt <= instant && instant < period.endAt;

/** Whether two periods share an instant. */
export const periodsOverlap = (one: CoverPeriod, other: CoverPeriod): boolean =>
  one.startAt < other.endAt && other.startAt < one.endAt;
