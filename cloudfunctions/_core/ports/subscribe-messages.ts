/**
 * WeChat subscribe messages as the operations see them. One accept by the user is one send; the app's inbox stays the truth.
 * Source: WeChat mini-program server API, "发送订阅消息 subscribeMessage.send".
 */

export interface SubscribeMessage {
  /** Who receives it: an openid of this mini-program. */
  readonly openid: string;
  /** Our name of the template, e.g. `payoutNotice`; the adapter knows its id. */
  readonly template: string;
  /** Page of the mini-program that a tap opens, without a leading slash, query allowed. */
  readonly page: string;
  /** Values by field key (`thing4`), already shortened by `shared/message/template-fields`. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * `sent`: WeChat took it. `refused`: the user never accepted, used up the accepts, or switched it off (43101).
 * `rejected`: our fault, a repeat will not help (47003 field, 40037 template, 41030 page, no permission).
 * `failed`: WeChat could not be reached or was busy; may be sent again.
 */
export type SubscribeOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'rejected' | 'failed'; readonly reason: string };

export interface SubscribeMessagePort {
  /** Template ids by our names, as the mini-program needs them for `requestSubscribeMessage`. */
  readonly templateIds: Readonly<Record<string, string>>;
  /** Never throws: every ending is an outcome. */
  send(message: SubscribeMessage): Promise<SubscribeOutcome>;
}
