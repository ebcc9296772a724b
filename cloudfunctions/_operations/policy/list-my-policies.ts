import { listMyPolicies } from '../../../shared/policy/list-my-policies.contract';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toPolicyView } from './policy-views';

/**
 * All policies of the caller's household, newest first.
 * Reads: policies, plans. Writes nothing.
 */
export const listMyPoliciesOperation = operation(listMyPolicies, async ({ read, caller, ports }) => {
  const now = ports.clock.now();
  const policies = await read.policies.find({
    where: { householdId: caller.householdId },
    orderBy: [['startAt', 'desc']],
    limit: 100,
  });
  const planIds = [...new Set(policies.map((policy) => policy.planId))];
  const plans =
    planIds.length > 0
      ? await read.plans.find({ where: { id: { in: planIds } }, limit: planIds.length })
      : [];
  return {
    today: chinaDayOf(now),
    policies: policies.flatMap((policy) => {
      const plan = plans.find((candidate) => candidate.id === policy.planId);
      return plan ? [toPolicyView(policy, plan, now)] : [];
    }),
  };
});
