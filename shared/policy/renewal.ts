import { addDays, chinaDayOf, daysBetween, instantAt, type ChinaDay, type EpochMs } from '../time/china-day';
import { coverStartDay } from './cover-period';
import type { PersonCover } from './policy.schema';

/** When a county renews and reminds. Days are counted from the first day without cover. */
export interface RenewalTerms {
  /** Renewing begins so many days before cover ends. */
  readonly opensDaysBefore: number;
  /** For so many days after cover has ended it can still be renewed, with a gap. */
  readonly closesDaysAfter: number;
  /**
   * Days on which families are reminded, ascending: −7 is a week before cover ends, 0 the first day without it. Those
   * on which nobody can renew count for nothing.
   */
  readonly remindDays: readonly number[];
  /** `HH:mm`, China time. */
  readonly remindAt: string;
}

/** The days on which a policy can be renewed, both inclusive. */
export interface RenewalWindow {
  readonly firstDay: ChinaDay;
  readonly lastDay: ChinaDay;
}

/** When a policy that ends at an instant can be renewed. Source: domain R41. */
export const renewalWindow = (endAt: EpochMs, terms: RenewalTerms): RenewalWindow => {
  const endDay = chinaDayOf(endAt);
  return {
    firstDay: addDays(endDay, -terms.opensDaysBefore),
    lastDay: addDays(endDay, terms.closesDaysAfter - 1),
  };
};

/** Whether it is too early to renew, time for it, or over. */
export type RenewalPhase = 'early' | 'open' | 'over';

export const renewalPhase = (endAt: EpochMs, now: EpochMs, terms: RenewalTerms): RenewalPhase => {
  const { firstDay, lastDay } = renewalWindow(endAt, terms);
  const today = chinaDayOf(now);
  if (today < firstDay) return 'early';
  return today > lastDay ? 'over' : 'open';
};

/** When the new cover starts, and how many days nobody is covered before it; 0: unbroken. */
export interface RenewalStart {
  readonly startDay: ChinaDay;
  readonly gapDays: number;
}

/**
 * A renewal starts when the old cover ends if its money was confirmed before: also at 23:59 of the last day, whatever
 * the campaign's date. Later it starts as any other cover, and the days between are the gap. Source: domain R4.
 */
export const renewalStart = (endAt: EpochMs, paidAt: EpochMs, campaignStartDay?: ChinaDay): RenewalStart => {
  const endDay = chinaDayOf(endAt);
  const startDay = coverStartDay(paidAt) <= endDay ? endDay : coverStartDay(paidAt, campaignStartDay);
  return { startDay, gapDays: daysBetween(endDay, startDay) };
};

type RenewablePeriod = Pick<PersonCover['periods'][number], 'policyId' | 'endAt'>;

/** The cover that is renewed: when it ends, and which of the people asked about it covers. */
export interface RenewedCover {
  readonly endAt: EpochMs;
  /** ID numbers. */
  readonly idNumbers: ReadonlySet<string>;
}

/**
 * Finds a policy in what people hold under one product line: only that line counts, and only who was insured in that
 * very policy. Undefined when it covers none of them. Source: domain R1, R5.
 *
 * @param held by ID number.
 */
export const renewedCoverIn = (
  held: ReadonlyMap<string, { readonly periods: readonly RenewablePeriod[] }>,
  policyId: string,
): RenewedCover | undefined => {
  const found = [...held].flatMap(([idNumber, { periods }]) =>
    periods.flatMap((period) => (period.policyId === policyId ? [{ idNumber, endAt: period.endAt }] : [])),
  );
  const [first] = found;
  return first && { endAt: first.endAt, idNumbers: new Set(found.map(({ idNumber }) => idNumber)) };
};

const NOBODY: ReadonlySet<string> = new Set();

/** First day of new cover, the gap before it, and whose cover goes on without one: they may be of renewal age. */
export interface NewCover {
  readonly startDay: ChinaDay;
  /** 0 also for cover that renews nothing. */
  readonly gapDays: number;
  readonly continuing: ReadonlySet<string>;
}

/** How cover begins whose money is confirmed at an instant, whether it renews anything or not. Source: domain R1, R4. */
export const newCoverOf = (
  paidAt: EpochMs,
  campaignStartDay: ChinaDay | undefined,
  renewed: RenewedCover | undefined,
): NewCover => {
  if (!renewed) return { startDay: coverStartDay(paidAt, campaignStartDay), gapDays: 0, continuing: NOBODY };
  const start = renewalStart(renewed.endAt, paidAt, campaignStartDay);
  return { ...start, continuing: start.gapDays === 0 ? renewed.idNumbers : NOBODY };
};

/** A county's reminders while renewing is open: nobody is called to what cannot be done. */
const remindersOf = (endAt: EpochMs, terms: RenewalTerms): { day: number; at: EpochMs }[] =>
  terms.remindDays
    .map((day) => ({ day, at: instantAt(addDays(chinaDayOf(endAt), day), terms.remindAt) }))
    .filter(({ at }) => renewalPhase(endAt, at, terms) === 'open');

/** When a family is reminded next after an instant; null: never again. Source: domain R41. */
export const nextReminderAt = (endAt: EpochMs, after: EpochMs, terms: RenewalTerms): EpochMs | null =>
  remindersOf(endAt, terms).find(({ at }) => at > after)?.at ?? null;

/**
 * Which reminder stands at an instant, by its day: the latest that has come. One that was missed is not made up for
 * once the next has come, and none stands when renewing is over. Source: domain R41.
 */
export const reminderAt = (endAt: EpochMs, now: EpochMs, terms: RenewalTerms): number | undefined => {
  if (renewalPhase(endAt, now, terms) === 'over') return undefined;
  return remindersOf(endAt, terms).reduce<number | undefined>(
    (latest, { day, at }) => (at <= now ? day : latest),
    undefined,
  );
};
