import { AppError } from '../../../shared/errors/app-error';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { toPolicyView } from './policy-views';

/**
 * The certificate of one of the caller's own policies.
 * Reads: policies, plans. Writes nothing.
 * Errors: POLICY_NOT_FOUND (also another family's).
 */
export const getPolicyOperation = operation(getPolicy, async (context) => {
  const { read, caller, input, ports } = context;
  const policy = await read.policies.get(input.policyId);
  if (policy?.householdId !== caller.householdId) throw new AppError('POLICY_NOT_FOUND');
  return { policy: toPolicyView(policy, await planOf(context, policy.planId), ports.clock.now()) };
});
