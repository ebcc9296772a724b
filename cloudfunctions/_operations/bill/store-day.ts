import type { Bill, BillComparison, BillDifference } from '../../../shared/order/bill';
import type { StoredDifference } from '../../../shared/order/bill.schema';
import { orderIdOf } from '../../../shared/order/trade-numbers';
import type { ChinaDay, EpochMs } from '../../../shared/time/china-day';
import { appendAudit } from '../../_core/audit';
import { deriveId } from '../../_core/ids';
import type { Work, Workshop } from '../../_core/operation';

/** Who acts when a difference opens or closes by itself. */
const COMPARED = 'reconcile-bills';

const differenceIdOf = (day: ChinaDay, { kind, number }: Pick<BillDifference, 'kind' | 'number'>): string =>
  deriveId('dif', day, kind, number);

const isSame = (stored: StoredDifference, found: BillDifference): boolean =>
  stored.fault === found.fault && stored.wechatFen === found.wechatFen && stored.oursFen === found.oursFen;

/** Stores a difference; what a cashier closed stays closed as long as it is the same difference. */
const found =
  (day: ChinaDay, difference: BillDifference, at: EpochMs): Work<StoredDifference> =>
  async (tx) => {
    const id = differenceIdOf(day, difference);
    const known = await tx.billDifferences.get(id);
    const isKnown = known !== undefined && isSame(known, difference);
    if (isKnown && (known.state === 'open' || known.ending?.by)) return known;
    const stored: StoredDifference = {
      id,
      day,
      ...difference,
      orderId: orderIdOf(difference.outTradeNo) ?? null,
      state: 'open',
      foundAt: known?.state === 'open' ? known.foundAt : at,
      ending: null,
    };
    await tx.billDifferences.put(stored);
    await appendAudit(tx, { action: 'bill.difference-found', record: stored, actor: COMPARED, at });
    return stored;
  };

const gone =
  (id: string, at: EpochMs): Work<void> =>
  async (tx) => {
    const known = await tx.billDifferences.get(id);
    if (known?.state !== 'open') return;
    const closed: StoredDifference = { ...known, state: 'closed', ending: { at, by: null, reason: null } };
    await tx.billDifferences.put(closed);
    await appendAudit(tx, { action: 'bill.difference-gone', record: closed, actor: COMPARED, at });
  };

/** What a comparison found out about a day. */
export interface ComparedDay {
  readonly day: ChinaDay;
  readonly bill: Exclude<Bill, { readonly state: 'notYet' }>;
  readonly comparison: BillComparison;
  /** Differences about which WeChat was asked; the others wait for the next comparison. */
  readonly asked: readonly BillDifference[];
}

/**
 * Stores how a day was compared: differences that are left, the end of those that are gone, then the day itself, so
 * that a crash in between leaves a day that is compared again. Answers how many differences are open.
 */
export const storeDay = async (workshop: Workshop, compared: ComparedDay): Promise<number> => {
  const { read, write, ports } = workshop;
  const { day, bill, comparison, asked } = compared;
  const at = ports.clock.now();
  let open = 0;
  for (const difference of asked) {
    const stored = await write(found(day, difference, at));
    if (stored.state === 'open') open += 1;
  }
  const present = new Set(comparison.differences.map((difference) => differenceIdOf(day, difference)));
  const known = await read.billDifferences.find({ where: { day }, limit: 1000 });
  for (const { id, state } of known) {
    if (state === 'open' && !present.has(id)) await write(gone(id, at));
  }
  const { wechat, ours, underWay, differences } = comparison;
  await write((tx) =>
    tx.billDays.put({
      id: deriveId('bil', day),
      day,
      bill: bill.state,
      hash: bill.state === 'ready' ? bill.hash : null,
      wechat,
      ours,
      underWay,
      comparedAt: at,
      settled: open === 0 && underWay === 0 && asked.length === differences.length,
    }),
  );
  return open;
};
