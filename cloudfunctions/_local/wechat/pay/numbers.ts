import { randomBytes } from 'node:crypto';
import { chinaDayOf, startOfChinaDay } from '../../../../shared/time/china-day';

/** Numbers shaped as WeChat's, so that fields and screens meet the real lengths. */

const clockOf = (instant: number): readonly string[] => {
  const seconds = Math.floor((instant - startOfChinaDay(chinaDayOf(instant))) / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((piece) =>
    String(piece).padStart(2, '0'),
  );
};
const compactDay = (instant: number): string => chinaDayOf(instant).replaceAll('-', '');
const digits = (count: number): string =>
  Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');

/** `2018-06-08T10:34:56+08:00` */
export const rfc3339 = (instant: number): string =>
  `${chinaDayOf(instant)}T${clockOf(instant).join(':')}+08:00`;

/** `2018-06-08 10:34:56`, as bills write it. */
export const billTime = (instant: number): string => `${chinaDayOf(instant)} ${clockOf(instant).join(':')}`;

/** `wx` + 34 characters, 36 in all. */
export const newPrepayId = (instant: number): string =>
  `wx${compactDay(instant)}${clockOf(instant).join('')}${randomBytes(10).toString('hex')}`;

/** 28 digits. */
export const newTransactionId = (instant: number): string =>
  `4200${digits(6)}${compactDay(instant)}${digits(10)}`;

/** 29 digits. */
export const newRefundId = (instant: number): string => `5030${digits(7)}${compactDay(instant)}${digits(10)}`;

/** 34 digits. */
export const newTransferBillNo = (instant: number): string =>
  `1330007${digits(9)}${compactDay(instant).slice(2)}00${digits(10)}`;

/** Sortable by time. */
export const newEventId = (instant: number): string =>
  `EV-${String(instant).padStart(14, '0')}-${randomBytes(8).toString('hex')}`;
