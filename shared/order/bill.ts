import { sumOf, type Fen } from '../money/fen';
import type { BillFault, BillTotals } from './bill.schema';
import type { EpochMs } from '../time/china-day';

/** The two kinds of lines a bill has. */
type LineKind = 'payment' | 'refund';

/** One line of WeChat's bill of a day. Source: WeChat Pay API v3, "交易账单". */
export interface BillRow {
  readonly kind: LineKind;
  /** `out_trade_no` of a payment, `out_refund_no` of a refund. */
  readonly number: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly amountFen: Fen;
  readonly payerOpenid: string;
  readonly at: EpochMs;
  /** As it stood when the bill was made; a payment in a bill has succeeded. `failed`: the money stayed with us. */
  readonly state: 'success' | 'processing' | 'failed' | 'abnormal';
}

/** A day's bill; `notYet`: WeChat is still making it; `none`: nothing was paid or given back on that day. */
export type Bill =
  | { readonly state: 'notYet' }
  | { readonly state: 'none' }
  | {
      readonly state: 'ready';
      /** SHA-1 of the unzipped file, as WeChat told it. */
      readonly hash: string;
      readonly rows: readonly BillRow[];
    };

/** What our own books say about a number that a day's bill should have. */
export interface OwnLine {
  readonly kind: LineKind;
  readonly number: string;
  readonly outTradeNo: string;
  readonly amountFen: Fen;
  /**
   * `done`: booked, and nothing is left to do. `underWay`: a refund that WeChat has not finished, or the payment it gives
   * back. `stuck`: a refund that the payer's account cannot take. `unfinished`: a payment with neither policy nor refund.
   */
  readonly state: 'done' | 'underWay' | 'stuck' | 'unfinished';
}

/** Where WeChat and our books do not say the same, or leave something for a person to do. */
export interface BillDifference {
  readonly kind: LineKind;
  readonly number: string;
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly fault: BillFault;
  /** Null on the side that does not know of it. */
  readonly wechatFen: Fen | null;
  readonly oursFen: Fen | null;
}

/** A day compared, both ways. */
export interface BillComparison {
  readonly differences: readonly BillDifference[];
  readonly wechat: BillTotals;
  readonly ours: BillTotals;
  /** Lines that both sides know of and that wait for a refund to arrive. */
  readonly underWay: number;
}

const keyOf = ({ kind, number }: Pick<BillRow, 'kind' | 'number'>): string => `${kind} ${number}`;

const totalsOf = (lines: readonly { readonly kind: LineKind; readonly amountFen: Fen }[]): BillTotals => {
  const amounts = (kind: LineKind): Fen[] =>
    lines.filter((line) => line.kind === kind).map(({ amountFen }) => amountFen);
  return {
    payments: amounts('payment').length,
    paidFen: sumOf(amounts('payment')),
    refunds: amounts('refund').length,
    refundedFen: sumOf(amounts('refund')),
  };
};

const faultOf = (row: BillRow, own: OwnLine | undefined): BillFault | undefined => {
  if (own === undefined) return 'unknownToUs';
  if (own.amountFen !== row.amountFen) return 'otherAmount';
  if (own.state === 'stuck' || own.state === 'unfinished') return own.state;
  return undefined;
};

/** The lines of a bill by number: one that stands there twice moved the sum of both. */
const byNumber = (rows: readonly BillRow[]): Map<string, BillRow> => {
  const lines = new Map<string, BillRow>();
  for (const row of rows) {
    const before = lines.get(keyOf(row));
    lines.set(keyOf(row), before ? { ...before, amountFen: before.amountFen + row.amountFen } : row);
  }
  return lines;
};

/**
 * Compares WeChat's bill of a day with our own lines of that day, both ways. What failed at WeChat moved no money and is
 * left out; so is a refund of ours that is not done and not in the bill: it belongs to another day.
 * Guarantees: WeChat's totals less ours are the sum of the differences' amounts, each at WeChat less ours.
 */
export const compareBill = (rows: readonly BillRow[], lines: readonly OwnLine[]): BillComparison => {
  const moved = rows.filter(({ state }) => state !== 'failed');
  const inBill = byNumber(moved);
  const own = new Map(lines.map((line) => [keyOf(line), line]));
  const ours = [...own.values()].filter(
    (line) => inBill.has(keyOf(line)) || line.state === 'done' || line.kind === 'payment',
  );
  const fromBill = [...inBill.values()].flatMap((row): BillDifference[] => {
    const line = own.get(keyOf(row));
    const fault = faultOf(row, line);
    if (fault === undefined) return [];
    const { kind, number, outTradeNo, transactionId, amountFen } = row;
    const oursFen = line?.amountFen ?? null;
    return [{ kind, number, outTradeNo, transactionId, fault, wechatFen: amountFen, oursFen }];
  });
  const missing = ours
    .filter((line) => !inBill.has(keyOf(line)))
    .map(({ kind, number, outTradeNo, amountFen }): BillDifference => {
      const amounts = { wechatFen: null, oursFen: amountFen };
      return { kind, number, outTradeNo, transactionId: null, fault: 'notInBill', ...amounts };
    });
  return {
    differences: [...fromBill, ...missing],
    wechat: totalsOf(moved),
    ours: totalsOf(ours),
    underWay: [...inBill.values()].filter((row) => own.get(keyOf(row))?.state === 'underWay').length,
  };
};
