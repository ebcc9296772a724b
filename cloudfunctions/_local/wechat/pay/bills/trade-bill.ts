import { chinaDayOf, type ChinaDay } from '../../../../../shared/time/china-day';
import { MERCHANT } from '../../merchant';
import { FEE_RATE, feeOf } from '../funds';
import { billTime } from '../numbers';
import { isPaid, type PaidOrder, type PayOrder } from '../orders';
import { type PayRefund } from '../refunds';

/**
 * One day's trade bill as WeChat Pay writes it: a header, a line for each payment and each refund with a backtick before
 * every field, then two lines of totals; with a byte order mark and CRLF. Money in yuan, fees with five decimals.
 * Source: WeChat Pay API v3, "交易账单" (字段说明): the columns of ALL, SUCCESS and REFUND differ.
 */
export const BILL_TYPES = ['ALL', 'SUCCESS', 'REFUND'] as const;
export type BillType = (typeof BILL_TYPES)[number];

const PAYMENT_COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额';
const REFUND_COLUMNS = '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态';
const HEADERS: Readonly<Record<BillType, string>> = {
  ALL: `${PAYMENT_COLUMNS},${REFUND_COLUMNS},商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
  SUCCESS: `${PAYMENT_COLUMNS},商品名称,商户数据包,手续费,费率,订单金额,费率备注`,
  REFUND: `${PAYMENT_COLUMNS},退款申请时间,退款成功时间,${REFUND_COLUMNS},商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
};
const TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** The bill has words of its own for the states of a refund. */
const REFUND_STATES: Readonly<Record<PayRefund['state'], string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'FAIL',
  ABNORMAL: 'CHANGE',
};

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const feeYuan = (fen: number): string => (fen / 100).toFixed(5);
const RATE = `${(FEE_RATE * 100).toFixed(2)}%`;
const line = (fields: readonly string[]): string => fields.map((field) => `\`${field}`).join(',');

interface BillLine {
  readonly at: number;
  readonly text: string;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly feeFen: number;
}

const front = (
  appid: string,
  order: PaidOrder,
  time: number,
  state: string,
  settledFen: number,
): string[] => [
  billTime(time),
  appid,
  MERCHANT.mchid,
  '0',
  '',
  order.transactionId,
  order.outTradeNo,
  order.payerOpenid,
  'JSAPI',
  state,
  'OTHERS',
  'CNY',
  yuan(settledFen),
  '0.00',
];
const goods = (order: PaidOrder): string[] => [order.description, order.attach ?? ''];

const paymentLine = (type: BillType, appid: string, order: PaidOrder): BillLine => {
  const feeFen = feeOf(order.totalFen);
  const fields = [
    ...front(appid, order, order.paidAt, 'SUCCESS', order.totalFen),
    ...(type === 'ALL' ? ['0', '0', '0.00', '0.00', '', ''] : []),
    ...goods(order),
    feeYuan(feeFen),
    RATE,
    yuan(order.totalFen),
    ...(type === 'ALL' ? ['0.00'] : []),
    '',
  ];
  return { at: order.paidAt, text: line(fields), paidFen: order.totalFen, refundedFen: 0, feeFen };
};

const refundLine = (type: BillType, appid: string, order: PaidOrder, refund: PayRefund): BillLine => {
  const time = type === 'REFUND' ? order.paidAt : refund.createdAt;
  const fields = [
    ...front(appid, order, time, 'REFUND', 0),
    ...(type === 'REFUND'
      ? [billTime(refund.createdAt), refund.succeededAt === undefined ? '' : billTime(refund.succeededAt)]
      : []),
    refund.refundId,
    refund.outRefundNo,
    yuan(refund.refundFen),
    '0.00',
    'ORIGINAL',
    REFUND_STATES[refund.state],
    ...goods(order),
    feeYuan(-refund.feeFen),
    RATE,
    '0.00',
    yuan(refund.refundFen),
    '',
  ];
  return {
    at: refund.createdAt,
    text: line(fields),
    paidFen: 0,
    refundedFen: refund.refundFen,
    feeFen: -refund.feeFen,
  };
};

const sum = (lines: readonly BillLine[], of: (one: BillLine) => number): number =>
  lines.reduce((total, one) => total + of(one), 0);

/** The bill of `day`; `undefined` when nothing happened on it. */
export const tradeBill = (
  type: BillType,
  day: ChinaDay,
  appid: string,
  orders: readonly PayOrder[],
  refunds: readonly PayRefund[],
): string | undefined => {
  const paid = new Map(orders.filter(isPaid).map((order) => [order.outTradeNo, order]));
  const payments =
    type === 'REFUND' ? [] : [...paid.values()].filter(({ paidAt }) => chinaDayOf(paidAt) === day);
  const returns = type === 'SUCCESS' ? [] : refunds.filter(({ createdAt }) => chinaDayOf(createdAt) === day);
  const lines = [
    ...payments.map((order) => paymentLine(type, appid, order)),
    ...returns.flatMap((refund) => {
      const order = paid.get(refund.outTradeNo);
      return order ? [refundLine(type, appid, order, refund)] : [];
    }),
  ].sort((a, b) => a.at - b.at);
  if (lines.length === 0) return undefined;

  const paidYuan = yuan(sum(lines, ({ paidFen }) => paidFen));
  const refundedYuan = yuan(sum(lines, ({ refundedFen }) => refundedFen));
  const totals = [
    String(lines.length),
    paidYuan,
    refundedYuan,
    '0.00',
    feeYuan(sum(lines, ({ feeFen }) => feeFen)),
    paidYuan,
    refundedYuan,
  ];
  return `\ufeff${[HEADERS[type], ...lines.map(({ text }) => text), TOTALS, line(totals), ''].join('\r\n')}`;
};
