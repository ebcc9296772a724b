import type { Message, MessageKind } from '../../../shared/message/message.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';

/** Something a family is told. */
export interface News {
  readonly kind: MessageKind;
  /** What it tells of, so that it is never told twice: for example the policy's id, or the claim's id and version. */
  readonly about: readonly string[];
  readonly openid: string;
  readonly title: string;
  readonly body: string;
  /** From `shared/message/message-pages`. */
  readonly page: string;
  /**
   * Fields of the subscribe message whose template bears the kind's name, made by `shared/message/template-fields`;
   * null when there is no such template, and the inbox alone has it.
   */
  readonly fields: Readonly<Record<string, string>> | null;
  readonly at: EpochMs;
}

/** The outbox row of a piece of news; store it in the transaction that causes it. */
export const composeMessage = (news: News): Message => ({
  id: deriveId('msg', news.kind, ...news.about),
  openid: news.openid,
  kind: news.kind,
  title: news.title,
  body: news.body,
  page: news.page,
  fields: news.fields && { ...news.fields },
  createdAt: news.at,
  readAt: null,
  delivery: news.fields ? 'waiting' : 'none',
  attempts: 0,
  triedAt: null,
  deliveredAt: null,
});
