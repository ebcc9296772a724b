import { sumOf } from '../../../shared/money/fen';
import type { LedgerAccount, LedgerEntry } from '../../../shared/money/ledger.schema';
import type { OwnLine } from '../../../shared/order/bill';
import type { Order } from '../../../shared/order/order.schema';
import { outRefundNoOf, outTradeNoOfRefund } from '../../../shared/order/trade-numbers';
import { DAY_MS, type ChinaDay, type EpochMs } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';
import { deriveId } from '../../_core/ids';

/** The most a query answers. */
const PAGE = 1000;
/** Orders whose books are read at once: each has a handful of entries. */
const ORDERS_AT_ONCE = 100;

/** Banks take up to three days to put a refund back; later than this a person should look. Source: WeChat Pay "退款到账时间". */
const REFUND_TAKES_MS = 5 * DAY_MS;

const inAccount = (entry: LedgerEntry, account: LedgerAccount): number =>
  sumOf(entry.rows.flatMap((row) => (row.account === account ? [row.amountFen] : [])));

/** All entries that the bill of a day must show. */
const entriesOfDay = async (read: ReadStores, billDay: ChinaDay): Promise<LedgerEntry[]> => {
  const entries: LedgerEntry[] = [];
  for (;;) {
    const last = entries[entries.length - 1]?.billNumber;
    // A number with a space behind it comes after the number itself and before all others.
    const from = last === undefined ? {} : { billNumber: { gte: `${last} ` } };
    const page = await read.ledger.find({
      where: { billDay, ...from },
      orderBy: [['billNumber', 'asc']],
      limit: PAGE,
    });
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
};

const inBatches = async <T>(ids: readonly string[], find: (ids: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = [];
  for (let at = 0; at < ids.length; at += ORDERS_AT_ONCE) {
    found.push(...(await find(ids.slice(at, at + ORDERS_AT_ONCE))));
  }
  return found;
};

/** What the ledger says about orders and the policies they became. */
const entriesOfOrders = (read: ReadStores, orderIds: readonly string[]): Promise<LedgerEntry[]> =>
  inBatches(orderIds, (ids) => {
    const subjects = ids.flatMap((id) => [id, deriveId('pol', id)]);
    return read.ledger.find({ where: { subject: { in: subjects } }, limit: PAGE });
  });

/** Whether an order's customers have money with us that is neither premium nor on its way back. */
const holdsMoney = (orderId: string, entries: readonly LedgerEntry[]): boolean => {
  const own = [orderId, deriveId('pol', orderId)];
  return (
    sumOf(entries.flatMap((entry) => (own.includes(entry.subject) ? [inAccount(entry, 'customer')] : []))) !==
    0
  );
};

const refundsUnderWay = (order: Order): OwnLine[] =>
  order.attempts.flatMap(({ state, outTradeNo, refund }): OwnLine[] => {
    if (state !== 'refunding' || refund === null) return [];
    const number = outRefundNoOf(outTradeNo, refund);
    const standing = refund.isAbnormal ? 'stuck' : 'underWay';
    return [{ kind: 'refund', number, outTradeNo, amountFen: refund.fen, state: standing }];
  });

const isBeingRefunded = (order: Order | undefined, now: EpochMs): boolean =>
  order?.attempts.some(
    ({ state, refund }) =>
      state === 'refunding' && refund !== null && (refund.isAbnormal || now < refund.at + REFUND_TAKES_MS),
  ) === true;

/** What our books are asked for. */
export interface BooksOf {
  readonly day: ChinaDay;
  /** Numbers in WeChat's bill of that day: ours count wherever we booked them. */
  readonly told: ReadonlySet<string>;
  /** Orders to look at more closely: what is under way there, too. */
  readonly orderIds: readonly string[];
  readonly now: EpochMs;
}

/**
 * Our own lines of a day's bill: what the ledger has for it, how far each payment's order came, and refunds under way.
 * Reads: ledger; orders only those to look at more closely.
 */
export const ownLines = async (
  read: ReadStores,
  { day, told, orderIds, now }: BooksOf,
): Promise<OwnLine[]> => {
  const ofDay = await entriesOfDay(read, day);
  const payers = ofDay.filter((entry) => inAccount(entry, 'wechatPay') > 0).map(({ subject }) => subject);
  const books = await entriesOfOrders(read, [...new Set([...payers, ...orderIds])]);
  const orders = await inBatches(orderIds, (ids) =>
    read.orders.find({ where: { id: { in: ids } }, limit: PAGE }),
  );
  const elsewhere = books.filter(({ billDay, billNumber = '' }) => billDay !== day && told.has(billNumber));
  const booked = [...ofDay, ...elsewhere].map((entry): OwnLine => {
    const { subject, billNumber: number = '' } = entry;
    const amountFen = Math.abs(inAccount(entry, 'wechatPay'));
    if (inAccount(entry, 'wechatPay') < 0) {
      return { kind: 'refund', number, outTradeNo: outTradeNoOfRefund(number), amountFen, state: 'done' };
    }
    const order = orders.find(({ id }) => id === subject);
    const waits = isBeingRefunded(order, now) ? 'underWay' : 'unfinished';
    const state = holdsMoney(subject, books) ? waits : 'done';
    return { kind: 'payment', number, outTradeNo: number, amountFen, state };
  });
  return [...booked, ...orders.flatMap(refundsUnderWay)];
};
