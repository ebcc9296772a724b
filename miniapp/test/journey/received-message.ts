/** Subscribe messages as WeChat's side received them, and what WeChat lets their fields hold. */

/** As the door `/_local/messages` lists it. */
export interface ReceivedMessage {
  templateName: string;
  page: string;
  /** By the template's field, for example `amount2`. */
  data: Record<string, string>;
}

/**
 * What a field may hold, by its type.
 * Source: WeChat mini-program server API, "发送订阅消息": 订阅消息参数值内容限制说明.
 */
const lawful: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^[^\d]{1,10}$/u,
  amount: /^¥?\d{1,10}(\.\d{1,2})?元?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
};

/** The fields that WeChat would refuse (47003), as `amount2: 一百`; a field of an unknown type is one of them. */
export const unlawfulFields = ({ data }: ReceivedMessage): string[] =>
  Object.entries(data)
    .filter(([field, value]) => lawful[field.replace(/\d+$/, '')]?.test(value) !== true)
    .map(([field, value]) => `${field}: ${value}`);
