import { z } from '../zod';
import {
  addDays,
  chinaDayOf,
  daysBetween,
  formatChinaDay,
  type ChinaDay,
  type EpochMs,
} from '../time/china-day';
import { isWorking, type DueDay, type WorkingCalendar } from '../time/working-days';
import { clockRunOf, clocksOf, type Timed } from './claim-clocks';
import { UNDECIDED_STATES } from './claim-state';
import { ranOn, type ClaimClocks, type ClockRun } from './clocks';

/** The family's simple bar: how much of the promised time is gone, and what that means. */
export const clockBar = z.strictObject({
  /** Share of the time that is gone, 0 to 1. */
  share: z.number().check(z.gte(0), z.lte(1)),
  words: z.string(),
  state: z.enum(['running', 'paused', 'overdue']),
});
export type ClockBar = z.infer<typeof clockBar>;

/** How many of the days after one, up to another, count. */
const countedDays = (after: ChinaDay, until: ChinaDay, counts: (day: ChinaDay) => boolean): number =>
  Array.from({ length: Math.max(0, daysBetween(after, until)) }, (_, index) =>
    addDays(after, index + 1),
  ).filter(counts).length;

const dayWords = ({ day, provisional }: DueDay, today: ChinaDay): string =>
  `${formatChinaDay(day, today)}${provisional ? '（暂定）' : ''}`;

/**
 * The bar of a claim that is being decided. Days are counted as the clock that binds counts them: working days for the
 * promise, calendar days for the law. Source: domain R15–R18.
 */
export const clockBarOf = (
  calendar: WorkingCalendar,
  { family, law, promise }: ClaimClocks,
  run: ClockRun,
): ClockBar => {
  const today = chinaDayOf(run.now);
  const isPromise = promise.day <= law;
  const ran = ranOn(run);
  const counts = (day: ChinaDay): boolean => ran(day) && (!isPromise || isWorking(calendar, day));
  const since = chinaDayOf(run.since);
  const gone = countedDays(since, today, counts);
  const share = Math.min(1, gone / countedDays(since, family.day, counts));
  const by = dayWords(family, today);
  const open = run.pauses.find((pause) => pause.until === null);
  const isLate = today > family.day;
  if (open) {
    const then = isLate ? '一补齐就答复' : `今天补齐的话，最晚${by}答复`;
    return { share, state: 'paused', words: `暂停中：${open.reason}。${then}` };
  }
  if (isLate) {
    const late = String(daysBetween(family.day, today));
    return { share, state: 'overdue', words: `比说好的${by}晚了 ${late} 天，主管在催办` };
  }
  const left = countedDays(today, family.day, counts);
  const leftWords = left === 0 ? '今天就要答复' : `还有 ${String(left)} 个${isPromise ? '工作日' : '自然日'}`;
  return { share, state: 'running', words: `${leftWords}，${by}前` };
};

/** The bar of a claim as it stands; null once it was decided. */
export const clockBarOfClaim = (claim: Timed, calendar: WorkingCalendar, now: EpochMs): ClockBar | null =>
  UNDECIDED_STATES.includes(claim.state)
    ? clockBarOf(calendar, clocksOf(calendar, claim, now), clockRunOf(claim, now))
    : null;
