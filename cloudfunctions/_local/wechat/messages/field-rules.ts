import { type SubscribeTemplate } from '../templates';

/**
 * What each type of template field may hold; lengths in UTF-16 units, the strictest way to count.
 * Source: WeChat mini-program server API, "发送订阅消息": 订阅消息参数值内容限制说明.
 */

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const DAY = String.raw`(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})`;
const range = (moment: string): RegExp => new RegExp(`^${moment}(?:~${moment})?$`);
const TIME = range(`(?:${DAY} ?)?${CLOCK}`);
const DATE = range(`${DAY}(?: ?${CLOCK})?`);

const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);
const atMost = (length: number, pattern?: RegExp) => (text: string) =>
  text.length <= length && (pattern === undefined || pattern.test(text));

const isPersonName = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ? text.length <= 10 : text.length <= 20 && !/\d/.test(text);

const RULES: Readonly<Record<string, (text: string) => boolean>> = {
  thing: atMost(20),
  number: atMost(32, /^-?\d+(?:\.\d+)?$/),
  letter: atMost(32, /^[A-Za-z]+$/),
  symbol: atMost(5, /^[^\p{Script=Han}A-Za-z0-9]+$/u),
  character_string: atMost(32, /^[^\p{Script=Han}]+$/u),
  time: (text) => TIME.test(text),
  date: (text) => DATE.test(text),
  amount: (text) => /^[^\p{Script=Han}\p{L}\d\s]?\d{1,10}(?:\.\d+)?元?$/u.test(text),
  phone_number: atMost(17, /^[^\p{Script=Han}A-Za-z]+$/u),
  car_number: atMost(8, /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]+[\p{Script=Han}A-Za-z0-9]$/u),
  name: isPersonName,
  phrase: atMost(5, /^\p{Script=Han}+$/u),
};

/** `undefined` when every field is lawful, otherwise WeChat's words about the first that is not. */
export const fieldFault = (
  template: SubscribeTemplate,
  data: Readonly<Record<string, unknown>>,
): string | undefined => {
  const known = new Set(template.fields.map(({ key }) => key));
  const foreign = Object.keys(data).find((key) => !known.has(key));
  if (foreign !== undefined) return `argument invalid! data.${foreign}.value is not in the template`;

  for (const { key } of template.fields) {
    const field = data[key];
    const value: unknown =
      typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
    if (typeof value !== 'string' || value.trim() === '')
      return `argument invalid! data.${key}.value is empty`;
    const isLawful = RULES[key.replace(/\d+$/, '')];
    if (!isLawful || hasControl(value) || !isLawful(value))
      return `argument invalid! data.${key}.value invalid`;
  }
  return undefined;
};
