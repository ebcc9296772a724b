import { AppError } from '../../../shared/errors/app-error';
import { closeDifference } from '../../../shared/order/bill.contracts';
import type { StoredDifference } from '../../../shared/order/bill.schema';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import type { Caller } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { toDifferenceView } from './difference-view';

/** Nobody clears up money of their own. Source: domain R20. */
const refuseOwnMoney = async (tx: WriteStores, orderId: string | null, caller: Caller): Promise<void> => {
  const order = orderId === null ? undefined : await tx.orders.get(orderId);
  const isOwn =
    order?.householdId === caller.householdId ||
    order?.attempts.some(({ payerOpenid }) => payerOpenid === caller.openid) === true;
  if (isOwn) throw new AppError('OWN_HOUSEHOLD', { message: '这是您自己家的订单，请另一位同事来了结。' });
};

/**
 * A cashier closes a difference that was cleared up outside, with the reason.
 * Guarantees: who closed it and why is kept, in the audit too; it opens again only if the sums change.
 * Reads and writes: bill differences, orders (read), audit; one transaction. Source: domain R20.
 * Errors: DIFFERENCE_NOT_FOUND, DIFFERENCE_CLOSED, OWN_HOUSEHOLD.
 */
export const closeDifferenceOperation = operation(closeDifference, async ({ input, caller, once, ports }) => {
  const at = ports.clock.now();
  const closed = await once(async (tx) => {
    const known = await tx.billDifferences.get(input.differenceId);
    if (!known) throw new AppError('DIFFERENCE_NOT_FOUND');
    if (known.state === 'closed') throw new AppError('DIFFERENCE_CLOSED');
    await refuseOwnMoney(tx, known.orderId, caller);
    const by = { staffId: caller.staffId, name: caller.staffName ?? '' };
    const after: StoredDifference = {
      ...known,
      state: 'closed',
      ending: { at, by, reason: input.reason },
    };
    await tx.billDifferences.put(after);
    await appendAudit(tx, { action: 'bill.difference-closed', record: after, actor: caller.staffId, at });
    return after;
  });
  return { difference: toDifferenceView(closed, at) };
});
