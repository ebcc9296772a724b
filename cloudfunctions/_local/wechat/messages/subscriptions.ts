import { type LocalRequest, type LocalResponse, type StateStore } from '../../wechat-side';
import { jsonObject, json, refusal } from '../answers';
import { TEMPLATES } from '../templates';
import { fault, textOf, type OpenApiFault } from '../open-api/open-api-answer';
import { fieldFault } from './field-rules';

/** As `GET /_local/messages?openid=` lists it. */
export interface KeptMessage {
  readonly templateId: string;
  /** Our name of the template, e.g. `payoutNotice`. */
  readonly templateName: string;
  readonly title: string;
  readonly page: string;
  readonly data: Readonly<Record<string, string>>;
  /** What the phone shows: label and value in the template's order. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** Epoch ms. */
  readonly sentAt: number;
}

/** Every message, newest first, and how many sends each accept still allows. */
export interface MessageBook {
  readonly messages: readonly (KeptMessage & { readonly openid: string })[];
  readonly accepts: readonly { readonly openid: string; readonly title: string; readonly left: number }[];
}

/**
 * Accepts and messages. One accept allows one send of one template to one person; the next needs the next accept.
 *
 * `POST /_local/subscribe` (x-openid) `{templateIds, accept}` → `{[templateId]: 'accept'|'reject'}`, what
 * `wx.requestSubscribeMessage` answers; at most 3 templates at a time (20003), unknown ones refused (20001).
 * `GET /_local/messages?openid=` → KeptMessage[], newest first.
 * `GET /_local/wechat/messages` → MessageBook: everybody's.
 */
export interface Subscriptions {
  /** `subscribeMessage.send`: `undefined` when sent. Source: "发送订阅消息": 错误码. */
  send(request: Readonly<Record<string, unknown>>): Promise<OpenApiFault | undefined>;
  readonly subscribeDoor: (request: LocalRequest) => Promise<LocalResponse>;
  readonly messagesDoor: (request: LocalRequest) => LocalResponse;
  readonly bookDoor: () => LocalResponse;
}

const acceptKey = (openid: string, templateId: string): string => `accept/${openid}/${templateId}`;
const messagePrefix = (openid: string): string => `message/${openid}/`;
const countKey = (openid: string): string => `message-count/${openid}`;

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** @param pages of the built mini-program; `undefined` when there is no build: then every page counts as published. */
export const createSubscriptions = (
  store: StateStore,
  now: () => number,
  pages: () => readonly string[] | undefined,
): Subscriptions => ({
  async send(request) {
    const openid = textOf(request.touser);
    const template = TEMPLATES.find(({ id }) => id === request.template_id);
    if (openid === '') return fault(40003, 'invalid openid');
    if (!template) return fault(40037, 'invalid template_id');
    const data = recordOf(request.data);
    const wrong = fieldFault(template, data);
    if (wrong !== undefined) return fault(47003, wrong);
    const page = textOf(request.page);
    const isPublished = page === '' || pages()?.includes(page.split('?')[0] ?? '') !== false;
    if (page.startsWith('/') || !isPublished) return fault(41030, 'invalid page');

    const values = Object.fromEntries(
      template.fields.map(({ key }) => [key, textOf(recordOf(data[key]).value)] as const),
    );
    const message: KeptMessage = {
      templateId: template.id,
      templateName: template.name,
      title: template.title,
      page,
      data: values,
      lines: template.fields.map(({ key, label }) => ({ label, value: values[key] ?? '' })),
      sentAt: now(),
    };
    return store.transaction((writer) => {
      const accepts = writer.get<number>(acceptKey(openid, template.id)) ?? 0;
      if (accepts < 1) return fault(43101, 'user refuse to accept the msg');
      const count = (writer.get<number>(countKey(openid)) ?? 0) + 1;
      writer.put(acceptKey(openid, template.id), accepts - 1);
      writer.put(countKey(openid), count);
      writer.put(`${messagePrefix(openid)}${String(count).padStart(9, '0')}`, message);
      return undefined;
    });
  },

  async subscribeDoor(request) {
    const openid = request.headers['x-openid'] ?? '';
    const body = jsonObject(request.body);
    const templateIds: unknown = body?.templateIds;
    const accepted = body?.accept;
    if (openid === '') return refusal(401, 'NO_OPENID', '缺少 x-openid');
    if (typeof accepted !== 'boolean' || !Array.isArray(templateIds) || templateIds.length === 0) {
      return refusal(400, '10001', '参数不正确：templateIds、accept');
    }
    if (templateIds.length > 3) return refusal(400, '20003', '一次最多 3 个模板');
    const ids = TEMPLATES.map(({ id }) => id).filter((id) => templateIds.includes(id));
    if (ids.length !== new Set(templateIds).size) return refusal(400, '20001', '没有这个模板');

    if (accepted) {
      await store.transaction((writer) => {
        for (const id of ids) {
          const key = acceptKey(openid, id);
          writer.put(key, (writer.get<number>(key) ?? 0) + 1);
        }
      });
    }
    return json(200, Object.fromEntries(ids.map((id) => [id, accepted ? 'accept' : 'reject'])));
  },

  messagesDoor(request) {
    const openid = request.query.get('openid') ?? '';
    if (openid === '') return refusal(400, 'NO_OPENID', '缺少 openid');
    return json(
      200,
      store.range<KeptMessage>(messagePrefix(openid), { reverse: true }).map(({ value }) => value),
    );
  },

  bookDoor() {
    const messages = store
      .range<KeptMessage>('message/')
      .map(({ key, value }) => ({ ...value, openid: key.split('/')[1] ?? '' }));
    const accepts = store.range<number>('accept/').map(({ key, value: left }) => {
      const [, openid = '', templateId] = key.split('/');
      return { openid, title: TEMPLATES.find(({ id }) => id === templateId)?.title ?? '', left };
    });
    const book: MessageBook = { messages: messages.sort((a, b) => b.sentAt - a.sentAt), accepts };
    return json(200, book);
  },
});
