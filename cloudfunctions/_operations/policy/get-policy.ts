import { getPolicy } from '../../../shared/policy/get-policy.contract';
import type { Policy } from '../../../shared/policy/policy.schema';
import { appendAudit } from '../../_core/audit';
import { operation, type Work } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { ownPolicy } from './own-policy';
import { storeReceipt } from './policy-receipt';
import { toPolicyView } from './policy-views';

/** The receipt of a policy: the first look at it, and no other. Source: domain R42. */
const recordOpening =
  (policyId: string, at: number): Work<void> =>
  async (tx) => {
    const policy = await tx.policies.get(policyId);
    if (!policy || policy.openedAt !== null) return;
    const opened: Policy = { ...policy, openedAt: at };
    await storeReceipt(tx, policy, opened, at);
    await appendAudit(tx, { action: 'policy.opened', record: opened, actor: policy.householdId, at });
  };

/**
 * The certificate of one of the caller's own policies. The first look at it is its receipt.
 * Guarantees: the receipt is recorded and counted once, however often and however many at once look; a receipt that
 * cannot be recorded never keeps a family from its policy.
 * Reads: policies, then plans, orders. Writes the first time: policies, figure events, audit; one transaction.
 * Errors: POLICY_NOT_FOUND (also another family's).
 */
export const getPolicyOperation = operation(getPolicy, async (context) => {
  const { read, write, caller, input, ports } = context;
  const now = ports.clock.now();
  const policy = await ownPolicy(read, caller, input.policyId);
  if (policy.openedAt === null) {
    await write(recordOpening(policy.id, now)).catch(() => {
      // The next look records it.
    });
  }
  const [plan, order] = await Promise.all([planOf(context, policy.planId), read.orders.get(policy.orderId)]);
  return {
    policy: toPolicyView(policy, plan, now),
    isUnbroken: order?.renews?.endAt === policy.startAt,
  };
});
