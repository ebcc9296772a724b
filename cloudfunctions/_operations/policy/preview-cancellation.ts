import { previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { ownPolicy, refuseIfOver } from './own-policy';
import { toPolicyView } from './policy-views';
import { orderOf, quoteCancellation, refuseIfClaimed, toCancellationView } from './quote-cancellation';

/**
 * What cancelling now would come to, step by step. Source: domain R12.
 * Reads: policies, plans, orders, claims. Writes nothing.
 * Errors: POLICY_NOT_FOUND, POLICY_OVER, CANCEL_HAS_CLAIM, CANCEL_BY_PHONE.
 */
export const previewCancellationOperation = operation(previewCancellation, async (context) => {
  const { read, caller, input, ports } = context;
  const now = ports.clock.now();
  const policy = await ownPolicy(read, caller, input.policyId);
  refuseIfOver(policy, now);
  const [plan, order] = await Promise.all([
    planOf(context, policy.planId),
    orderOf(read, policy),
    refuseIfClaimed(read, policy),
  ]);
  const quote = quoteCancellation(policy, order, plan, now);
  return { policy: toPolicyView(policy, plan, now), cancellation: toCancellationView(quote, order, caller) };
});
