import { randomBytes } from 'node:crypto';
import { MINUTE_MS } from '../../../../shared/time/china-day';
import { type LocalRequest, type LocalResponse, type StateStore } from '../../wechat-side';
import { json, refusal } from '../answers';
import { type People } from '../people';
import { fault, type OpenApiFunction } from './open-api-answer';

/** Each code is good once and for five minutes. Source: "获取手机号". */
const CODE_LASTS_MS = 5 * MINUTE_MS;

interface PhoneCode {
  readonly openid: string;
  readonly phone: string;
  readonly issuedAt: number;
}
const key = (code: string): string => `phone-code/${code}`;

export interface PhoneNumbers {
  /**
   * `POST /_local/wechat/phone-codes` (x-openid) → `{code}`: what the button `open-type="getPhoneNumber"` gives after the
   * person agreed. Refused while WeChat knows no number of theirs (`people.ts`).
   */
  readonly door: (request: LocalRequest) => Promise<LocalResponse>;
  /** `phonenumber.getPhoneNumber`: 40029 for a code unknown, used, grown old, or of another than the `openid` given. */
  readonly getPhoneNumber: OpenApiFunction;
}

export const createPhoneNumbers = (
  store: StateStore,
  people: People,
  appid: string,
  now: () => number,
): PhoneNumbers => ({
  async door(request) {
    const openid = request.headers['x-openid'] ?? '';
    if (openid === '') return refusal(401, 'NO_OPENID', '缺少 x-openid');
    const { phone } = people.of(openid);
    if (phone === undefined) return refusal(409, 'NO_PHONE', '这个微信号没有绑定手机号');
    const code = randomBytes(32).toString('hex');
    await store.put(key(code), { openid, phone, issuedAt: now() } satisfies PhoneCode);
    return json(200, { code });
  },

  async getPhoneNumber({ code, openid }) {
    const kept = typeof code === 'string' ? store.get<PhoneCode>(key(code)) : undefined;
    if (kept === undefined || (openid !== undefined && openid !== kept.openid)) {
      return fault(40029, 'invalid code');
    }
    return store.transaction((writer) => {
      const isStillThere = writer.get<PhoneCode>(key(String(code))) !== undefined;
      writer.delete(key(String(code)));
      if (!isStillThere || now() >= kept.issuedAt + CODE_LASTS_MS) return fault(40029, 'invalid code');
      return {
        phone_info: {
          phoneNumber: kept.phone,
          purePhoneNumber: kept.phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(kept.issuedAt / 1000), appid },
        },
      };
    });
  },
});
