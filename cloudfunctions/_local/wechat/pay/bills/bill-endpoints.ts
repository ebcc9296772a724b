import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  chinaDayOf,
  DAY_MS,
  HOUR_MS,
  isChinaDay,
  MINUTE_MS,
  startOfChinaDay,
  type ChinaDay,
} from '../../../../../shared/time/china-day';
import { type StateStore } from '../../../wechat-side';
import { PayFile, type Endpoint } from '../endpoint';
import { type Orders } from '../orders';
import { PayError } from '../pay-error';
import { type Refunds } from '../refunds';
import { BILL_TYPES, tradeBill } from './trade-bill';

/** A day's bill is ready at ten the next morning, and for three months. */
const READY_AFTER_MS = DAY_MS + 10 * HOUR_MS;
const LONGEST_BACK_MS = 92 * DAY_MS;
/** How long the address for a download is good. */
const ADDRESS_LASTS_MS = 5 * MINUTE_MS;

/** What an address leads to; kept as it was when its hash was told. */
interface Offer {
  readonly text: string;
  readonly isZipped: boolean;
  readonly until: number;
}
const OFFERS = 'bill/';

const wanted = <T extends string>(values: readonly T[], given: string | null, otherwise: T): T => {
  const value = values.find((known) => known === (given ?? otherwise));
  if (value === undefined) throw new PayError('PARAM_ERROR', '参数错误');
  return value;
};

/**
 * The day's trade bill: its hash and address, then the file itself.
 * Source: WeChat Pay API v3, "申请交易账单", "下载账单".
 */
export const billEndpoints = (
  store: StateStore,
  appid: string,
  orders: Orders,
  refunds: Refunds,
  baseUrl: () => string,
): readonly Endpoint[] => {
  const checkedDay = (given: string | null, now: number): ChinaDay => {
    if (given === null || !isChinaDay(given)) throw new PayError('PARAM_ERROR', '账单日期格式不正确');
    const start = startOfChinaDay(given);
    if (given >= chinaDayOf(now) || start < now - LONGEST_BACK_MS) {
      throw new PayError('INVALID_REQUEST', '请检查bill_date，并重新调用');
    }
    return given;
  };

  const offer = (offered: Offer, now: number): Promise<string> =>
    store.transaction((writer) => {
      for (const { key, value } of store.range<Offer>(OFFERS)) {
        if (value.until <= now) writer.delete(key);
      }
      const token = randomBytes(24).toString('base64url');
      writer.put(`${OFFERS}${token}`, offered);
      return token;
    });

  return [
    {
      method: 'GET',
      path: /^v3\/bill\/tradebill$/,
      run: async (request, now) => {
        const day = checkedDay(request.query.get('bill_date'), now);
        const type = wanted(BILL_TYPES, request.query.get('bill_type'), 'ALL');
        const isZipped = wanted(['GZIP', ''], request.query.get('tar_type'), '') === 'GZIP';
        const text = tradeBill(type, day, appid, orders.all(), refunds.all());
        if (text === undefined) throw new PayError('NO_STATEMENT_EXIST', '请求的账单文件不存在');
        if (now < startOfChinaDay(day) + READY_AFTER_MS) {
          throw new PayError('STATEMENT_CREATING', '请求的账单正在生成中');
        }
        const token = await offer({ text, isZipped, until: now + ADDRESS_LASTS_MS }, now);
        return {
          hash_type: 'SHA1',
          hash_value: createHash('sha1').update(text).digest('hex'),
          download_url: `${baseUrl()}/wxpay/v3/billdownload/file?token=${token}${isZipped ? '&tartype=gzip' : ''}`,
        };
      },
    },
    {
      method: 'GET',
      path: /^v3\/billdownload\/file$/,
      run: async (request, now) => {
        const offered = store.get<Offer>(`${OFFERS}${request.query.get('token') ?? ''}`);
        if (offered === undefined || offered.until <= now) {
          throw new PayError('INVALID_REQUEST', '请按第一步申请账单的API指引，重新获取账单地址后再请求');
        }
        const bytes = Buffer.from(offered.text);
        return offered.isZipped
          ? new PayFile('application/x-gzip', gzipSync(bytes))
          : new PayFile('text/plain; charset=utf-8', bytes);
      },
    },
  ];
};
