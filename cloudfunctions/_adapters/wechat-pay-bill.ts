import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parseYuan } from '../../shared/money/fen';
import type { BillRow } from '../../shared/order/bill';
import { instantAt } from '../../shared/time/china-day';

/**
 * WeChat's trade bill as a file: a header, a line for each payment and refund with a backtick before every field, then
 * two lines of totals. Source: WeChat Pay API v3, "交易账单" (字段说明), "下载账单".
 */

/** The file is not what WeChat told about it, or says something we do not understand. */
class BillUnreadable extends Error {
  override readonly name = 'BillUnreadable';
}

/** First field of the line above the totals. */
const TOTALS = '总交易单数';

const REFUND_STATES: Readonly<Record<string, BillRow['state']>> = {
  SUCCESS: 'success',
  PROCESSING: 'processing',
  FAIL: 'failed',
  CHANGE: 'abnormal',
};

type Fields = ReadonlyMap<string, string>;

const field = (fields: Fields, name: string): string => {
  const value = fields.get(name);
  if (value === undefined) throw new BillUnreadable(`no column ${name}`);
  return value;
};
const fenOf = (fields: Fields, name: string): number => {
  const amount = parseYuan(field(fields, name));
  if (amount === undefined) throw new BillUnreadable(`no amount in ${name}`);
  return amount;
};
const timeOf = (fields: Fields): number => {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}):(\d{2})$/.exec(field(fields, '交易时间'));
  if (!match) throw new BillUnreadable('no time in 交易时间');
  const [, day = '', time = '', seconds = ''] = match;
  return instantAt(day, time) + Number(seconds) * 1000;
};

const rowOf = (fields: Fields): BillRow => {
  const common = {
    outTradeNo: field(fields, '商户订单号'),
    transactionId: field(fields, '微信订单号'),
    payerOpenid: field(fields, '用户标识'),
    at: timeOf(fields),
  };
  if (field(fields, '交易状态') !== 'REFUND') {
    const amountFen = fenOf(fields, '订单金额');
    return { ...common, kind: 'payment', number: common.outTradeNo, amountFen, state: 'success' };
  }
  const state = REFUND_STATES[field(fields, '退款状态')];
  if (state === undefined) throw new BillUnreadable('an unknown 退款状态');
  const amountFen = fenOf(fields, '申请退款金额');
  return { ...common, kind: 'refund', number: field(fields, '商户退款单号'), amountFen, state };
};

/** A file cut short has a right header and right lines: only its totals tell. */
const checkTotals = (rows: readonly BillRow[], totals: Fields | undefined): void => {
  if (!totals) throw new BillUnreadable('no totals');
  const sum = (kind: BillRow['kind']): number =>
    rows.filter((row) => row.kind === kind).reduce((total, { amountFen }) => total + amountFen, 0);
  const addsUp =
    String(rows.length) === field(totals, TOTALS) &&
    sum('payment') === fenOf(totals, '订单总金额') &&
    sum('refund') === fenOf(totals, '申请退款总金额');
  if (!addsUp) throw new BillUnreadable('the lines are not what the totals say');
};

/**
 * Reads a zipped bill as a stream and checks it: the hash over the unzipped file, and the lines against the totals.
 * Answers the lines of our own mini-program; a merchant number may serve several.
 * @param sha1 hex digits, from WeChat's signed answer.
 * Throws BillUnreadable.
 */
export const readBill = async (zipped: Buffer, sha1: string, appid: string): Promise<BillRow[]> => {
  const hash = createHash('sha1');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const all: BillRow[] = [];
  const ours: BillRow[] = [];
  let header: readonly string[] = [];
  let totals: Fields | undefined;
  const read = (record: readonly string[]): void => {
    if (record[0]?.startsWith('`') !== true) {
      header = record;
      return;
    }
    const fields = new Map(header.map((name, at) => [name, (record[at] ?? '').replace(/^`/, '')]));
    if (header[0] === TOTALS) {
      totals = fields;
      return;
    }
    const row = rowOf(fields);
    all.push(row);
    if (field(fields, '公众账号ID') === appid) ours.push(row);
  };
  const parser = parse({
    bom: true,
    // No field is quoted: a quotation mark in a product's name is nothing but that.
    quote: null,
    relax_column_count: true,
    skip_empty_lines: true,
    // Nothing is handed on: a line is read as it comes, and forgotten.
    on_record: (record: readonly string[]) => {
      read(record);
      return null;
    },
  });
  await pipeline(Readable.from([zipped]), createGunzip(), hashed, parser.resume());
  if (hash.digest('hex') !== sha1.toLowerCase()) throw new BillUnreadable('another file than the hash says');
  checkTotals(all, totals);
  return ours;
};
