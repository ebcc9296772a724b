import { compareBill, type BillDifference } from '../../../shared/order/bill';
import { orderIdOf } from '../../../shared/order/trade-numbers';
import type { ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import { advanceOrder } from '../order/advance-order';
import { ownLines } from './own-lines';
import { storeDay } from './store-day';

/** Orders about which WeChat is asked in one comparison: it ends within the function's time. */
const MOST_ASKED = 100;

/** What became of one day. */
export interface ReconciledDay {
  readonly open: number;
  readonly asked: number;
  /** Orders that could not be moved now. */
  readonly failed: number;
}

/**
 * Compares WeChat's bill of a day with our books, both ways. Whatever differs is first handed to the order's only
 * writer, which asks WeChat and mends what it can; then it is compared again, and what is left is stored for the cashier.
 * Guarantees: repeatable at any time; changes nothing in orders by itself. Answers undefined while there is no bill yet.
 * Reads and writes: ledger, orders (through `advanceOrder`), bill days, bill differences, audit; WeChat Pay.
 * Throws PaymentUnavailable, PaymentRefused.
 */
export const reconcileDay = async (workshop: Workshop, day: ChinaDay): Promise<ReconciledDay | undefined> => {
  const { read, ports } = workshop;
  const bill = await ports.payment.downloadBill(day);
  if (bill.state === 'notYet') return undefined;
  const rows = bill.state === 'ready' ? bill.rows : [];
  const told = new Set(rows.map(({ number }) => number));
  const compare = async (orderIds: readonly string[]) =>
    compareBill(rows, await ownLines(read, { day, told, orderIds, now: ports.clock.now() }));

  const first = await compare([]);
  const suspects = [...new Set(first.differences.map(({ outTradeNo }) => outTradeNo))];
  const asked = suspects.slice(0, MOST_ASKED);
  const orderIds = new Set<string>();
  let failed = 0;
  for (const outTradeNo of asked) {
    const orderId = orderIdOf(outTradeNo);
    if (orderId === undefined) continue;
    orderIds.add(orderId);
    try {
      await advanceOrder(workshop, orderId, outTradeNo);
    } catch {
      // What could not be mended is shown, and tried again with the next comparison.
      failed += 1;
    }
  }
  const comparison = suspects.length === 0 ? first : await compare([...orderIds]);
  const wasAsked = ({ outTradeNo }: BillDifference): boolean => asked.includes(outTradeNo);
  const left = comparison.differences.filter(wasAsked);
  const open = await storeDay(workshop, { day, bill, comparison, asked: left });
  return { open, asked: orderIds.size, failed };
};
