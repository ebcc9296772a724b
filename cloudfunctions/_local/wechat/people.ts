import { type LocalRequest, type LocalResponse, type StateStore } from '../wechat-side';
import { json, jsonObject, refusal } from './answers';

/** What WeChat knows of somebody, where the mini-program only knows an openid. */
export interface Person {
  /** As verified with the identity card; transfers compare it. */
  readonly realName?: string;
  /** Mainland number, 11 digits. */
  readonly phone?: string;
}

/**
 * `GET /_local/wechat/people?openid=` → `{realName?, phone?}`.
 * `POST /_local/wechat/people` (x-openid) `{realName?, phone?}` → what is known now; what is left out stays.
 */
export interface People {
  readonly of: (openid: string) => Person;
  readonly door: (request: LocalRequest) => Promise<LocalResponse>;
}

const key = (openid: string): string => `person/${openid}`;
const PHONE = /^1\d{10}$/;

export const createPeople = (store: StateStore): People => {
  const of = (openid: string): Person => store.get<Person>(key(openid)) ?? {};
  return {
    of,
    async door(request) {
      if (request.method === 'GET') return json(200, of(request.query.get('openid') ?? ''));
      const openid = request.headers['x-openid'] ?? '';
      if (openid === '') return refusal(401, 'NO_OPENID', '缺少 x-openid');
      const { realName, phone } = jsonObject(request.body) ?? {};
      if (realName !== undefined && (typeof realName !== 'string' || realName === '')) {
        return refusal(400, 'INVALID_NAME', '姓名不正确');
      }
      if (phone !== undefined && (typeof phone !== 'string' || !PHONE.test(phone))) {
        return refusal(400, 'INVALID_PHONE', '手机号不正确');
      }
      const person: Person = {
        ...of(openid),
        ...(realName === undefined ? {} : { realName }),
        ...(phone === undefined ? {} : { phone }),
      };
      await store.put(key(openid), person);
      return json(200, person);
    },
  };
};
