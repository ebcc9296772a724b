import { addDays, chinaDayOf, startOfChinaDay } from '../../../../shared/time/china-day';

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options });

const clockTime = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const shortTime = format({ hour: '2-digit', minute: '2-digit' });
const monthDay = format({ month: 'long', day: 'numeric' });
const wholeDay = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });

/** `15:42:07` */
export const timeOf = (ms: number): string => clockTime.format(ms);

/** `15:42` */
export const minuteOf = (ms: number): string => shortTime.format(ms);

/** `11月22日` */
export const dayOf = (ms: number): string => monthDay.format(ms);

/** `11月22日 15:42:07` */
export const momentOf = (ms: number): string => `${dayOf(ms)} ${timeOf(ms)}`;

/** `2026年11月22日周日` */
export const longDayOf = (ms: number): string => wholeDay.format(ms);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 天 2 小时`: the two largest units of a length of time. */
export const lengthOf = (ms: number): string => {
  const rest = Math.abs(ms);
  const days = Math.floor(rest / DAY);
  const hours = Math.floor((rest % DAY) / HOUR);
  const minutes = Math.floor((rest % HOUR) / MINUTE);
  const all: readonly (readonly [number, string])[] = [
    [days, '天'],
    [hours, '小时'],
    [minutes, '分钟'],
  ];
  const said = all.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0
    ? '不到 1 分钟'
    : said.map(([count, unit]) => `${String(count)} ${unit}`).join(' ');
};

/** The value of a `datetime-local` field, in China time, to the minute. */
export const fieldOf = (ms: number): string => `${chinaDayOf(ms)}T${minuteOf(ms)}`;

/** The instant a `datetime-local` field stands for; undefined while it is incomplete. */
export const momentOfField = (value: string): number | undefined => {
  const ms = Date.parse(`${value}:00+08:00`);
  return Number.isNaN(ms) ? undefined : ms;
};

/** 00:00 of the next day. */
export const tomorrowOf = (ms: number): number => startOfChinaDay(addDays(chinaDayOf(ms), 1));

/** 00:00 of the first day of the next month. */
export const nextMonthOf = (ms: number): number => {
  const [year = 0, month = 1] = chinaDayOf(ms).split('-').map(Number);
  const day =
    month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`;
  return startOfChinaDay(day);
};
