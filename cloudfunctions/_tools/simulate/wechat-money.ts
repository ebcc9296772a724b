import type { Bill, BillRow } from '../../../shared/order/bill';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import { PaymentRefused, type PaymentStanding, type RefundStanding } from '../../_core/ports/payment';

interface Refund {
  readonly outRefundNo: string;
  readonly outTradeNo: string;
  readonly refundFen: number;
  readonly begunAt: number;
  state: RefundStanding['state'];
  refundedAt?: number;
}

/** An order as WeChat has it. Source: WeChat Pay API v3, "查询订单" trade_state. */
interface Trade {
  readonly outTradeNo: string;
  readonly totalFen: number;
  readonly payerOpenid: string;
  readonly expiresAt: number;
  state: 'notPaid' | 'paid' | 'closed';
  paidAt: number;
}

/** What an order is opened with. */
export type TradeRequest = Pick<Trade, 'outTradeNo' | 'totalFen' | 'payerOpenid' | 'expiresAt'>;

const refused = (reason: PaymentRefused['reason']): PaymentRefused =>
  new PaymentRefused(reason, reason.toUpperCase(), reason);

/** The money at WeChat's side of one run: who paid what, and what went back. It never errs; only the way to it does. */
export class WechatMoney {
  private readonly trades = new Map<string, Trade>();
  private readonly refunds = new Map<string, Refund>();

  open(request: TradeRequest, now: number): void {
    const known = this.trades.get(request.outTradeNo);
    if (known === undefined) {
      if (request.expiresAt <= now) throw refused('invalid');
      this.trades.set(request.outTradeNo, { ...request, state: 'notPaid', paidAt: 0 });
      return;
    }
    if (known.state !== 'notPaid') throw refused(known.state === 'paid' ? 'alreadyPaid' : 'closed');
    if (known.payerOpenid !== request.payerOpenid || known.totalFen !== request.totalFen)
      throw refused('changed');
  }

  /** What the payer does at the cashier; answers whether money moved. */
  pay(outTradeNo: string, payerOpenid: string, now: number): boolean {
    const trade = this.trades.get(outTradeNo);
    if (trade?.state !== 'notPaid' || trade.payerOpenid !== payerOpenid || now >= trade.expiresAt)
      return false;
    trade.state = 'paid';
    trade.paidAt = now;
    return true;
  }

  query(outTradeNo: string): PaymentStanding {
    const trade = this.trades.get(outTradeNo);
    if (trade === undefined) return { state: 'unknown' };
    if (trade.state !== 'paid') return { state: trade.state };
    return {
      state: this.refundsOf(outTradeNo).length > 0 ? 'refunded' : 'paid',
      outTradeNo,
      transactionId: `wx-${outTradeNo}`,
      paidAt: trade.paidAt,
      totalFen: trade.totalFen,
      payerOpenid: trade.payerOpenid,
    };
  }

  close(outTradeNo: string): void {
    const trade = this.trades.get(outTradeNo);
    if (trade === undefined) throw refused('notFound');
    if (trade.state === 'paid') throw refused('alreadyPaid');
    trade.state = 'closed';
  }

  /** @param first how a new refund stands at once. */
  refund(
    { outTradeNo, outRefundNo, refundFen }: Pick<Refund, 'outTradeNo' | 'outRefundNo' | 'refundFen'>,
    first: Refund['state'],
    now: number,
  ): RefundStanding {
    let refund = this.refunds.get(outRefundNo);
    if (refund === undefined) {
      const trade = this.trades.get(outTradeNo);
      if (trade?.state !== 'paid') throw refused('notFound');
      if (this.backFen(outTradeNo) + refundFen > trade.totalFen) throw refused('notEnough');
      refund = { outRefundNo, outTradeNo, refundFen, begunAt: now, state: first };
      this.refunds.set(outRefundNo, refund);
    }
    const { state, begunAt } = refund;
    return { outTradeNo, outRefundNo, refundId: `wx-${outRefundNo}`, state, refundFen, begunAt };
  }

  /** A day's bill, as WeChat makes it: payments by when they were made, refunds by when they were begun. */
  bill(day: ChinaDay): Bill {
    const payments = [...this.trades.values()]
      .filter(({ state, paidAt }) => state === 'paid' && chinaDayOf(paidAt) === day)
      .map((trade) => ({ trade, refund: undefined, at: trade.paidAt }));
    const refunds = [...this.refunds.values()]
      .filter(({ begunAt }) => chinaDayOf(begunAt) === day)
      .map((refund) => ({ trade: this.trades.get(refund.outTradeNo), refund, at: refund.begunAt }));
    const rows = [...payments, ...refunds].map(({ trade, refund, at }): BillRow => {
      const outTradeNo = trade?.outTradeNo ?? '';
      return {
        kind: refund ? 'refund' : 'payment',
        number: refund?.outRefundNo ?? outTradeNo,
        outTradeNo,
        transactionId: `wx-${outTradeNo}`,
        amountFen: refund?.refundFen ?? trade?.totalFen ?? 0,
        payerOpenid: trade?.payerOpenid ?? '',
        at,
        state: refund?.state === 'closed' ? 'failed' : (refund?.state ?? 'success'),
      };
    });
    return rows.length === 0 ? { state: 'none' } : { state: 'ready', hash: '0'.repeat(40), rows };
  }

  /** Every refund under way arrives, as it does sooner or later. */
  arrive(): void {
    for (const refund of this.refunds.values()) {
      if (refund.state === 'processing' || refund.state === 'abnormal') refund.state = 'success';
    }
  }

  /** Money that was paid and has not gone back, by trade number. */
  kept(): Map<string, number> {
    const paid = [...this.trades.values()].filter(({ state }) => state === 'paid');
    return new Map(paid.map(({ outTradeNo, totalFen }) => [outTradeNo, totalFen - this.backFen(outTradeNo)]));
  }

  private refundsOf(outTradeNo: string): Refund[] {
    return [...this.refunds.values()].filter((refund) => refund.outTradeNo === outTradeNo);
  }

  /** What went back or is on its way. */
  private backFen(outTradeNo: string): number {
    return this.refundsOf(outTradeNo)
      .filter(({ state }) => state !== 'closed')
      .reduce((sum, { refundFen }) => sum + refundFen, 0);
  }
}
