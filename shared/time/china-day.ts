import { z } from '../zod';

/**
 * A calendar day in China, `YYYY-MM-DD`. China keeps UTC+8 all year; all arithmetic is done here, on UTC fields of a
 * shifted instant, so neither the server's nor the phone's time zone matters.
 */
export type ChinaDay = string;

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

export const MINUTE_MS = 60 * 1000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const dayOfUtc = (date: Date): ChinaDay =>
  `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;

const partsOf = (day: ChinaDay): { year: number; month: number; date: number } => {
  if (!SHAPE.test(day)) throw new RangeError('not a China day');
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
};
const utcOf = (day: ChinaDay): number => {
  const { year, month, date } = partsOf(day);
  return Date.UTC(year, month - 1, date);
};

/** Whether the text is a day that exists (2026-02-30 does not). */
export const isChinaDay = (text: string): boolean =>
  SHAPE.test(text) && dayOfUtc(new Date(utcOf(text))) === text;

export const chinaDay = z.string().check(z.refine(isChinaDay, '日期不对，请重新选择。'));
/** Epoch ms between 2000 and 2100. */
export const epochMs = z.int().check(z.gte(946_684_800_000), z.lt(4_102_444_800_000));

/** The China day on which an instant falls. */
export const chinaDayOf = (instant: EpochMs): ChinaDay => dayOfUtc(new Date(instant + CHINA_OFFSET_MS));

/** 00:00 China time of a day. */
export const startOfChinaDay = (day: ChinaDay): EpochMs => utcOf(day) - CHINA_OFFSET_MS;

/** `YYYY-MM` of a day. */
export const monthOf = (day: ChinaDay): string => day.slice(0, 7);

/** 00:00 China time of the first day of a month `YYYY-MM`. */
export const startOfMonth = (month: string): EpochMs => startOfChinaDay(`${month}-01`);

/** The first instant after a month `YYYY-MM`: 00:00 China time of the first day of the next. */
export const endOfMonth = (month: string): EpochMs => {
  const { year, month: number } = partsOf(`${month}-01`);
  return Date.UTC(year, number, 1) - CHINA_OFFSET_MS;
};

export const addDays = (day: ChinaDay, days: number): ChinaDay =>
  dayOfUtc(new Date(utcOf(day) + days * DAY_MS));

/** The same day some years on; 29 February becomes 28 February in a common year. */
export const addYears = (day: ChinaDay, years: number): ChinaDay => {
  const { year, month, date } = partsOf(day);
  const moved = new Date(Date.UTC(year + years, month - 1, date));
  return moved.getUTCMonth() === month - 1
    ? dayOfUtc(moved)
    : dayOfUtc(new Date(Date.UTC(year + years, month, 0)));
};

/** Days from one day to a later one (negative when it is earlier). */
export const daysBetween = (from: ChinaDay, to: ChinaDay): number =>
  Math.round((utcOf(to) - utcOf(from)) / DAY_MS);

/** Completed years of life on a day. */
export const ageOn = (birthDay: ChinaDay, day: ChinaDay): number => {
  const birth = partsOf(birthDay);
  const today = partsOf(day);
  const hadBirthday = today.month > birth.month || (today.month === birth.month && today.date >= birth.date);
  return today.year - birth.year - (hadBirthday ? 0 : 1);
};

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: ChinaDay): number => new Date(utcOf(day)).getUTCDay();

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `6月12日（周五）`; with the year when it differs from that of `today`. */
export const formatChinaDay = (day: ChinaDay, today?: ChinaDay): string => {
  const { year, month, date } = partsOf(day);
  const yearText = today !== undefined && partsOf(today).year === year ? '' : `${year}年`;
  return `${yearText}${month}月${date}日（周${WEEKDAYS[weekdayOf(day)] ?? ''}）`;
};

/** `2026年6月12日`. */
export const formatChinaDate = (day: ChinaDay): string => {
  const { year, month, date } = partsOf(day);
  return `${year}年${month}月${date}日`;
};

/** `2026年6月12日 09:30`, China time. */
export const formatChinaTime = (instant: EpochMs): string => {
  const shifted = new Date(instant + CHINA_OFFSET_MS);
  return `${formatChinaDate(chinaDayOf(instant))} ${pad(shifted.getUTCHours())}:${pad(shifted.getUTCMinutes())}`;
};

/** As `formatChinaTime`, with the seconds. */
export const formatChinaSecond = (instant: EpochMs): string =>
  `${formatChinaTime(instant)}:${pad(new Date(instant).getUTCSeconds())}`;

/** The instant of a China day and a time `HH:mm`. */
export const instantAt = (day: ChinaDay, time: string): EpochMs => {
  const [hours = '0', minutes = '0'] = time.split(':');
  return startOfChinaDay(day) + (Number(hours) * 60 + Number(minutes)) * 60_000;
};
