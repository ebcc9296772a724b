import { chinaDayOf, isChinaDay } from '../../../../../shared/time/china-day';
import { type LocalRequest, type LocalResponse } from '../../../wechat-side';
import { json, refusal } from '../../answers';
import { type Orders } from '../orders';
import { type Refunds } from '../refunds';
import { tradeBill } from './trade-bill';

/** What `billDoor` answers; without `text` there was no trade on that China day. */
export interface BillOfDay {
  readonly day: string;
  readonly text?: string;
}

/** `GET /_local/wechat/bill?day=` → BillOfDay, for people: also of today, which WeChat Pay would not give out yet. */
export const billDoor =
  (appid: string, orders: Orders, refunds: Refunds, now: () => number) =>
  (request: LocalRequest): LocalResponse => {
    const day = request.query.get('day') ?? chinaDayOf(now());
    if (!isChinaDay(day)) return refusal(400, 'INVALID_DAY', '日期不正确');
    const text = tradeBill('ALL', day, appid, orders.all(), refunds.all());
    const bill: BillOfDay = { day, ...(text === undefined ? {} : { text }) };
    return json(200, bill);
  };
