import { formatYuan, type Fen } from '../money/fen';
import { formatChinaDate, formatChinaTime, type ChinaDay, type EpochMs } from '../time/china-day';

/**
 * One formatter for each type of subscribe-message field: what WeChat would refuse (47003) never leaves the product.
 * Lengths count UTF-16 units, the strictest way.
 * Source: WeChat mini-program server API, "发送订阅消息": 订阅消息参数值内容限制说明.
 */

/** At most `length` units, never in the middle of a character. */
const firstUnits = (text: string, length: number): string => {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
};

/** At most `length` units; what was longer ends with an ellipsis. */
const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${firstUnits(text, length - 1)}…`;

const required = (text: string, type: string): string => {
  if (text === '') throw new RangeError(`nothing left for a field of type ${type}`);
  return text;
};

/** `thing`: one line of at most 20 characters; 无 when nothing is left, because WeChat refuses empty fields. */
export const thing = (text: string): string =>
  shortened(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), 20) || '无';

/** `character_string`: at most 32 digits, letters and signs, no Chinese. Throws RangeError when nothing is left. */
export const characterString = (text: string): string =>
  required(shortened(text.replace(/[^\x21-\x7e]/g, ''), 32), 'character_string');

/** `phrase`: at most 5 Chinese characters and nothing else. Throws RangeError when nothing is left. */
export const phrase = (text: string): string =>
  required(firstUnits(text.replace(/[^\p{Script=Han}]/gu, ''), 5), 'phrase');

/** `name`: at most 10 characters with Chinese, 20 without, no digits. Throws RangeError when nothing is left. */
export const personName = (text: string): string => {
  const plain = text.replace(/[\p{Cc}\d]/gu, '').trim();
  return required(firstUnits(plain, /\p{Script=Han}/u.test(plain) ? 10 : 20).trim(), 'name');
};

/** Ten digits of yuan, as WeChat allows. */
const MAX_AMOUNT: Fen = 999_999_999_999;

/** `amount`: `¥2304.45`. Throws RangeError for what is no whole number of fen from 0 to ten digits of yuan. */
export const amount = (of: Fen): string => {
  if (!Number.isInteger(of) || of < 0 || of > MAX_AMOUNT) throw new RangeError('not an amount in fen');
  return `¥${formatYuan(of).replace(/,/g, '')}`;
};

/** `time`: `2026年6月12日 09:30`, China time. */
export const time = (instant: EpochMs): string => formatChinaTime(instant);

/** `date`: `2026年6月12日`. */
export const date = (day: ChinaDay): string => formatChinaDate(day);
